import { useState } from 'react';
import { ask, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { confirmed, toast } from '../../ui/toast';

export type PointsShop = Output<'points.shop'>;
export type ExchangeGood = PointsShop['goods'][number];
export type ExchangeCoupon = PointsShop['coupons'][number];

/** The points shop, and having a coupon for points; the same key goes with every try of one exchange. */
export function useExchange() {
  const state = useAsk(() => askAsMember('points.shop', {}));
  const [wanted, setWanted] = useState<{ batchId: string; key: string } | null>(null);
  const [busyId, setBusyId] = useState('');
  useShownAgain(() => void state.reload());

  async function exchange({ batchId, name, points }: ExchangeCoupon): Promise<void> {
    if (busyId !== '' || points === null) return;
    const say = `用 ${points} 积分兑换「${name}」，兑换后不能退回。`;
    if (!(await confirmed({ title: '确认兑换', say, yes: '兑换' }))) return;
    const key = wanted?.batchId === batchId ? wanted.key : freshId();
    setWanted({ batchId, key });
    setBusyId(batchId);
    try {
      await ask('points.exchangeCoupon', { key, batchId });
      setWanted(null);
      toast('兑换成功，已放入券包');
      await state.reload();
    } catch (reason) {
      toast(sayWhy(reason));
      await state.reload();
    } finally {
      setBusyId('');
    }
  }

  return { state, busyId, exchange };
}
