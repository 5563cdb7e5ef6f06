import { View } from '@tarojs/components';
import { dayText } from '../../kit/dayText';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import {
  amountsText,
  differenceNames,
  differenceTitle,
  problemText,
  type Difference,
} from './words';

/** In what a day's bill and the shop's books differ, row by row; open while there is a day. */
export function BillSheet({ day, onClose }: { day: string | null; onClose: () => void }) {
  return (
    <Sheet open={day !== null} onClose={onClose} title={day === null ? '' : dayText(day)}>
      {day === null ? null : <Differences day={day} />}
    </Sheet>
  );
}

function Differences({ day }: { day: string }) {
  const state = useAsk(() => askAsMember('payments.bill', { day }), day);
  return (
    <Ask state={state} skeleton={<SkeletonRows count={2} />}>
      {({ rows, differences, matched }) => (
        <>
          <View className="bills-sum">{`对上 ${matched} 笔，${differences} 笔不符`}</View>
          {rows.map((row) => (
            <DifferenceRow key={row.turn} row={row} />
          ))}
          {rows.length < differences ? (
            <View className="bills-sum">{`这里列出前 ${rows.length} 笔`}</View>
          ) : null}
        </>
      )}
    </Ask>
  );
}

function DifferenceRow({ row }: { row: Difference }) {
  const problem = problemText(row.problem);
  return (
    <View className="bills-row">
      <View className="bills-row__title">{differenceNames[row.kind]}</View>
      <View className="bills-row__note">{differenceTitle(row)}</View>
      <View className="bills-row__note">{amountsText(row)}</View>
      {problem === '' ? null : <View className="bills-row__note">{problem}</View>}
    </View>
  );
}
