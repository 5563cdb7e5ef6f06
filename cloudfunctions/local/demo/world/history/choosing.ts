import type { Choice } from '../../../../domains/cart/rules/facts';
import { day } from '../../../../kit/time';
import type { Account } from '../dealings/account';
import type { CourseStep } from './course';

/** What a member chooses at the checkout of an order. */
export function choiceOf(account: Account, { placedAt, course, exchangeId }: Choosing): Choice {
  const { world, index, chance } = account;
  const { nowMs } = world.options;
  const refunded = course.some(({ step }) => step === 'refund');
  const paid = course.some(({ step }) => step === 'pay');
  // The first shopper keeps her coupons for whoever looks at the demo; what is refunded was paid plainly.
  const plain = refunded || (index === 0 && placedAt > nowMs - 14 * day);
  const none = plain ? { couponId: null, freightCouponId: null } : {};
  if (exchangeId !== null) return { ...none, points: 0, storedFen: 0, exchangeId, addOns: [] };
  return {
    ...none,
    points: paid && !plain ? pointsChosen(account, chance.maybe(0.12)) : 0,
    storedFen: paid && !refunded && index !== 0 && chance.maybe(0.6) ? 10_000_000 : 0,
    addOns: chance.maybe(0.1) ? addOnAt(account, placedAt, chance.next()) : [],
  };
}

interface Choosing {
  readonly placedAt: number;
  readonly course: readonly CourseStep[];
  /** The 积分兑换 whose goods these are; null when it is an ordinary order. */
  readonly exchangeId: string | null;
}

/** The first shopper likes to pay with points, and keeps 1 300 of them; others use all or none. */
function pointsChosen({ index, points }: Account, wanted: boolean): number {
  const balance = points.balance();
  if (index === 0) return Math.max(0, balance - 1_300);
  return wanted && balance >= 200 ? balance : 0;
}

/** One of the goods of the 加价购 that runs. */
function addOnAt({ world }: Account, placedAt: number, share: number): Choice['addOns'] {
  const running = world.offers.promotions.find(
    ({ kind, draft }) => kind === 'add_on' && draft.startsAt <= placedAt && placedAt < draft.endsAt,
  );
  if (running === undefined || running.draft.terms.kind !== 'add_on') return [];
  const { goods } = running.draft.terms;
  const good = goods[Math.floor(share * goods.length)];
  if (good === undefined) return [];
  return [{ promotionId: running.promotionId, skuId: good.skuId, quantity: 1 }];
}
