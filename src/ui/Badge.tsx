import { Text } from '@tarojs/components';
import { classes } from '../kit/classes';
import './Badge.scss';

interface BadgeProps {
  /** A number, over 99 as "99+"; a dot when it is left out. */
  count?: number;
  className?: string;
}

/** How many things wait; the part that holds it puts it in its corner. */
export function Badge({ count, className }: BadgeProps) {
  const words = count === undefined ? '' : count > 99 ? '99+' : String(count);
  return (
    <Text className={classes('ui-badge', count === undefined && 'ui-badge--dot', className)}>
      {words}
    </Text>
  );
}
