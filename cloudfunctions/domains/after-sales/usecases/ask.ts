import { insist } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { ownPictures } from '../../media/usecases/pictures';
import { once } from '../../members/usecases/once';
import { openClaim } from '../../orders/usecases/claims';
import { lockedOrder, seenOrder } from '../../orders/usecases/locked';
import type { Context, StaffContext, Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { whyNotAsk, whyNotOpen, whyNotUnits, type AskFacts } from '../rules/ask';
import { dueOf } from '../rules/steps';
import type { AskAfterSale, Back, PreviewAfterSale } from '../schema';
import { addAfterSale, findClaimed, lockAfterSale } from '../store/sales';
import type { AfterSaleTables } from '../tables';
import { wishesOf } from './exchange';
import { foresee } from './foresee';
import { tellOf, type Found } from './move';

type Order = Awaited<ReturnType<typeof lockedOrder>>;

/** What units of an order of mine would bring back, before I ask for it; writes nothing. */
export async function previewAfterSale(
  context: Context,
  asked: PreviewAfterSale,
): Promise<{ back: Back }> {
  return previewFor(context, await myOrder(context, asked.orderId), { by: 'shopper', ...asked });
}

/** The same for whoever opens one for a shopper, also after her window. */
export async function previewForStaff(
  context: StaffContext,
  asked: PreviewAfterSale,
): Promise<{ back: Back }> {
  return previewFor(context, await seenOrder(context, asked.orderId), { by: 'manager', ...asked });
}

async function previewFor(
  world: World,
  order: Order,
  { by, kind, units }: PreviewAfterSale & { by: 'shopper' | 'manager' },
): Promise<{ back: Back }> {
  const { db, nowMs } = world;
  const facts = await factsOf(world, db, order);
  insist(whyNotOpen(facts.order, by, nowMs) ?? whyNotUnits(facts, { kind, units }));
  const { claimed } = facts;
  const { commission: _forStaff, ...back } = await foresee(world, db, order, {
    ...{ kind, units, claimed },
  });
  return { back };
}

/** I ask for money or goods of an order of mine, once per key. */
export async function askAfterSale(
  context: Context,
  asked: AskAfterSale,
): Promise<{ afterSaleId: string }> {
  const { db, caller } = context;
  await myOrder(context, asked.orderId);
  await ownPictures(context, caller.memberId, asked.pictureIds);
  return transact(db, async (tx) => {
    const by = { hand: 'shopper' as const, actorId: caller.memberId };
    const { afterSaleId } = await open(context, tx, asked, by);
    return { afterSaleId };
  });
}

/** Whoever opens an after-sale: the shopper, or the shop for her. */
interface Opener {
  hand: 'shopper' | 'manager';
  actorId: string;
}

/**
 * Opens an after-sale in an open transaction: its units are claimed of the order. The same key and body open it once;
 * `again` says that they did before.
 */
export async function open(
  context: Context,
  tx: Tx,
  { key, ...asked }: AskAfterSale,
  by: Opener,
): Promise<
  { afterSaleId: string; again: true } | { afterSaleId: string; again: false; found: Found }
> {
  const { shop, nowMs } = context;
  const order = await lockedOrder(context, tx, asked.orderId);
  const deed = { key, deed: `afterSales.${by.hand === 'shopper' ? 'ask' : 'open'}`, body: asked };
  const { id: afterSaleId, again } = await once(context, tx, deed);
  if (again) return { afterSaleId, again };
  const facts = await factsOf(context, tx, order);
  insist(whyNotAsk(facts, asked, { by: by.hand, nowMs }));
  const wishes = await wishesOf({ ...context, db: tx }, order, asked);
  const back = await foresee(context, tx, order, { ...asked, claimed: facts.claimed });
  const keepsGoods = asked.kind === 'refund_only';
  const claimed = await openClaim(context, tx, order, { units: asked.units, keepsGoods });
  const lines = claimed.map(({ line, quantity, unsent }) => ({
    ...{ line, quantity, unsent },
    ...(wishes.get(line) ?? { toSkuId: null, toSpecText: '' }),
  }));
  const dueAt = dueOf('asked', nowMs, shop.settings.orders);
  const sale: AfterSaleTables['afterSales'] = {
    ...newSale(order, { ...asked, afterSaleId, openedBy: by.hand }),
    ...{ shopId: shop.shopId, back, askedAt: nowMs, dueAt, turnAt: dueAt ?? nowMs },
  };
  await addAfterSale(tx, sale, lines);
  const step = by.hand === 'shopper' ? 'ask' : 'open';
  await tellOf(context, tx, sale, { ...by, step, from: null, reason: '' });
  const locked = await lockAfterSale(tx, shop.shopId, afterSaleId);
  if (locked === null) throw new Error('an after-sale is gone that was just written');
  return { afterSaleId, again, found: { ...locked, order } };
}

function newSale(
  { order }: Order,
  said: Pick<AskAfterSale, 'kind' | 'reason' | 'words' | 'pictureIds'> & {
    afterSaleId: string;
    openedBy: 'shopper' | 'manager';
  },
) {
  const { orderId, memberId, guideId } = order;
  const { afterSaleId, openedBy, kind, reason, words, pictureIds } = said;
  return {
    ...{ afterSaleId, orderId, memberId, guideId, kind, reason, words, pictureIds, openedBy },
    ...{ state: 'asked' as const, escalated: false, refusal: null, againUntil: null },
    ...{ refundedAt: null, wechatRefundId: null, returnCarrier: null, returnNumber: null },
    ...{ sentCarrier: null, sentNumber: null, restock: null, endedAt: null },
  };
}

/** What decides about asking: the order, and what its open after-sales claim. Deciding needs the order's lock. */
export async function factsOf(
  { shop }: Pick<World, 'shop'>,
  db: Tx | World['db'],
  { order, lines }: Order,
): Promise<AskFacts> {
  return { order, lines, ...(await findClaimed(db, shop.shopId, order.orderId)) };
}

/** An order of mine as it stands; foreign and missing ids are refused alike. */
export async function myOrder(context: Context, orderId: string): Promise<Order> {
  const order = await seenOrder(context, orderId);
  insist(order.order.memberId === context.caller.memberId ? null : refuse('no_such_order'));
  return order;
}
