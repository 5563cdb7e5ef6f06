import { present } from '../../../kit/refusal';
import { sumFen } from '../../../kit/money';
import { transact } from '../../../platform/database';
import { PayRefused, PayUnavailable } from '../../../platform/wechat-pay/errors';
import type { StaffContext, World } from '../../registry';
import { paidRecharges } from '../../wallet/usecases/paid';
import { refuse } from '../refusals';
import { compareBill, daysToAsk, stretchOf, type MoneyRow, type OwnRow } from '../rules/bill';
import type { ListBills, ShowBill } from '../schema';
import {
  addDays,
  addDifferences,
  findBill,
  findLastDay,
  findProblems,
  listBills,
  listDifferences,
  listMoney,
  noteBillFault,
  saveCompared,
  takeWaiting,
} from '../store/bills';

/** Days that were missed are made up for, so many at most; WeChat Pay keeps bills for three months. */
const mostDaysBack = 30;
/** A day with money of the shop's and without a bill is asked for so often before it counts as without one. */
const triesForNone = 24;
const mostDifferences = 1_000;
const pageSize = 31;

/**
 * Compares WeChat Pay's bill of each day with the shop's books, once, after 10 o'clock of the day after; a bill
 * that is not there yet is asked for again. Answers how many days were compared.
 */
export async function compareBills(world: World): Promise<number> {
  const { db, shop, nowMs, log } = world;
  const { shopId } = shop;
  await addDays(db, shopId, daysToAsk(nowMs, await findLastDay(db, shopId), mostDaysBack), nowMs);
  let compared = 0;
  for (const { day, tries } of await takeWaiting(db, shopId, nowMs)) {
    try {
      if (await compareDay(world, day, tries)) compared += 1;
    } catch (fault) {
      if (!(fault instanceof PayUnavailable || fault instanceof PayRefused)) throw fault;
      const reason = fault instanceof PayRefused ? fault.code : fault.reason;
      log.warn('bill.unavailable', { day, reason, tries });
      await noteBillFault(db, shopId, day, reason);
    }
  }
  return compared;
}

async function compareDay(world: World, day: string, tries: number): Promise<boolean> {
  const { db, shop, ports, nowMs, log } = world;
  const { shopId } = shop;
  const found = await ports.pay.tradeBill(day);
  const bill = found ?? [];
  const own = await ownRows(world, day, bill);
  if (found === null && own.length > 0 && tries < triesForNone) {
    await noteBillFault(db, shopId, day, 'NO_STATEMENT_EXIST');
    return false;
  }
  const { matched, differences } = compareBill(bill, own);
  const problems = await findProblems(
    db,
    shopId,
    differences.map(({ transactionId }) => transactionId),
  );
  const rows = differences.slice(0, mostDifferences).map(({ transactionId, ...row }, turn) => ({
    ...{ shopId, day, turn, ...row, tradeNumber: transactionId },
    problem: row.kind === 'missing_there' ? null : (problems.get(transactionId) ?? null),
  }));
  const counts = { ...countsOf(bill), matched, differences: differences.length, comparedAt: nowMs };
  const mine = await transact(db, async (tx) => {
    const first = await saveCompared(tx, shopId, day, counts);
    if (first) await addDifferences(tx, rows);
    return first;
  });
  if (mine && differences.length > 0)
    log.error('bill.differs', { day, matched, differences: differences.length });
  return mine;
}

function countsOf(bill: readonly MoneyRow[]) {
  const amounts = (kind: MoneyRow['kind']) =>
    bill.filter((row) => row.kind === kind).map((row) => row.amountFen);
  const payments = amounts('payment');
  const refunds = amounts('refund');
  return {
    ...{ payments: payments.length, paidFen: sumFen(payments) },
    ...{ refunds: refunds.length, refundedFen: sumFen(refunds) },
  };
}

/** The shop's rows of a day, and those under numbers of its bill. */
async function ownRows(world: World, day: string, bill: readonly MoneyRow[]): Promise<OwnRow[]> {
  const { db, shop } = world;
  const { fromMs, toMs } = stretchOf(day);
  const transactionIds = bill
    .filter(({ kind }) => kind === 'payment')
    .map((row) => row.transactionId);
  const refundNumbers = bill.filter(({ kind }) => kind === 'refund').map(({ number }) => number);
  const [money, recharges] = await Promise.all([
    listMoney(db, shop.shopId, { fromMs, toMs, transactionIds, refundNumbers }),
    paidRecharges(world, { fromMs, toMs, transactionIds }),
  ]);
  const within = (atMs: number | null) => atMs !== null && atMs >= fromMs && atMs < toMs;
  return [
    ...money.map(({ atMs, ...row }) => ({ ...row, ofDay: within(atMs) })),
    ...recharges.map(({ paidAt, ...row }) => ({
      ...row,
      kind: 'payment' as const,
      ofDay: within(paidAt),
    })),
  ];
}

/** Days of bills with their counts, the newest first, a month on a page. */
export async function showBills({ db, shop }: StaffContext, { before }: ListBills) {
  const found = await listBills(db, shop.shopId, before, pageSize + 1);
  const items = found.slice(0, pageSize).map(billView);
  return { items, next: found.length > pageSize ? (items[items.length - 1]?.day ?? null) : null };
}

/** One day's bill with what differs; a day that differs in more than can be shown says so by its count. */
export async function showBill({ db, shop }: StaffContext, { day }: ShowBill) {
  const bill = present(await findBill(db, shop.shopId, day), refuse('no_such_bill'));
  const rows = await listDifferences(db, shop.shopId, day, 200);
  return { ...billView(bill), rows };
}

function billView({ shopId: _shop, nextTryAt: _next, tries: _tries, ...bill }: BillRow) {
  return bill;
}

type BillRow = NonNullable<Awaited<ReturnType<typeof findBill>>>;
