import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Tap } from './Tap';
import './Stat.scss';

interface StatProps {
  label: string;
  value: string;
  change?: { direction: 'up' | 'down' | 'same'; words: string };
  /** Opens the rows behind the number. */
  onTap?: () => void;
}

const arrows = { up: '↑ ', down: '↓ ', same: '' };

/** A number with its name, and how it moved: by arrow and colour both. */
export function Stat({ label, value, change, onTap }: StatProps) {
  const content = (
    <>
      <View className="ui-stat__label">{label}</View>
      <View className="ui-stat__value">{value}</View>
      {change === undefined ? null : (
        <View className={classes('ui-stat__change', `ui-stat__change--${change.direction}`)}>
          {arrows[change.direction]}
          {change.words}
        </View>
      )}
    </>
  );
  if (onTap === undefined) return <View className="ui-stat">{content}</View>;
  return (
    <Tap className="ui-stat" onTap={onTap}>
      {content}
    </Tap>
  );
}
