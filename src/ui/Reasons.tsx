import { View } from '@tarojs/components';
import './Reasons.scss';

interface ReasonsProps {
  title: string;
  rows: readonly { id: string; name: string; say: string }[];
  /** What else there is, in one line; empty for nothing. */
  rest: string;
}

/** Things that do not count, each with its reason. */
export function Reasons({ title, rows, rest }: ReasonsProps) {
  if (rows.length === 0) return null;
  return (
    <View className="ui-reasons">
      <View className="ui-reasons__title">{title}</View>
      {rows.map(({ id, name, say }) => (
        <View key={id} className="ui-reasons__row">
          <View className="ui-reasons__name">{name}</View>
          <View className="ui-reasons__say">{say}</View>
        </View>
      ))}
      {rest === '' ? null : <View className="ui-reasons__rest">{rest}</View>}
    </View>
  );
}
