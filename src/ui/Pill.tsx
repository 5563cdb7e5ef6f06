import { Text } from '@tarojs/components';
import { classes } from '../kit/classes';
import './Pill.scss';

interface PillProps {
  children: string;
  tone?: 'quiet' | 'good' | 'warn' | 'filled';
}

/** A few words beside something: why a price is what it is, or how something stands. */
export function Pill({ children, tone }: PillProps) {
  return <Text className={classes('ui-pill', tone && `ui-pill--${tone}`)}>{children}</Text>;
}
