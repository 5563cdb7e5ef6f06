import type { Quote } from '../../../../domains/cart/rules/quoted';
import { duesOf, type Dues } from '../../../../domains/orders/rules/dues';
import {
  commissionLines,
  commissionParts,
  creditOrder,
  type OrderCredit,
} from '../../../../domains/referral/rules/credit';
import { splitFen } from '../../../../kit/money';
import { dayOf } from '../../../../kit/time';
import { offsetMinutes } from '../calendar';
import type { Account } from '../dealings/account';
import { idAt, type Chance } from '../random';
import type { Address, OrderEvent, OrderLine, OrderStory, ShopWorld } from '../types';
import type { Bought } from './buying';
import { choiceOf } from './choosing';
import { atCounter, courseOf, type CourseStep, type Wish } from './course';
import { digits, entriesOf, moneyOf } from './money';
import { goodsOf } from './offered';
import { quoteOf } from './quoting';
import { boundAt, guideTouches, settings, type Ties } from './ties';

/** What one order is made of. */
export interface Ordering {
  readonly basket: readonly Bought[];
  readonly addresses: readonly Address[];
  readonly placedAt: number;
  readonly wish: Wish;
  /** The 积分兑换 whose goods these are; null when it is an ordinary order. */
  readonly exchangeId: string | null;
}

const remarks = [
  '请放快递柜',
  '放门口就行，谢谢',
  '周末送货',
  '麻烦包装严实一点',
  '送人的，不要放价签',
  '到了打电话',
];
const closeReasons: Readonly<Record<string, string>> = {
  expire: 'timeout',
  cancel: 'cancelled',
  refund: 'refunded',
};
const cancelReasons = ['不想买了', '尺码拍错了', '想换个地址重新下单'];

/**
 * An order as the shop would have written it: quoted and credited by the shop's own rules with what was
 * known at its time, then carried on to today. Null when it cannot be delivered or paid for.
 */
export function makeOrder(
  account: Account,
  chance: Chance,
  ties: Ties,
  ordering: Ordering,
): OrderStory | null {
  const { world } = account;
  const { basket, placedAt, wish } = ordering;
  const delivery = deliveryOf(world, chance, ordering.addresses);
  const { nowMs } = world.options;
  const travelled = courseOf(chance, placedAt, nowMs, wish);
  const wished = delivery.address === null ? atCounter(travelled, nowMs) : travelled;
  const choice = choiceOf(account, { placedAt, course: wished, exchangeId: ordering.exchangeId });
  const { quoted, promotions } = quoteOf({ account, ties, basket, placedAt, ...delivery, choice });
  const course = quoted.dueFen === 0 ? paidAtOnce(wished) : wished;
  if (!quoted.deliverable || !quoted.points.enough || course === null) return null;
  const credit = creditOf(world, ties, { quoted, placedAt, storeId: delivery.storeId });
  const orderId = idAt(chance, placedAt);
  const dues = duesOf(quoted, promotions);
  const order: OrderStory['order'] = {
    orderId,
    number: `${dayOf(placedAt, offsetMinutes).replaceAll('-', '')}${digits(chance, 14)}`,
    memberId: ties.memberId,
    delivery: delivery.address === null ? 'pickup' : 'express',
    storeId: delivery.storeId ?? credit.storeId,
    address: delivery.address,
    remark: chance.maybe(0.12) ? chance.pick(remarks) : '',
    ...amountsOf(quoted, dues),
    credit,
    guideId: credit.guideId,
    shareId: credit.shareId,
    placedAt,
    expiresAt: placedAt + settings.orders.closeUnpaidMs,
    ...endOf(course),
    ...lifeOf(course, quoted),
  };
  return {
    order,
    lines: linesOf(world, quoted).map((line) => ({ ...line, ...unitsOf(course, line) })),
    events: course.map((step) => eventOf(world, chance, step, ties.memberId)),
    ...moneyOf(world.options.seed, order, course),
    ...countedOf(quoted, dues),
    entries: entriesOf(chance, orderId, credit.parts, course),
    goods: order.state === 'unpaid' ? 'held' : order.state === 'closed' ? 'back' : 'sold',
  };
}

/** An order that leaves nothing to pay is paid as it is placed; null when it was not to be paid. */
function paidAtOnce(course: readonly CourseStep[]): CourseStep[] | null {
  const [placed, paid, ...later] = course;
  if (placed === undefined || paid?.step !== 'pay') return null;
  return [placed, { ...paid, atMs: placed.atMs, free: true }, ...later];
}

/** Where an order's course has led it. */
function endOf(course: readonly CourseStep[]) {
  const closing = course.find(({ to }) => to === 'closed');
  return {
    state: course.at(-1)?.to ?? 'unpaid',
    paidAt: course.find(({ step }) => step === 'pay')?.atMs ?? null,
    closedAt: closing?.atMs ?? null,
    closeReason: closing === undefined ? null : (closeReasons[closing.step] ?? null),
  };
}

/** When an order was sent, received and completed, and what of it went back. */
function lifeOf(course: readonly CourseStep[], { payableFen, freightFen }: Quote) {
  const { confirmReceiptMs, afterSaleMs } = settings.orders;
  const at = (wanted: CourseStep['step']) =>
    course.find(({ step }) => step === wanted)?.atMs ?? null;
  const after = (instant: number | null, ms: number) => (instant === null ? null : instant + ms);
  const [shippedAt, receivedAt, completedAt] = [at('ship'), at('receive'), at('complete')];
  const refunded = at('refund') !== null;
  return {
    ...{ shippedAt, receivedAt, completedAt, extended: false, openClaims: 0 },
    confirmBy: after(shippedAt, confirmReceiptMs),
    windowEndsAt: after(receivedAt, afterSaleMs),
    completedFen: completedAt === null ? null : payableFen - freightFen,
    refundedFen: refunded ? payableFen : 0,
    refundedFreightFen: refunded ? freightFen : 0,
  };
}

function amountsOf(quoted: Quote, dues: Dues) {
  const { goodsFen, discountFen, freightFen, payableFen, dueFen, points, storedFen } = quoted;
  return {
    ...{ goodsFen, discountFen, freightFen, payableFen, dueFen },
    quote: quoted,
    dues,
    pointsUsed: points.used + points.exchanged,
    storedPrincipalFen: storedFen.principalFen,
    storedGiftFen: storedFen.giftFen,
  };
}

/** To her default address, or to the counter of a store; always there when she saved no address. */
function deliveryOf(world: ShopWorld, chance: Chance, addresses: readonly Address[]) {
  const counter = chance.pick(world.stores).storeId;
  const [address = null] = addresses;
  if (address === null || chance.maybe(0.16)) return { address: null, storeId: counter };
  return { address, storeId: null };
}

/** What the shop counts of it: what coupons gave by batch, and goods of activities. */
function countedOf(
  quoted: Quote,
  { promotions = [] }: Dues,
): Pick<OrderStory, 'given' | 'special'> {
  return {
    given: quoted.coupons.map(({ batchId, fen }) => ({ batchId, fen })),
    special: promotions.flatMap(({ promotionId, goods }) =>
      goods.map(({ skuId, pieces }) => ({ promotionId, skuId, pieces })),
    ),
  };
}

interface Crediting {
  readonly quoted: Quote;
  readonly placedAt: number;
  readonly storeId: string | null;
}

function creditOf(
  world: ShopWorld,
  ties: Ties,
  { quoted, placedAt, storeId }: Crediting,
): OrderCredit {
  const facts = {
    touches: guideTouches(ties),
    bound: boundAt(ties, placedAt),
    buyer: null,
    fallbackStoreId: storeId ?? world.stores[0]?.storeId ?? '',
    placedAt,
  };
  const credit = creditOrder(facts, settings.referral);
  const rates = new Map(world.categories.map(({ categoryId, rateBp }) => [categoryId, rateBp]));
  // Gifts of the wallet were paid by nobody, and earn no commission.
  const parts = [...quoted.lines.map(({ paidFen }) => paidFen), quoted.freightFen];
  const giftShares = splitFen(quoted.storedFen.giftFen, parts);
  const lines = quoted.lines.map(({ skuId, paidFen }, at) => {
    const { product } = goodsOf(world, skuId);
    const categoryRateBp = rates.get(product.categoryId) ?? 0;
    const baseFen = paidFen - (giftShares[at] ?? 0);
    return { paidFen: baseFen, productRateBp: product.rateBp, categoryRateBp };
  });
  const guideRateBp = world.staff.find(({ staffId }) => staffId === credit.guideId)?.rateBp ?? 0;
  const earned = commissionParts(credit, lines, guideRateBp, settings.referral.serviceShareBp);
  if (earned.length === 0) return credit;
  return { ...credit, parts: earned, lines: commissionLines(lines, guideRateBp) };
}

/** What became of a line's units. */
function unitsOf(course: readonly CourseStep[], line: { quantity: number; paidFen: number }) {
  const took = (wanted: CourseStep['step']) => course.some(({ step }) => step === wanted);
  const [sent, refunded] = [took('ship'), took('refund')];
  return {
    shippedQuantity: sent ? line.quantity : 0,
    cancelledQuantity: refunded && !sent ? line.quantity : 0,
    askedQuantity: 0,
    refundedQuantity: refunded ? line.quantity : 0,
    refundedFen: refunded ? line.paidFen : 0,
  };
}

/** A line as it was bought. */
type BoughtLine = Omit<OrderLine, keyof ReturnType<typeof unitsOf>>;

/** What was bought, what was added for less, and what came for nothing. */
function linesOf(world: ShopWorld, { lines, gifts }: Quote): BoughtLine[] {
  const bought = lines.map(({ skuId, quantity, listFen, unitFen, unitFrom, paidFen }) => {
    const kind = unitFrom === 'add_on' ? ('add_on' as const) : ('bought' as const);
    return { skuId, quantity, listFen, unitFen, paidFen, kind };
  });
  const given = gifts.flatMap(({ skuId, quantity, skipped }) => {
    const listFen = goodsOf(world, skuId).sku.priceFen;
    const line = { skuId, quantity, listFen, unitFen: 0, paidFen: 0, kind: 'gift' as const };
    return skipped === null ? [line] : [];
  });
  return [...bought, ...given].map((line, at) => {
    const { product, sku } = goodsOf(world, line.skuId);
    return {
      line: at + 1,
      productId: product.productId,
      title: product.title,
      specText: sku.specValues.join(' · '),
      pictureUrl: sku.pictureUrl,
      ...line,
    };
  });
}

function eventOf(
  world: ShopWorld,
  chance: Chance,
  { step, from, to, atMs, free }: CourseStep,
  memberId: string,
): OrderEvent {
  const actors: Readonly<Record<CourseStep['step'], OrderEvent['actor']>> = {
    place: 'shopper',
    pay: 'wechat',
    cancel: 'shopper',
    expire: 'timer',
    ship: 'manager',
    receive: 'shopper',
    complete: 'timer',
    refund: 'manager',
  };
  const actor = free === true ? 'shopper' : actors[step];
  const manager = world.staff.find(({ role }) => role === 'manager')?.memberId ?? null;
  return {
    eventId: idAt(chance, atMs),
    step,
    fromState: from,
    toState: to,
    actor,
    actorId: actor === 'shopper' ? memberId : actor === 'manager' ? manager : null,
    reason: step === 'cancel' ? chance.pick(cancelReasons) : '',
    happenedAt: atMs,
  };
}
