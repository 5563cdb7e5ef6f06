import { day as dayMs, minute } from '../../../kit/time';

/** One row of WeChat Pay's bill, or of the shop's own books in the same words. */
export interface MoneyRow {
  kind: 'payment' | 'refund';
  /** Order or recharge number of a payment, out_refund_no of a refund. */
  number: string;
  /** WeChat Pay's number of the payment. */
  transactionId: string;
  amountFen: number;
}

/** A row of the shop's; `ofDay` when the bill of this day should have it. */
export interface OwnRow extends MoneyRow {
  ofDay: boolean;
}

/** In what a bill and the shop's books differ; an amount is null where there is no such row. */
export interface Difference {
  kind: 'missing_here' | 'missing_there' | 'amount_differs';
  about: MoneyRow['kind'];
  number: string;
  transactionId: string;
  billFen: number | null;
  shopFen: number | null;
}

/**
 * Compares a day's bill with the shop's books: a payment is known by WeChat's number of it, a refund by its own.
 * `own` are the rows of that day and whatever else has a number of the bill. Each row on either side is matched
 * once, or stands among the differences; a row of the shop's that belongs to another day is none.
 */
export function compareBill(
  bill: readonly MoneyRow[],
  own: readonly OwnRow[],
): { matched: number; differences: Difference[] } {
  const left = new Map<string, OwnRow[]>();
  for (const row of own) left.set(keyOf(row), [...(left.get(keyOf(row)) ?? []), row]);
  const differences: Difference[] = [];
  let matched = 0;
  for (const row of bill) {
    const mine = takeLike(left.get(keyOf(row)) ?? [], row.amountFen);
    if (mine?.amountFen === row.amountFen) matched += 1;
    else differences.push(difference(row, mine));
  }
  for (const rows of left.values())
    for (const row of rows) if (row.ofDay) differences.push(difference(undefined, row));
  return { matched, differences };
}

function keyOf({ kind, number, transactionId }: MoneyRow): string {
  return `${kind} ${kind === 'payment' ? transactionId : number}`;
}

/** Takes the row with this amount out of `rows`, or else the first. */
function takeLike(rows: OwnRow[], amountFen: number): OwnRow | undefined {
  const at = rows.findIndex((row) => row.amountFen === amountFen);
  return rows.splice(Math.max(at, 0), 1)[0];
}

function difference(bill: MoneyRow | undefined, own: MoneyRow | undefined): Difference {
  const row = bill ?? own;
  if (row === undefined) throw new Error('a difference is of one row at least');
  const { kind: about, number, transactionId } = row;
  const both = bill !== undefined && own !== undefined;
  const missing = bill === undefined ? 'missing_there' : 'missing_here';
  return {
    kind: both ? 'amount_differs' : missing,
    ...{ about, number, transactionId },
    billFen: bill?.amountFen ?? null,
    shopFen: own?.amountFen ?? null,
  };
}

/** Bills go by the calendar of China, whatever the shop's own. */
const billOffsetMinutes = 480;
/** From this hour on there is a bill of the day before. */
const billHour = 10;

/** The instants at which a day `YYYY-MM-DD` of bills begins and ends. */
export function stretchOf(day: string): { fromMs: number; toMs: number } {
  const fromMs = Date.parse(`${day}T00:00:00Z`) - billOffsetMinutes * minute;
  return { fromMs, toMs: fromMs + dayMs };
}

/**
 * The days whose bills WeChat Pay has at `nowMs` and that were not asked for: each after `lastDay`, the newest
 * `most` of them; without a last day only the newest.
 */
export function daysToAsk(nowMs: number, lastDay: string | null, most: number): string[] {
  const newestMs = nowMs + (billOffsetMinutes - billHour * 60) * minute - dayMs;
  const days: string[] = [];
  for (let back = 0; back < most; back += 1) {
    const day = new Date(newestMs - back * dayMs).toISOString().slice(0, 10);
    if (lastDay === null ? back > 0 : day <= lastDay) break;
    days.unshift(day);
  }
  return days;
}
