import { moneyText } from '../../kit/money';
import { Refused } from '../../kit/refusal';
import { transact } from '../../platform/database';
import { guidesById } from '../guides/usecases/stores';
import { tellMember } from '../members/usecases/profile';
import type { Events, Tx, World } from '../registry';
import { againUntilOf, stepWhenDue, whyNotStep } from './rules/steps';
import { guideNotice, memberNotice } from './rules/notices';
import { findAfterSale, findByRefund, findDue, lockAfterSale } from './store/sales';
import { finishRefund, lockedSale, takeStep } from './usecases/move';
import { agree, receive } from './usecases/settle';

const batch = 50;
const clock = { hand: 'timer', actorId: null } as const;

/**
 * Acts where somebody's time to act is over: a silent shop has agreed, or received what came back; a silent shopper
 * has given up, or has her exchange. Answers how many. One that fails keeps none of the others waiting.
 */
export async function actOnDue(world: World): Promise<number> {
  const { db, shop, nowMs, log } = world;
  let done = 0;
  for (const afterSaleId of await findDue(db, shop.shopId, nowMs, batch)) {
    try {
      if (await act(world, afterSaleId)) done += 1;
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      log.error('after_sale.not_moved', { afterSale: afterSaleId, reason });
    }
  }
  return done;
}

async function act(world: World, afterSaleId: string): Promise<boolean> {
  try {
    return await transact(world.db, (tx) => actOn(world, tx, afterSaleId));
  } catch (fault) {
    const soldOut = fault instanceof Refused && fault.refusal.code === 'exchange_sold_out';
    if (!soldOut) throw fault;
    return transact(world.db, (tx) => refuseSoldOut(world, tx, afterSaleId));
  }
}

/** Another worker, or the person herself, may have been here first: then nothing is due any more. */
async function actOn(world: World, tx: Tx, afterSaleId: string): Promise<boolean> {
  const found = await lockedSale(world, tx, afterSaleId);
  const step = stepWhenDue(found.sale);
  if (step === null || whyNotStep(found.sale, step, 'timer', world.nowMs) !== null) return false;
  if (step === 'agree' || step === 'resume') await agree(world, tx, found, clock);
  else if (step === 'receive') await receive(world, tx, found, { ...clock, restock: false });
  else await takeStep(world, tx, found, { step, ...clock });
  return true;
}

const soldOutReason = '要换的规格已没有库存，可以改为退货退款';

/** Nothing is left to exchange for: she is told, and may ask for her money. */
async function refuseSoldOut(world: World, tx: Tx, afterSaleId: string): Promise<boolean> {
  const { shop, nowMs } = world;
  const found = await lockedSale(world, tx, afterSaleId);
  if (whyNotStep(found.sale, 'refuse', 'timer', nowMs) !== null) return false;
  const { windowEndsAt } = found.order.order;
  const againUntil = againUntilOf(windowEndsAt, nowMs, shop.settings.orders);
  const changes = { refusal: soldOutReason, againUntil };
  await takeStep(world, tx, found, { step: 'refuse', ...clock, reason: soldOutReason, changes });
  return true;
}

/** Money is back where it came from: the after-sale that it belongs to is done. Safe to repeat. */
export async function afterSaleRefunded(
  world: World,
  tx: Tx,
  { refundId }: Pick<Events['payments.refunded'], 'refundId'>,
): Promise<void> {
  const { shopId } = world.shop;
  const known = await findByRefund(tx, shopId, refundId);
  if (known === undefined) return;
  const found = await lockAfterSale(tx, shopId, known.afterSaleId);
  if (found === null || found.sale.state !== 'refunding') return;
  await finishRefund(world, tx, found.sale, { hand: 'wechat', actorId: null });
}

/** An after-sale took a step: its shopper and the order's guide are told, where there is something to say. */
export async function afterMoved(
  world: World,
  tx: Tx,
  moved: Events['afterSales.moved'],
): Promise<void> {
  const { shop } = world;
  const { memberId, orderId, guideId } = moved;
  const sale = await findAfterSale(tx, shop.shopId, moved.afterSaleId);
  if (sale === undefined) return;
  const { refusal, back } = sale;
  const facts = {
    ...{ ...moved, refusal: refusal ?? '', wechatFen: back.wechatFen },
    total: moneyText(back.totalFen),
  };
  const notice = memberNotice(facts, shop.settings.orders.returnWithinMs);
  if (notice !== null)
    await tellMember(world, tx, { memberId, orderId, kind: 'after_sale', ...notice });
  const told = guideNotice(facts);
  if (told === null || guideId === null) return;
  const [guide] = await guidesById({ db: tx, shop }, [guideId]);
  if (guide === undefined || guide.leftAt !== null) return;
  const { memberId: whose } = guide;
  // The order is the buyer's own page: a guide opens it from her list.
  const own = { memberId: whose, orderId: null, kind: 'after_sale_guide' };
  await tellMember(world, tx, { ...own, ...told });
}
