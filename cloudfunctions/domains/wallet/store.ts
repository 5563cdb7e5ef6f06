import { sql } from 'kysely';
import type { Place } from '../../kit/cursor';
import { repeating, type Queries } from '../../platform/database';
import type { Database, Tables } from '../registry';
import type { WalletTables } from './tables';

type Db = Queries<Tables>;

/** A member of a shop. */
interface Whose {
  shopId: string;
  memberId: string;
}

/** What a member has stored, in fen. */
export async function findWallet(db: Db, { shopId, memberId }: Whose) {
  const wallet = await db
    .selectFrom('wallets')
    .select(['principalFen', 'giftFen'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return wallet ?? { principalFen: 0, giftFen: 0 };
}

/** Gives back stored value that was spent, once per refund. */
export async function returnSpent(
  db: Db,
  { shopId, memberId }: Whose,
  back: { refundId: string; principalFen: number; giftFen: number; nowMs: number },
): Promise<void> {
  const { refundId, principalFen, giftFen, nowMs } = back;
  await sql`select wallet_refund(${shopId}, ${memberId}, ${principalFen}, ${giftFen}, ${refundId}::text,
    ${nowMs})`.execute(db);
}

/** Notes for which order principal went back, for whoever counts what the shop kept. */
export async function addStoredRefund(db: Db, row: WalletTables['storedRefunds']): Promise<void> {
  await db
    .insertInto('storedRefunds')
    .values(row)
    .onConflict((conflict) => conflict.columns(['shopId', 'refundId']).doNothing())
    .execute();
}

/** Principal that refunds of an order returned, the oldest first. */
export async function listStoredRefunds(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('storedRefunds')
    .select(['amountFen', 'doneAt'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .orderBy('doneAt')
    .limit(100)
    .execute();
}

/** What moved a member's stored value, newest first, from a place on. */
export async function listMovements(
  db: Db,
  { shopId, memberId }: Whose,
  { after, limit }: { after: Place | undefined; limit: number },
) {
  return db
    .selectFrom('walletEntries')
    .select(['entryId', 'purse', 'fromAccount', 'toAccount', 'fen', 'madeAt'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where((either) =>
      either.or([either('fromAccount', '=', 'member'), either('toAccount', '=', 'member')]),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(made_at, entry_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('entryId', 'desc')
    .limit(limit)
    .execute();
}

/** Writes a recharge unless its key made one already; the one that is there then. */
export async function addRecharge(db: Db, row: WalletTables['recharges']) {
  await db
    .insertInto('recharges')
    .values(row)
    .onConflict((conflict) => conflict.columns(['shopId', 'memberId', 'key']).doNothing())
    .execute();
  return db
    .selectFrom('recharges')
    .selectAll()
    .where('shopId', '=', row.shopId)
    .where('memberId', '=', row.memberId)
    .where('key', '=', row.key)
    .executeTakeFirstOrThrow();
}

/** One recharge of a member; foreign and missing ids are not found. */
export async function findRecharge(db: Db, { shopId, memberId }: Whose, rechargeId: string) {
  return db
    .selectFrom('recharges')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('rechargeId', '=', rechargeId)
    .executeTakeFirst();
}

/** A recharge by id alone, for deeds of the shop itself. */
export async function findRechargeById(db: Db, shopId: string, rechargeId: string) {
  return db
    .selectFrom('recharges')
    .select(['principalFen', 'giftFen'])
    .where('shopId', '=', shopId)
    .where('rechargeId', '=', rechargeId)
    .executeTakeFirst();
}

/** Unpaid recharges whose time is over, the oldest first. */
export async function findOverdue(db: Db, shopId: string, nowMs: number, limit: number) {
  return db
    .selectFrom('recharges')
    .select(['rechargeId', 'number'])
    .where('shopId', '=', shopId)
    .where('state', '=', 'unpaid')
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

/** Closes a recharge that is still unpaid; answers whether it was. */
export async function closeRecharge(db: Db, shopId: string, rechargeId: string): Promise<boolean> {
  const done = await db
    .updateTable('recharges')
    .set({ state: 'closed' })
    .where('shopId', '=', shopId)
    .where('rechargeId', '=', rechargeId)
    .where('state', '=', 'unpaid')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Money for a recharge, as `settle_recharge` takes it. */
interface ArrivedMoney {
  shopId: string;
  number: string;
  payerOpenid: string;
  transactionId: string;
  amountFen: number;
  paidAt: number;
  nowMs: number;
  outboxId: string;
}

/** What became of money: it is in the wallet, was there already, or is not the recharge's. */
export type SettleOutcome =
  | { outcome: 'paid' | 'again' }
  | {
      outcome: 'doubt';
      problem: 'unknown_number' | 'wrong_amount' | 'foreign_payer' | 'paid_twice';
    };

/** Records money that arrived in one call, which is one commit; once per transaction id. */
export async function settleMoney(db: Database, money: ArrivedMoney): Promise<SettleOutcome> {
  return repeating(async () => {
    const { rows } = await sql<{
      outcome: SettleOutcome;
    }>`select settle_recharge(${JSON.stringify(money)}::jsonb) as outcome`.execute(db);
    const [row] = rows;
    if (row === undefined) throw new Error('settle_recharge answered nothing');
    return row.outcome;
  });
}

/** Recharges that were paid in a stretch of time, or have one of these numbers of WeChat's. */
export async function listPaidRecharges(
  db: Db,
  shopId: string,
  {
    fromMs,
    toMs,
    transactionIds,
  }: { fromMs: number; toMs: number; transactionIds: readonly string[] },
) {
  const { rows } = await sql<{
    number: string;
    transactionId: string;
    amountFen: number;
    paidAt: number;
  }>`select number, transaction_id, principal_fen as amount_fen, paid_at from recharges
    where shop_id = ${shopId} and state = 'paid' and transaction_id is not null
      and ((paid_at >= ${fromMs} and paid_at < ${toMs}) or transaction_id = any(${transactionIds}::text[]))`.execute(
    db,
  );
  return rows;
}
