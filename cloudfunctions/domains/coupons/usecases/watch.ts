import { pageOf, placeBehind } from '../../../kit/cursor';
import { present } from '../../../kit/refusal';
import { stateOf } from '../../promotions/usecases/watch';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import type { BatchId, ListBatches, WatchedBatch } from '../schema';
import { findBatch, listBatchRows, watchBatches } from '../store/batches';

const pageSize = 20;

type Row = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

/** Batches that are open or to come, or those that are over, the latest made first, with what they came to. */
export async function listBatches(context: StaffContext, { which, cursor }: ListBatches) {
  const { db, shop, nowMs } = context;
  const after = placeBehind(cursor);
  const found = await listBatchRows(db, {
    shopId: shop.shopId,
    over: which === 'over',
    nowMs,
    after,
    limit: pageSize + 1,
  });
  const { rows, next } = pageOf(found, pageSize, (row) => ({ value: row.madeAt, id: row.batchId }));
  return { items: await watched(context, rows), next };
}

/** One batch as managers watch it. Foreign and missing ids are refused alike. */
export async function showBatch(
  context: StaffContext,
  { batchId }: BatchId,
): Promise<WatchedBatch> {
  const row = await findBatch(context.db, context.shop.shopId, batchId);
  const [shown] = await watched(context, [present(row, refuse('no_such_batch'))]);
  return present(shown, refuse('no_such_batch'));
}

async function watched(
  { db, shop, nowMs }: StaffContext,
  rows: readonly Row[],
): Promise<WatchedBatch[]> {
  const counted = await watchBatches(
    db,
    shop.shopId,
    rows.map(({ batchId }) => batchId),
  );
  const numbers = new Map(counted.map((row) => [row.batchId, row]));
  return rows.map(({ shopId: _shop, madeBy: _maker, stoppedAt, ...row }) => {
    const { claimed = 0, used = 0, spentFen = 0, broughtFen = 0 } = numbers.get(row.batchId) ?? {};
    const { opensAt, closesAt } = row;
    const state = stateOf({ startsAt: opensAt, endsAt: closesAt, stoppedAt }, nowMs);
    return { ...row, state, claimed, used, spentFen, broughtFen };
  });
}
