import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { sayWhy } from '../../kit/sayWhy';
import { usePages } from '../../kit/usePages';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { SkeletonRows } from '../../ui/Skeleton';
import { confirmed, toast } from '../../ui/toast';
import { mendingNames, stuckText, waitedText, type Stuck } from './words';

/** Refunds that failed or are not back after an hour, each with what can be done. */
export function StuckList() {
  const [busyId, setBusyId] = useState('');
  const pages = usePages(async (cursor) => {
    const page = await askAsMember('payments.stuck', cursor === null ? {} : { cursor });
    const items = page.items.map((refund) => ({
      ...refund,
      waitedMs: page.nowMs - refund.wantedAt,
    }));
    return { items, next: page.next };
  });
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  const mend = async (refund: Stuck) => {
    setBusyId(refund.refundId);
    if (await retry(refund)) await pages.state.reload();
    setBusyId('');
  };
  return (
    <Ask state={pages.state} skeleton={<SkeletonRows count={3} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="shield" say="退款都到账了" />
        ) : (
          <>
            {items.map((refund) => (
              <StuckCard
                key={refund.refundId}
                refund={refund}
                waitedMs={refund.waitedMs}
                busy={busyId === refund.refundId}
                onMend={() => void mend(refund)}
              />
            ))}
            <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
          </>
        )
      }
    </Ask>
  );
}

interface StuckCardProps {
  refund: Stuck;
  waitedMs: number;
  busy: boolean;
  onMend: () => void;
}

function StuckCard({ refund, waitedMs, busy, onMend }: StuckCardProps) {
  return (
    <View className="bills-stuck">
      <View className="bills-card__first">
        <Text className="bills-card__title">{`订单 ${refund.orderNumber}`}</Text>
        <Price fen={refund.amountFen} tone="ink" />
      </View>
      <View className="bills-card__note">{stuckText(refund)}</View>
      <View className="bills-stuck__foot">
        <Pill tone={refund.state === 'failed' ? 'warn' : 'quiet'}>{waitedText(waitedMs)}</Pill>
        <Button kind="plain" compact loading={busy} onTap={onMend}>
          {mendingNames[refund.mending]}
        </Button>
      </View>
    </View>
  );
}

/** Sets a refund going again, after asking where a new number is given; whether that was done. */
async function retry({ refundId, mending }: Stuck): Promise<boolean> {
  const question = { title: '换单号重退？', say: '请先确认商户账户的余额足够', yes: '重退' };
  if (mending === 'anew' && !(await confirmed(question))) return false;
  try {
    await askAsMember('payments.retryRefund', { refundId });
    toast('已提交，稍后看结果');
    return true;
  } catch (reason) {
    toast(sayWhy(reason));
    return false;
  }
}
