import { putBackSold } from '../../catalogue/usecases/sku-facts';
import { refundUnits } from '../../orders/usecases/refund';
import type { Tx, World } from '../../registry';
import { kindNames } from '../rules/words';
import { saveAfterSale } from '../store/sales';
import { piecesOf } from './exchange';
import { keptOf } from './foresee';
import { finishRefund, takeStep, type By, type Found } from './move';

/**
 * The shop, or the clock for it, says yes in an open transaction. A refund alone is set going at once; goods come back
 * first where they must, and what was sent back already waits to be inspected. Refuses an exchange whose shelf is empty.
 */
export async function agree(
  world: World,
  tx: Tx,
  found: Found,
  by: By & { reason?: string },
): Promise<void> {
  const step = found.sale.returnNumber === null ? 'agree' : 'resume';
  const agreed = await takeStep(world, tx, found, { step, ...by });
  if (agreed.sale.kind === 'refund_only') await refund(world, tx, agreed, by);
}

/**
 * The goods are back, in an open transaction: they lie on the shelf again where they may be sold, and the money of a
 * return is set going.
 */
export async function receive(
  world: World,
  tx: Tx,
  found: Found,
  { restock, ...by }: By & { restock: boolean },
): Promise<void> {
  const { sale, lines, order } = found;
  const pieces = await piecesOf(world, tx, order, { kind: sale.kind, units: lines });
  const received = await takeStep(world, tx, found, {
    step: 'receive',
    ...by,
    changes: { restock },
  });
  if (sale.kind === 'return_refund') await refund(world, tx, received, by);
  // Stock is locked behind everything that a refund gives back.
  if (restock) await putBackSold(world, tx, pieces);
}

/** Sets the money of an after-sale going. Where WeChat Pay has no part in it, it is back already. */
async function refund(world: World, tx: Tx, found: Found, { hand, actorId }: By): Promise<void> {
  const { nowMs } = world;
  const refunding = await takeStep(world, tx, found, { step: 'refund', hand, actorId });
  const { sale, lines, order } = refunding;
  const units = lines.map(({ line, quantity, unsent }) => ({ line, quantity, unsent }));
  const back = await refundUnits(world, tx, order, {
    ...{ refundId: sale.afterSaleId, units, sentOnly: sale.kind !== 'refund_only' },
    // What came back is shelved as what it became by exchanges; what never left is by the orders room.
    restock: false,
    ...{ actor: hand, actorId, reason: kindNames[sale.kind] },
  });
  const [wechatRefundId = null] = back.wechatRefundIds;
  const kept = { back: keptOf(order, back), wechatRefundId, refundedAt: nowMs };
  await saveAfterSale(tx, sale, kept);
  if (wechatRefundId === null)
    await finishRefund(world, tx, { ...sale, ...kept }, { hand, actorId });
}
