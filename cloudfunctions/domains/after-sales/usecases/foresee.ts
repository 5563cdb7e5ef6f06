import { previewRefund } from '../../orders/usecases/refund';
import type { Refunded } from '../../orders/usecases/refund';
import type { lockedOrder } from '../../orders/usecases/locked';
import type { Tx, World } from '../../registry';
import type { AfterSaleKind } from '../flow';
import { leftToAsk, type ClaimedUnits } from '../rules/ask';
import type { KeptBack } from '../tables';

type Order = Awaited<ReturnType<typeof lockedOrder>>;

const nothing: KeptBack = {
  ...{ goodsFen: 0, freightFen: 0, totalFen: 0, wechatFen: 0, principalFen: 0, giftFen: 0 },
  ...{ pointsBack: 0, pointsTaken: 0, couponNames: [], commission: [] },
};

/** What asked units bring back as the order stands; an exchange brings nothing. Amounts in fen. */
export async function foresee(
  world: World,
  tx: Tx | World['db'],
  order: Order,
  asked: {
    kind: AfterSaleKind;
    units: readonly { line: number; quantity: number }[];
    claimed: readonly ClaimedUnits[];
  },
): Promise<KeptBack> {
  const { kind, claimed } = asked;
  if (kind === 'exchange') return nothing;
  const units = asked.units.map(({ line, quantity }) => {
    const bought = order.lines.find((one) => one.line === line);
    const left = bought === undefined ? 0 : leftToAsk(bought, claimed).unsent;
    return { line, quantity, unsent: kind === 'refund_only' ? Math.min(quantity, left) : 0 };
  });
  const sentOnly = kind !== 'refund_only';
  return keptOf(order, await previewRefund(world, tx, order, { units, sentOnly }));
}

/** What is kept of a refund with its after-sale: coupons by name, and what guides' commission falls by. */
export function keptOf(order: Order, back: Omit<Refunded, 'wechatRefundIds'>): KeptBack {
  const { quote } = order.order;
  const nameOf = (couponId: string) =>
    quote.lines.flatMap(({ discounts }) => discounts).find(({ ruleId }) => ruleId === couponId)
      ?.say ??
    quote.savings.find(({ ruleId }) => ruleId === couponId)?.say ??
    '优惠券';
  const { goodsFen, freightFen, totalFen, wechatFen, principalFen, giftFen } = back;
  return {
    ...{ goodsFen, freightFen, totalFen, wechatFen, principalFen, giftFen },
    pointsBack: back.pointsBack,
    pointsTaken: back.pointsTaken,
    couponNames: back.couponIds.map(nameOf),
    commission: back.commission.map(({ guideId, amountFen }) => ({ guideId, amountFen })),
  };
}
