import fc from 'fast-check';
import { sql } from 'kysely';
import type { Database } from '../../../../cloudfunctions/domains/registry';
import { day, hour, minute } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import type { SmallShop } from '../../../support/small-shop';

/** An instant at which a history ends: 15:04 in China. */
export const nowMs = Date.parse('2026-11-20T07:04:00Z');

interface Sale {
  agoMs: number;
  buyer: number;
  guide: 0 | 1 | null;
  amountFen: number;
  /** Null for an order that nobody paid. */
  paidAfterMs: number | null;
  /** Money that came for nothing besides, and goes back: paid twice, or too late. */
  again: boolean;
  /** Stored value that the shop had given paid this much besides; it is nobody's money. */
  giftFen: number;
  /** Stored value paid this much besides, of which the first part went back so many ms later. */
  stored: { fen: number; backFen: number; backAfterMs: number };
  refunds: { afterMs: number; share: number; state: 'done' | 'wanted' | 'failed' }[];
}

interface Visit {
  agoMs: number;
  guide: 0 | 1 | null;
  /** Members 0 to 4, visitors who joined as one of them 5 to 7, visitors whom nobody knows 8 to 9. */
  who: number;
}

export interface History {
  sales: Sale[];
  visits: Visit[];
}

/** The first instants of days, in China, that are edges of what is counted; as ms before `nowMs`. */
const midnight = 15 * hour + 4 * minute;
const edges = [0, 7, 29, 30, 59].flatMap((days) =>
  [-1, 0, 1].map((ms) => midnight + days * day + ms),
);
const ago = fc.oneof(
  fc.integer({ min: 0, max: 65 * day }),
  fc.integer({ min: 0, max: midnight }),
  fc.constantFrom(0, 7 * day, 7 * day - 1, 30 * day, ...edges),
);
const guide = fc.constantFrom(0 as const, 1 as const, null);
const refund = fc.record({
  afterMs: fc.integer({ min: 0, max: 12 * day }),
  share: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom('done' as const, 'done' as const, 'wanted' as const, 'failed' as const),
});

/** A past of some months: sales that were paid or not, with refunds, and visits with and without cards. */
export const histories: fc.Arbitrary<History> = fc.record({
  sales: fc.array(
    fc.record({
      ...{ agoMs: ago, buyer: fc.nat(4), guide, amountFen: fc.integer({ min: 1, max: 90_000 }) },
      paidAfterMs: fc.option(fc.integer({ min: 0, max: 14 * minute }), { freq: 5 }),
      again: fc.boolean(),
      giftFen: fc.oneof(fc.constant(0), fc.nat(5_000)),
      stored: fc.record({
        fen: fc.nat(5_000),
        backFen: fc.nat(5_000),
        backAfterMs: fc.integer({ min: 0, max: 12 * day }),
      }),
      refunds: fc.array(refund, { maxLength: 2 }),
    }),
    { minLength: 10, maxLength: 45 },
  ),
  visits: fc.array(fc.record({ agoMs: ago, guide, who: fc.nat(9) }), {
    minLength: 20,
    maxLength: 60,
  }),
});

/** Writes a history into a small shop. */
export async function writeHistory(db: Database, small: SmallShop, past: History): Promise<void> {
  const people = await Promise.all(Array.from({ length: 5 }, () => small.shopper()));
  const memberIds = people.map(({ caller }) => caller.memberId);
  for (const sale of past.sales) await writeSale(db, small, sale, memberIds[sale.buyer] ?? '');
  await writeVisits(db, small, past.visits, memberIds);
}

async function writeSale(db: Database, small: SmallShop, sale: Sale, memberId: string) {
  const { shopId } = small.shop;
  const orderId = newId();
  const placedAt = nowMs - sale.agoMs;
  const paidAt = sale.paidAfterMs === null ? null : placedAt + sale.paidAfterMs;
  const guideId = sale.guide === null ? null : small.guides[sale.guide].staffId;
  const { amountFen } = sale;
  await sql`insert into orders (shop_id, order_id, number, member_id, state, delivery, store_id, goods_fen, freight_fen,
      payable_fen, due_fen, stored_principal_fen, stored_gift_fen, quote, credit, guide_id, placed_at, expires_at, paid_at)
    values (${shopId}, ${orderId}, ${orderId}, ${memberId}, ${paidAt === null ? 'closed' : 'paid'}, 'pickup', ${small.storeId},
      ${amountFen}, 0, ${amountFen}, ${amountFen}, 0, 0, '{}', '{}', ${guideId}, ${placedAt}, ${placedAt + 15 * minute}, ${paidAt})`.execute(
    db,
  );
  const shoes = { title: '鞋', specText: '38', pictureUrl: '', quantity: 1, unitFen: amountFen };
  const kind = 'bought' as const;
  const { productId, skus } = small;
  const line = {
    shopId,
    orderId,
    line: 1,
    productId,
    skuId: skus[0],
    listFen: amountFen,
    paidFen: amountFen,
    kind,
    ...{ shippedQuantity: 0, cancelledQuantity: 0, askedQuantity: 0 },
    ...{ refundedQuantity: 0, refundedFen: 0 },
    ...shoes,
  };
  await db.insertInto('orderLines').values(line).execute();
  if (paidAt !== null) {
    await writeMoney(db, { shopId, orderId, amountFen, atMs: paidAt }, sale.refunds);
    await writeOwn(db, { shopId, orderId, amountFen: sale.giftFen, atMs: paidAt }, 'gift');
    await writeStored(db, { shopId, orderId, atMs: paidAt }, sale.stored);
    if (guideId !== null)
      await writeEarning(db, { shopId, orderId, guideId, amountFen, atMs: paidAt });
  }
  if (sale.again) {
    const back = { afterMs: hour, share: 1, state: 'done' as const };
    const atMs = placedAt + 20 * minute;
    await writeMoney(db, { shopId, orderId, amountFen, atMs }, [back], 'refunding');
  }
}

interface Money {
  shopId: string;
  orderId: string;
  amountFen: number;
  atMs: number;
}

async function writeStored(
  db: Database,
  order: Omit<Money, 'amountFen'>,
  { fen, backFen, backAfterMs }: Sale['stored'],
) {
  await writeOwn(db, { ...order, amountFen: fen }, 'stored');
  const amountFen = Math.min(fen, backFen);
  if (amountFen === 0) return;
  const { shopId, orderId, atMs } = order;
  const row = { shopId, orderId, amountFen, refundId: newId(), doneAt: atMs + backAfterMs };
  await db.insertInto('storedRefunds').values(row).execute();
}

async function writeOwn(db: Database, { atMs, ...gift }: Money, method: 'gift' | 'stored') {
  if (gift.amountFen === 0) return;
  const times = { paidAt: atMs, recordedAt: atMs };
  const how = { transactionId: newId(), method, outcome: 'paid' as const };
  await db
    .insertInto('payments')
    .values({ ...gift, ...how, ...times })
    .execute();
}

async function writeMoney(
  db: Database,
  { shopId, orderId, amountFen, atMs }: Money,
  refunds: Sale['refunds'],
  outcome: 'paid' | 'refunding' = 'paid',
) {
  const transactionId = newId();
  const row = {
    shopId,
    orderId,
    transactionId,
    amountFen,
    method: 'wechat' as const,
    outcome,
    paidAt: atMs,
    recordedAt: atMs,
  };
  await db.insertInto('payments').values(row).execute();
  let leftFen = amountFen;
  for (const { afterMs, share, state } of refunds) {
    if (leftFen === 0) return;
    const doneAt = state === 'done' ? atMs + afterMs : null;
    const part = Math.max(1, Math.floor(amountFen / (share + 1)));
    const backFen = outcome === 'refunding' ? amountFen : Math.min(part, leftFen);
    leftFen -= backFen;
    const back = { amountFen: backFen, state, doneAt };
    const reason = outcome === 'refunding' ? 'late_payment' : 'return';
    const ids = { shopId, orderId, transactionId, refundId: newId(), number: newId() };
    const times = { nextTryAt: atMs, wantedAt: atMs, tries: 0, alarmedAt: null };
    const said = { fault: null, acceptedAt: doneAt };
    await db
      .insertInto('refunds')
      .values({ ...ids, ...times, ...said, ...back, reason })
      .execute();
  }
}

async function writeEarning(db: Database, earned: Money & { guideId: string }) {
  const { shopId, orderId, guideId, amountFen, atMs } = earned;
  const entry = {
    shopId,
    entryId: newId(),
    orderId,
    guideId,
    cause: 'paid',
    part: 'sale' as const,
  };
  const amounts = { baseFen: amountFen, amountFen: Math.floor(amountFen / 20) };
  await db
    .insertInto('commissionEntries')
    .values({ ...entry, ...amounts, state: 'pending', madeAt: atMs })
    .execute();
}

async function writeVisits(db: Database, small: SmallShop, visits: Visit[], memberIds: string[]) {
  const { shopId } = small.shop;
  const visitorIds = Array.from({ length: 10 }, () => newId());
  for (const joined of [5, 6, 7]) {
    const memberId = memberIds[joined - 5] ?? '';
    const join = { shopId, visitorId: visitorIds[joined] ?? '', memberId, joinedAt: nowMs };
    await db.insertInto('visitorJoins').values(join).execute();
  }
  for (const { agoMs, guide, who } of visits) {
    const guideId = guide === null ? null : small.guides[guide].staffId;
    const person = who < 5 ? { memberId: memberIds[who] ?? null } : { memberId: null };
    const came = {
      shopId,
      touchId: newId(),
      shareId: null,
      guideId,
      visitorId: visitorIds[who] ?? '',
    };
    const how = { scene: 0, channel: 'direct', groupId: null, touchedAt: nowMs - agoMs };
    await db
      .insertInto('touches')
      .values({ ...came, ...how, ...person })
      .execute();
  }
}
