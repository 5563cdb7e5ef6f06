import { Text, View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Price } from './Price';
import './Amounts.scss';

export interface AmountRow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Something is taken off. */
  readonly accent?: boolean;
  /** How it was worked out, a quiet line each. */
  readonly notes?: readonly string[];
}

interface AmountsProps {
  rows: readonly AmountRow[];
  totalName: string;
  totalFen: number;
}

/** Amounts below each other; they sum to the last. */
export function Amounts({ rows, totalName, totalFen }: AmountsProps) {
  return (
    <View className="amounts">
      <View>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </View>
      <View className="amounts__total">
        <Text className="amounts__total-name">{totalName}</Text>
        <Price fen={totalFen} />
      </View>
    </View>
  );
}

function Row({ row: { name, text, accent = false, notes = [] } }: { row: AmountRow }) {
  return (
    <>
      <View className="amounts__row">
        <Text className="amounts__name">{name}</Text>
        <Text className={classes('amounts__text', accent && 'amounts__accent')}>{text}</Text>
      </View>
      {notes.map((note) => (
        <View key={note} className="amounts__working">
          {note}
        </View>
      ))}
    </>
  );
}
