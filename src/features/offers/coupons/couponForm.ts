import { day } from '../../../../cloudfunctions/kit/time';
import type { CouponTerms, Giving } from '../../../../cloudfunctions/domains/coupons/schema';
import { allGoods, everybody, type AudienceForm, type ScopeForm } from '../form/scopeForm';
import { lastMinuteOf } from '../form/timeWheels';

export type CouponKind = CouponTerms['kind'];
export type GivenBy = Giving['by'];
export type GivenOn = Extract<Giving, { by: 'event' }>['event']['on'];

/** A batch of coupons as it stands on the form; texts as typed. */
export interface CouponForm {
  readonly kind: CouponKind;
  readonly name: string;
  /** Yuan off: of 满减券, and of 运费券, where nothing typed means all of the freight. */
  readonly off: string;
  readonly pays: string;
  readonly cap: string;
  readonly threshold: string;
  readonly scope: ScopeForm;
  readonly audience: AudienceForm;
  readonly validBy: 'dates' | 'days';
  /** Null: from the moment that it is given. */
  readonly fromAt: number | null;
  readonly untilAt: number;
  readonly days: string;
  readonly givenBy: GivenBy;
  readonly packetPieces: string;
  readonly packetAtLeast: string;
  readonly givenOn: GivenOn;
  readonly level: number;
  readonly paidAtLeast: string;
  readonly streakDays: string;
  readonly points: string;
  readonly total: string;
  readonly perMember: string;
  readonly perDay: string;
  readonly budget: string;
  /** Null: as soon as it is made. */
  readonly opensAt: number | null;
  readonly closesAt: number;
}

/** An empty form of a kind: given from now on for a week, each good for a month. */
export function newCouponForm(kind: CouponKind, nowMs: number): CouponForm {
  return {
    kind,
    name: '',
    off: '',
    pays: '',
    cap: '',
    threshold: '',
    scope: kind === 'exchange' ? { ...allGoods, all: false } : allGoods,
    audience: everybody,
    validBy: 'days',
    fromAt: null,
    untilAt: lastMinuteOf(nowMs + 30 * day),
    days: '30',
    givenBy: 'claim',
    packetPieces: '5',
    packetAtLeast: '',
    givenOn: 'joined',
    level: 1,
    paidAtLeast: '',
    streakDays: '7',
    points: '',
    total: '1000',
    perMember: '1',
    perDay: '',
    budget: '',
    opensAt: null,
    closesAt: lastMinuteOf(nowMs + 7 * day),
  };
}
