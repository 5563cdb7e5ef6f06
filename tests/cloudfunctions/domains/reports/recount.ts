import type { Database } from '../../../../cloudfunctions/domains/registry';

/** What a shop has written, row by row. */
export type Raw = Awaited<ReturnType<typeof readRaw>>;

/** Reads every row that a number may count. */
export async function readRaw(db: Database, shopId: string) {
  const [orders, payments, refunds, storedRefunds, touches, joins] = await Promise.all([
    db.selectFrom('orders').selectAll().where('shopId', '=', shopId).execute(),
    db.selectFrom('payments').selectAll().where('shopId', '=', shopId).execute(),
    db.selectFrom('refunds').selectAll().where('shopId', '=', shopId).execute(),
    db.selectFrom('storedRefunds').selectAll().where('shopId', '=', shopId).execute(),
    db.selectFrom('touches').selectAll().where('shopId', '=', shopId).execute(),
    db.selectFrom('visitorJoins').selectAll().where('shopId', '=', shopId).execute(),
  ]);
  return { orders, payments, refunds, storedRefunds, touches, joins };
}

type Within = (atMs: number | null) => boolean;

/** Instants from `fromMs` up to and with `lastMs`. */
export const between =
  (fromMs: number, lastMs: number): Within =>
  (atMs) =>
    atMs !== null && atMs >= fromMs && atMs <= lastMs;

/** The numbers of a stretch, counted one row after the other; of one guide when she is named. */
export function recount(raw: Raw, within: Within, guideId?: string) {
  const mine = raw.orders.filter((order) => guideId === undefined || order.guideId === guideId);
  const ids = new Set(mine.map(({ orderId }) => orderId));
  const paid = mine.filter(({ paidAt }) => within(paidAt));
  const came = raw.payments.filter(
    ({ orderId, method, recordedAt }) =>
      ids.has(orderId) && method !== 'gift' && within(recordedAt),
  );
  const back = raw.refunds.filter(
    ({ orderId, state, doneAt }) => ids.has(orderId) && state === 'done' && within(doneAt),
  );
  const toStored = raw.storedRefunds.filter(
    ({ orderId, doneAt }) => ids.has(orderId) && within(doneAt),
  );
  const touches = raw.touches.filter(
    (touch) => (guideId === undefined || touch.guideId === guideId) && within(touch.touchedAt),
  );
  const buyers = new Set(paid.map(({ memberId }) => memberId)).size;
  const visitors = new Set(touches.map((touch) => personOf(raw, touch))).size;
  return {
    netFen: sum(came) - sum(back) - sum(toStored),
    orders: paid.length,
    buyers,
    visitors,
    conversionBp: visitors === 0 ? 0 : Math.round((buyers * 10_000) / visitors),
  };
}

function personOf(raw: Raw, touch: Raw['touches'][number]): string | null {
  const joined = raw.joins.find(({ visitorId }) => visitorId === touch.visitorId);
  return touch.memberId ?? joined?.memberId ?? touch.visitorId;
}

/** The sum of amounts, in fen. */
export function sum(rows: readonly { amountFen: number | null }[]): number {
  return rows.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
}

/** How many of a guide's buyers bought on two days or more, in bp of all of them. */
export function recountAgain(raw: Raw, within: Within, guideId: string): number {
  const days = new Map<string, Set<number>>();
  for (const { guideId: whose, memberId, paidAt } of raw.orders) {
    if (whose !== guideId || paidAt === null || !within(paidAt)) continue;
    const known = days.get(memberId) ?? new Set();
    days.set(memberId, known.add(Math.floor((paidAt + 8 * 3_600_000) / 86_400_000)));
  }
  const again = [...days.values()].filter((bought) => bought.size >= 2).length;
  return days.size === 0 ? 0 : Math.round((again * 10_000) / days.size);
}
