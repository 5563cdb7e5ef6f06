import { Text } from '@tarojs/components';
import { Countdown } from '../../ui/Countdown';
import { shopNow, useShopClock } from '../../stores/shopClock';
import { clockTime } from './words';

interface DeadlineProps {
  endsAtMs: number;
  /** The time is up: ask what became of it. */
  onEnd: () => void;
}

/**
 * By when an order is to be paid, as 付款剩余 14:59. Until the shop told its time the deadline itself is
 * shown, since the phone's clock may be wrong.
 */
export function Deadline({ endsAtMs, onEnd }: DeadlineProps) {
  const known = useShopClock((clock) => clock.aheadMs !== null);
  if (!known) return <Text>请在 {clockTime(endsAtMs)} 前付款</Text>;
  return (
    <>
      付款剩余 <Countdown endsAtMs={endsAtMs} now={shopNow} onEnd={onEnd} />
    </>
  );
}
