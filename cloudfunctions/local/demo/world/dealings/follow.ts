import { growthEarned } from '../../../../domains/points/rules/earn';
import type { Order, OrderStory } from '../types';
import { giveCoupon, givePoints, grow, type Account } from './account';
import { causes } from './causes';
import { makePacket } from './packets';

/** What an order took from the account, and what it brings her later. */
export function followOrder(account: Account, { order, events }: OrderStory): void {
  takeDues(account, order);
  const { orderId, paidAt } = order;
  if (paidAt !== null && order.closedAt === null)
    account.agenda.at(paidAt, () => rewardPaid(account, order, paidAt));
  const completed = events.find(({ step }) => step === 'complete');
  if (completed === undefined) return;
  const atMs = completed.happenedAt;
  account.agenda.at(atMs, () => {
    const why = { cause: causes.completed, causeId: orderId };
    givePoints(account, order.quote.points.earned, why, atMs);
    grow(account, growthEarned(order.goodsFen - order.discountFen), why, atMs);
  });
}

/** Coupons, points, stored value, and its part of promotions. Points and stored value pay only what is paid. */
function takeDues(account: Account, { orderId, dues, placedAt, paidAt, closedAt }: Order): void {
  const { points = 0, principalFen = 0, giftFen = 0, coupons = [], promotions = [] } = dues;
  const couponIds = coupons.map(({ couponId }) => couponId);
  account.coupons.take(couponIds, orderId, { heldAt: placedAt, usedAt: paidAt, backAt: closedAt });
  if (paidAt !== null) {
    const why = { cause: causes.pays, causeId: orderId };
    if (points > 0) account.points.pay(points, why, placedAt, paidAt);
    account.purse.pay({ principalFen, giftFen }, orderId, placedAt, paidAt);
  }
  const open = paidAt === null ? ('held' as const) : ('used' as const);
  const state = closedAt === null ? open : ('returned' as const);
  const { memberId } = account.member;
  for (const { promotionId, fen, perMember, pieces } of promotions) {
    account.uses.push({ orderId, promotionId, memberId, fen, state, usedAt: placedAt });
    if (!perMember || closedAt !== null) continue;
    const had = account.limited.get(promotionId) ?? { uses: 0, pieces: 0 };
    account.limited.set(promotionId, { uses: had.uses + 1, pieces: had.pieces + pieces });
  }
}

/** A coupon for the next time, and now and then a packet to give away. */
function rewardPaid(account: Account, { orderId, payableFen }: Order, paidAt: number): void {
  if (payableFen >= 20_000)
    giveCoupon(account, 'paid', { source: 'paid', cause: orderId, atMs: paidAt });
  makePacket(account, { orderId, payableFen, paidAt });
}
