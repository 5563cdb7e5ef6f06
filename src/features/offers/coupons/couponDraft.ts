import type {
  CouponDraft,
  CouponTerms,
  Giving,
} from '../../../../cloudfunctions/domains/coupons/schema';
import { plainText } from '../../../../cloudfunctions/kit/text';
import { newReading, type Faults, type Reading } from '../form/reading';
import { readWindow } from '../form/readWindow';
import { audienceOf, readScope } from '../form/scopeForm';
import type { CouponForm } from './couponForm';

/** A form as the shop takes it, with what is wrong with it. The draft is to be sent only without faults. */
export interface ReadCoupon {
  readonly draft: CouponDraft;
  readonly faults: Faults;
}

/** The parts of a form that decide what a cart pays: without faults in these the preview can be drawn. */
export const pricedParts = ['terms', 'threshold', 'scope'] as const;

const money = { least: 1, most: 1_000_000_000 };
const freeMoney = { least: 0, most: 1_000_000_000 };
const longestName = 20;

/** Reads a form at `nowMs`, which is when a batch opens that shall open at once. */
export function readCoupon(form: CouponForm, nowMs: number): ReadCoupon {
  const reading = newReading();
  const name = plainText(form.name);
  if (name === '') reading.object('name', '给优惠券起个名字');
  else if (name.length > longestName) reading.object('name', `名称最多 ${longestName} 个字`);
  const opensAt = form.opensAt ?? nowMs;
  readWindow('window', { startsAt: opensAt, endsAt: form.closesAt }, nowMs, reading);
  if (form.kind === 'exchange' && form.scope.all) {
    reading.object('scope', '兑换券要指定可以兑换的商品');
  }
  const draft = {
    name,
    terms: readTerms(form, reading),
    thresholdFen:
      form.kind === 'exchange'
        ? 0
        : (reading.fenOrNone('threshold', form.threshold, freeMoney) ?? 0),
    scope: readScope(form.scope, reading),
    audience: audienceOf(form.audience),
    validity: readValidity(form, nowMs, reading),
    giving: readGiving(form, reading),
    total: reading.whole('total', form.total, { least: 1, most: 10_000_000 }),
    perMember: reading.whole('perMember', form.perMember, { least: 1, most: 99 }),
    perDay: reading.wholeOrNone('perDay', form.perDay, { least: 1, most: 99 }),
    budgetFen: reading.fenOrNone('budget', form.budget, { least: 1, most: 100_000_000_000 }),
    opensAt,
    closesAt: form.closesAt,
  };
  needReachable(draft, reading);
  return { draft, faults: reading.faults };
}

function readTerms(form: CouponForm, reading: Reading): CouponTerms {
  switch (form.kind) {
    case 'fixed':
      return { kind: 'fixed', offFen: reading.fen('terms.off', form.off, money) };
    case 'percent':
      return {
        kind: 'percent',
        paysBp: reading.bp('terms.pays', form.pays, 100),
        capFen: reading.fenOrNone('terms.cap', form.cap, money),
      };
    case 'exchange':
      return { kind: 'exchange' };
    case 'freight':
      return { kind: 'freight', offFen: reading.fenOrNone('terms.off', form.off, money) };
  }
}

function readValidity(form: CouponForm, nowMs: number, reading: Reading): CouponDraft['validity'] {
  if (form.validBy === 'days') {
    return { by: 'days', days: reading.whole('validity', form.days, { least: 1, most: 365 }) };
  }
  const fromAt = form.fromAt ?? form.opensAt ?? nowMs;
  if (form.untilAt <= Math.max(nowMs, fromAt)) {
    reading.object('validity', form.untilAt <= nowMs ? '使用截止已经过了' : '截止要晚于开始');
  }
  return { by: 'dates', fromAt, untilAt: form.untilAt };
}

function readGiving(form: CouponForm, reading: Reading): Giving {
  const { givenBy: by } = form;
  switch (by) {
    case 'claim':
    case 'code':
    case 'targeted':
      return { by };
    case 'packet':
      return {
        by,
        pieces: reading.whole('giving.pieces', form.packetPieces, { least: 2, most: 50 }),
        atLeastFen: reading.fenOrNone('giving.atLeast', form.packetAtLeast, freeMoney) ?? 0,
      };
    case 'event':
      return { by, event: readEvent(form, reading) };
    case 'points':
      return {
        by,
        points: reading.whole('giving.points', form.points, { least: 1, most: 10_000_000 }),
      };
  }
}

type GivingEvent = Extract<Giving, { by: 'event' }>['event'];

function readEvent(form: CouponForm, reading: Reading): GivingEvent {
  switch (form.givenOn) {
    case 'joined':
    case 'birthday':
      return { on: form.givenOn };
    case 'level_up':
      return { on: 'level_up', level: form.level };
    case 'paid':
      return {
        on: 'paid',
        atLeastFen: reading.fenOrNone('giving.atLeast', form.paidAtLeast, freeMoney) ?? 0,
      };
    case 'streak':
      return {
        on: 'streak',
        days: reading.whole('giving.days', form.streakDays, { least: 2, most: 366 }),
      };
  }
}

/** What the shop would not take: limits that can never be reached, and coupons that are over when they are given. */
function needReachable(draft: CouponDraft, reading: Reading): void {
  const { perMember, perDay, total, validity, closesAt, terms, thresholdFen, giving } = draft;
  if (perMember > total) reading.object('perMember', '不能多于发放总量');
  if (perDay !== null && perDay > perMember) reading.object('perDay', '不能多于每人总数');
  if (giving.by === 'packet' && giving.pieces > total) {
    reading.object('giving.pieces', '不能多于发放总量');
  }
  if (validity.by === 'dates' && validity.untilAt < closesAt) {
    reading.object('validity', '使用截止要在停止发放之后');
  }
  if (terms.kind === 'fixed' && thresholdFen > 0 && terms.offFen > thresholdFen) {
    reading.object('terms.off', '减的比门槛还多');
  }
}
