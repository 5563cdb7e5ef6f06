import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { dayText } from '../../kit/dayText';
import { inSteps } from '../../kit/inSteps';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { usePages } from '../../kit/usePages';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Pill } from '../../ui/Pill';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { BillSheet } from './BillSheet';
import { billState, billText, type Bill } from './words';

/** Days of bills, the newest first; a day opens what differs. */
export function BillList() {
  const [shown, setShown] = useState<string | null>(null);
  const load = useMemo(
    () =>
      inSteps(
        (before) => askAsMember('payments.bills', before === null ? {} : { before }),
        rowsAtOnce,
      ),
    [],
  );
  const pages = usePages(load);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  return (
    <>
      <Ask state={pages.state} skeleton={<SkeletonRows count={5} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="paper" say="还没有账单，每天 10 点后对前一天的" />
          ) : (
            <>
              <View className="bills-card">
                {items.map((bill) => (
                  <BillRow key={bill.day} bill={bill} onOpen={() => setShown(bill.day)} />
                ))}
              </View>
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
      <BillSheet day={shown} onClose={() => setShown(null)} />
    </>
  );
}

function BillRow({ bill, onOpen }: { bill: Bill; onOpen: () => void }) {
  const state = billState(bill);
  return (
    <Tap className="bills-card__row" disabled={bill.differences === 0} onTap={onOpen}>
      <View className="bills-card__first">
        <Text className="bills-card__title">{dayText(bill.day)}</Text>
        <Pill tone={state.tone}>{state.say}</Pill>
      </View>
      <View className="bills-card__note">{billText(bill)}</View>
    </Tap>
  );
}
