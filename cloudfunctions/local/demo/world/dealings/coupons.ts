import { day, dayOf, startOfDay } from '../../../../kit/time';
import { offsetMinutes } from '../calendar';
import type { CouponMember, CouponRow, CouponStep, MadeBatch } from '../offers/rows';
import { idAt, type Chance } from '../random';
import type { Agenda } from './agenda';

/** How a coupon comes to a member: by whom, and by what. */
export interface Given {
  readonly source: string;
  readonly cause: string;
  readonly atMs: number;
}

type Row = { -readonly [K in keyof CouponRow]: CouponRow[K] };

/** One member's coupons, each with its steps. */
export interface CouponBook {
  readonly rows: readonly CouponRow[];
  readonly steps: readonly CouponStep[];
  readonly members: () => CouponMember[];
  /** Gives one, unless the batch does not give at that time or not so many to one member; answers its id. */
  give(batch: MadeBatch, given: Given): string | null;
  /** Those that she can use at `atMs`. */
  usable(atMs: number): { row: CouponRow; batch: MadeBatch }[];
  /** An order took them at `heldAt`, and is paid (`used`), or closed (`back`), or neither yet. */
  take(couponIds: readonly string[], orderId: string, course: CouponCourse): void;
}

/** When an order held coupons, used them, or gave them back. */
export interface CouponCourse {
  readonly heldAt: number;
  readonly usedAt: number | null;
  readonly backAt: number | null;
}

/** A wallet without coupons. They end by themselves, by way of the agenda. */
export function couponBook(memberId: string, chance: Chance, agenda: Agenda): CouponBook {
  const held: { row: Row; batch: MadeBatch }[] = [];
  const steps: CouponStep[] = [];
  const add = (
    couponId: string,
    step: CouponStep['step'],
    happenedAt: number,
    orderId: string | null,
  ) => steps.push({ stepId: idAt(chance, happenedAt), couponId, step, orderId, happenedAt });
  return {
    get rows() {
      return held.map(({ row }) => row);
    },
    steps,
    members: () =>
      membersOf(
        memberId,
        held.map(({ row }) => row),
      ),
    give(batch, given) {
      const mine = held.flatMap(({ row }) => (row.batchId === batch.batchId ? [row] : []));
      if (!gives(batch, given, mine)) return null;
      const row = rowOf(idAt(chance, given.atMs), batch, memberId, given);
      held.push({ row, batch });
      add(row.couponId, 'give', given.atMs, null);
      agenda.at(row.endsAt, () => expire(row, add));
      return row.couponId;
    },
    usable: (atMs) =>
      held.filter(
        ({ row }) => row.state === 'available' && row.startsAt <= atMs && row.endsAt > atMs,
      ),
    take(couponIds, orderId, { heldAt, usedAt, backAt }) {
      for (const { row } of held.filter(({ row: { couponId } }) => couponIds.includes(couponId))) {
        add(row.couponId, 'hold', heldAt, orderId);
        row.state = usedAt === null ? 'held' : 'used';
        row.orderId = orderId;
        if (usedAt !== null) add(row.couponId, 'use', usedAt, orderId);
        if (backAt !== null) agenda.at(backAt, () => giveBack(row, backAt, add));
      }
    },
  };
}

type AddStep = (
  couponId: string,
  step: CouponStep['step'],
  atMs: number,
  orderId: string | null,
) => void;

/** Its time is over; what an order holds then ends when the order gives it back. */
function expire(row: Row, add: AddStep): void {
  if (row.state !== 'available') return;
  row.state = 'expired';
  add(row.couponId, 'expire', row.endsAt, null);
}

function giveBack(row: Row, atMs: number, add: AddStep): void {
  row.state = row.endsAt > atMs ? 'available' : 'expired';
  add(row.couponId, row.state === 'available' ? 'return' : 'expire', atMs, row.orderId);
  row.orderId = null;
}

/** Whether a batch gives one more to somebody who has these of it. */
function gives(
  { draft, stoppedAt }: MadeBatch,
  { source, cause, atMs }: Given,
  mine: readonly Row[],
): boolean {
  const { opensAt, closesAt, perMember, perDay } = draft;
  const today = mine.filter(({ givenAt }) => dayText(givenAt) === dayText(atMs));
  const open = opensAt <= atMs && atMs < Math.min(closesAt, stoppedAt ?? Infinity);
  const again = mine.some((row) => row.source === source && row.cause === cause);
  return open && !again && mine.length < perMember && today.length < (perDay ?? Infinity);
}

function rowOf(
  couponId: string,
  batch: MadeBatch,
  memberId: string,
  { source, cause, atMs }: Given,
): Row {
  return {
    ...{ couponId, batchId: batch.batchId, memberId, state: 'available' },
    ...{ source, cause, ...timesOf(batch, atMs), givenAt: atMs, orderId: null },
  };
}

/** How many of each batch she took, and how many on her latest day. */
function membersOf(memberId: string, rows: readonly CouponRow[]): CouponMember[] {
  const batchIds = [...new Set(rows.map(({ batchId }) => batchId))];
  return batchIds.map((batchId) => {
    const days = rows
      .filter((row) => row.batchId === batchId)
      .map(({ givenAt }) => dayText(givenAt));
    const latest = days.reduce((last, text) => (text > last ? text : last), '');
    const onDay = days.filter((text) => text === latest).length;
    return { batchId, memberId, claimed: days.length, day: latest, onDay };
  });
}

/** Between the batch's dates, or for its days from the giving on, the last of them whole. */
function timesOf({ draft: { validity } }: MadeBatch, atMs: number) {
  if (validity.by === 'dates') return { startsAt: validity.fromAt, endsAt: validity.untilAt };
  const endsAt = startOfDay(atMs, offsetMinutes) + (validity.days + 1) * day;
  return { startsAt: atMs, endsAt };
}

function dayText(atMs: number): string {
  return dayOf(atMs, offsetMinutes);
}
