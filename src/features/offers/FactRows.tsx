import { View } from '@tarojs/components';
import './FactRows.scss';

export interface FactRow {
  readonly name: string;
  readonly value: string;
}

/** Terms in plain words, a line each. */
export function FactRows({ rows }: { rows: readonly FactRow[] }) {
  return (
    <View className="fact-rows">
      {rows.map(({ name, value }) => (
        <View key={name} className="fact-rows__row">
          <View className="fact-rows__name">{name}</View>
          <View className="fact-rows__value">{value}</View>
        </View>
      ))}
    </View>
  );
}
