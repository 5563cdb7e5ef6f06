import { nothingOffered } from '../../../../domains/cart/rules/facts';
import { quote } from '../../../../domains/cart/rules/quote';
import {
  commissionParts,
  creditOrder,
  type OrderCredit,
} from '../../../../domains/referral/rules/credit';
import { dayOf } from '../../../../kit/time';
import { offsetMinutes } from '../calendar';
import { idAt, type Chance } from '../random';
import type { Address, OrderEvent, OrderLine, OrderStory, ShopWorld } from '../types';
import type { Bought } from './buying';
import { courseOf, type CourseStep, type Wish } from './course';
import { digits, entriesOf, moneyOf } from './money';
import { boundAt, guideTouches, settings, type Ties } from './ties';

/** What one order is made of. */
export interface Ordering {
  readonly basket: readonly Bought[];
  readonly addresses: readonly Address[];
  readonly placedAt: number;
  readonly wish: Wish;
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
 * known at its time, then carried on to today. Null when it cannot be delivered.
 */
export function makeOrder(
  world: ShopWorld,
  chance: Chance,
  ties: Ties,
  ordering: Ordering,
): OrderStory | null {
  const { basket, placedAt, wish } = ordering;
  const delivery = deliveryOf(world, chance, ordering.addresses);
  const quoted = quoteOf(world, basket, delivery.address);
  if (!quoted.deliverable) return null;
  const credit = creditOf(world, ties, { basket, quoted, placedAt, storeId: delivery.storeId });
  const course = courseOf(chance, placedAt, world.options.nowMs, wish);
  const orderId = idAt(chance, placedAt);
  const paidAt = course.find(({ step }) => step === 'pay')?.atMs ?? null;
  const closing = course.find(({ to }) => to === 'closed');
  const order: OrderStory['order'] = {
    orderId,
    number: `${dayOf(placedAt, offsetMinutes).replaceAll('-', '')}${digits(chance, 14)}`,
    memberId: ties.memberId,
    state: course.at(-1)?.to ?? 'unpaid',
    delivery: delivery.address === null ? 'pickup' : 'express',
    storeId: delivery.storeId ?? credit.storeId,
    address: delivery.address,
    remark: chance.maybe(0.12) ? chance.pick(remarks) : '',
    goodsFen: quoted.goodsFen,
    discountFen: quoted.discountFen,
    freightFen: quoted.freightFen,
    payableFen: quoted.payableFen,
    quote: quoted,
    credit,
    guideId: credit.guideId,
    shareId: credit.shareId,
    placedAt,
    expiresAt: placedAt + settings.orders.closeUnpaidMs,
    paidAt,
    closedAt: closing?.atMs ?? null,
    closeReason: closing === undefined ? null : (closeReasons[closing.step] ?? null),
  };
  return {
    order,
    lines: basket.map((bought, at) => lineOf(bought, at, quoted.lines[at]?.paidFen ?? 0)),
    events: course.map((step) => eventOf(world, chance, step, ties.memberId)),
    ...moneyOf(world.options.seed, order, course),
    entries: entriesOf(chance, orderId, credit.parts, course),
    goods: order.state === 'unpaid' ? 'held' : order.state === 'closed' ? 'back' : 'sold',
  };
}

/** To her default address, or to the counter of a store; always there when she saved no address. */
function deliveryOf(world: ShopWorld, chance: Chance, addresses: readonly Address[]) {
  const counter = chance.pick(world.stores).storeId;
  const [address = null] = addresses;
  if (address === null || chance.maybe(0.16)) return { address: null, storeId: counter };
  return { address, storeId: null };
}

function quoteOf(world: ShopWorld, basket: readonly Bought[], address: Address | null) {
  const templates = Object.fromEntries(
    world.templates.map(({ templateId, ...template }) => [templateId, template]),
  );
  const lines = basket.map(({ product, sku, quantity }) => ({
    skuId: sku.skuId,
    productId: product.productId,
    categoryIds: [product.categoryId],
    tags: [],
    templateId: product.templateId,
    quantity,
    listFen: sku.priceFen,
    weightGrams: sku.weightGrams,
  }));
  const destination =
    address === null
      ? { kind: 'pickup' as const }
      : { kind: 'express' as const, regionCode: address.regionCode };
  return quote({ ...nothingOffered, lines, templates, destination });
}

interface Crediting {
  readonly basket: readonly Bought[];
  readonly quoted: ReturnType<typeof quote>;
  readonly placedAt: number;
  readonly storeId: string | null;
}

function creditOf(
  world: ShopWorld,
  ties: Ties,
  { basket, quoted, placedAt, storeId }: Crediting,
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
  const lines = basket.map(({ product }, at) => ({
    paidFen: quoted.lines[at]?.paidFen ?? 0,
    productRateBp: product.rateBp,
    categoryRateBp: rates.get(product.categoryId) ?? 0,
  }));
  const guideRateBp = world.staff.find(({ staffId }) => staffId === credit.guideId)?.rateBp ?? 0;
  return {
    ...credit,
    parts: commissionParts(credit, lines, guideRateBp, settings.referral.serviceShareBp),
  };
}

function lineOf({ product, sku, quantity }: Bought, at: number, paidFen: number): OrderLine {
  return {
    line: at + 1,
    productId: product.productId,
    skuId: sku.skuId,
    title: product.title,
    specText: sku.specValues.join(' · '),
    pictureUrl: sku.pictureUrl,
    quantity,
    unitFen: sku.priceFen,
    paidFen,
  };
}

function eventOf(
  world: ShopWorld,
  chance: Chance,
  { step, from, to, atMs }: CourseStep,
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
  const actor = actors[step];
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
