import { step } from '../../../kit/flow';
import { insist, present, Refused } from '../../../kit/refusal';
import { announce } from '../../../platform/outbox';
import { putBackSold, takeForExchange } from '../../catalogue/usecases/sku-facts';
import { closeClaim } from '../../orders/usecases/claims';
import { lockedOrder } from '../../orders/usecases/locked';
import type { Events, Tx, World } from '../../registry';
import { afterSaleFlow, isClaiming, isEnded, type AfterSaleStep } from '../flow';
import { refuse } from '../refusals';
import { dueOf, whyNotStep, type Hand } from '../rules/steps';
import {
  addSaleEvent,
  findAfterSale,
  lockAfterSale,
  saveAfterSale,
  type LockedSale,
} from '../store/sales';
import type { AfterSaleTables } from '../tables';

/** Who takes a step. */
export interface By {
  hand: Hand;
  actorId: string | null;
}

/** An after-sale with its order, both locked. */
export interface Found extends LockedSale {
  order: Awaited<ReturnType<typeof lockedOrder>>;
}

type Sale = LockedSale['sale'];

/** Locks the order of an after-sale with all that its buyer has, then the after-sale. Refuses missing ids. */
export async function lockedSale(world: World, tx: Tx, afterSaleId: string): Promise<Found> {
  const { shopId } = world.shop;
  const missing = refuse('no_such_after_sale');
  const { orderId } = present(await findAfterSale(tx, shopId, afterSaleId), missing);
  const order = await lockedOrder(world, tx, orderId);
  const locked = present(await lockAfterSale(tx, shopId, afterSaleId), missing);
  return { ...locked, order };
}

/** A step with what it says and changes besides the state. */
export interface Taken extends By {
  step: AfterSaleStep;
  reason?: string;
  changes?: Partial<Pick<Sale, ChangedBySteps>>;
}

type ChangedBySteps =
  | 'escalated'
  | 'refusal'
  | 'againUntil'
  | 'returnCarrier'
  | 'returnNumber'
  | 'sentCarrier'
  | 'sentNumber'
  | 'restock';

/**
 * Takes a step of an after-sale under the locks of {@link lockedSale}: what it claims of its order, what an exchange
 * takes from the shelf, its history and its event move with it. Refuses steps that are not the hand's, or not now.
 */
export async function takeStep(
  world: World,
  tx: Tx,
  found: Found,
  { step: taken, hand, actorId, reason = '', changes = {} }: Taken,
): Promise<Found> {
  const { sale, lines, order } = found;
  insist(whyNotStep(sale, taken, hand, world.nowMs));
  const to = present(step(afterSaleFlow, sale.state, taken), refuse('cannot_step'));
  if (isClaiming(sale.state) && !isClaiming(to)) await closeClaim(world, tx, order, lines);
  const moved = await saveMoved(world, tx, sale, { to, taken, hand, actorId, reason, changes });
  await moveStock(world, tx, found, taken);
  return { ...found, sale: moved };
}

/** Ends a refund whose money is back, without the order's lock: nothing of the order hangs on it any more. */
export async function finishRefund(world: World, tx: Tx, sale: Sale, by: By): Promise<void> {
  insist(whyNotStep(sale, 'finish', by.hand, world.nowMs));
  const end = { to: 'done' as const, taken: 'finish' as const, reason: '', changes: {} };
  await saveMoved(world, tx, sale, { ...end, ...by });
}

interface Moved extends Required<Pick<Taken, 'reason' | 'changes'>>, By {
  to: Sale['state'];
  taken: AfterSaleStep;
}

async function saveMoved(world: World, tx: Tx, sale: Sale, moved: Moved): Promise<Sale> {
  const { shop, nowMs } = world;
  const { to, taken, changes, hand, actorId, reason } = moved;
  const dueAt = dueOf(to, nowMs, shop.settings.orders);
  const placed = { state: to, dueAt, turnAt: dueAt ?? nowMs, endedAt: isEnded(to) ? nowMs : null };
  await saveAfterSale(tx, sale, { ...placed, ...changes });
  const after = { ...sale, ...placed, ...changes };
  await tellOf(world, tx, after, { step: taken, from: sale.state, hand, actorId, reason });
  return after;
}

/** Writes what happened to an after-sale into its history, and announces it. */
export async function tellOf(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  sale: Sale,
  told: By & { step: string; from: Sale['state'] | null; reason: string },
): Promise<void> {
  const { shopId } = shop;
  const { afterSaleId, orderId, memberId, guideId, kind, state } = sale;
  const { step: taken, from, hand, actorId, reason } = told;
  const event: Omit<AfterSaleTables['afterSaleEvents'], 'eventId'> = {
    ...{ shopId, afterSaleId, step: taken, fromState: from, toState: state },
    ...{ actor: hand, actorId, reason, happenedAt: nowMs },
  };
  await addSaleEvent(tx, event);
  const payload: Events['afterSales.moved'] = {
    ...{ afterSaleId, orderId, memberId, guideId, kind, step: taken, state, actor: hand },
  };
  await announce(tx, { shopId, name: 'afterSales.moved', payload: { ...payload }, nowMs });
}

/** What an exchange gives is taken when it is agreed, and put back when it comes to nothing. */
async function moveStock(world: World, tx: Tx, found: Found, taken: AfterSaleStep): Promise<void> {
  const { sale, lines } = found;
  if (sale.kind !== 'exchange') return;
  const pieces = lines.flatMap(({ toSkuId, quantity }) =>
    toSkuId === null ? [] : [{ skuId: toSkuId, quantity }],
  );
  if (taken === 'agree' || taken === 'resume') {
    if (!(await takeForExchange(world, tx, pieces))) throw new Refused(refuse('exchange_sold_out'));
  } else if (sale.state !== 'asked' && ['withdraw', 'lapse', 'refuse'].includes(taken)) {
    await putBackSold(world, tx, pieces);
  }
}
