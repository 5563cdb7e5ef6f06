import type { WatchedBatch } from '../../../../cloudfunctions/domains/coupons/schema';
import { ask } from '../../../cloud';
import { askNames } from '../form/askNames';
import { audienceFormOf, scopeFormOf, type Names } from '../form/scopeForm';
import { typedBp, typedFen, typedWhole } from '../form/typed';
import { signInToOffers } from '../signInToOffers';
import { newCouponForm, type CouponForm } from './couponForm';

/** The form of a batch that stands, for another one like it. */
export async function copiedCoupon(batchId: string, nowMs: number): Promise<CouponForm> {
  await signInToOffers();
  const made = await ask('coupons.batch', { batchId });
  return formOf(made, await askNames(made), nowMs);
}

/** A batch as a form: what it gives stays, its times begin anew; what the shop no longer has is left out. */
export function formOf(made: WatchedBatch, names: Names, nowMs: number): CouponForm {
  const { terms, thresholdFen } = made;
  return {
    ...newCouponForm(terms.kind, nowMs),
    name: made.name,
    ...termsForm(terms),
    threshold: thresholdFen === 0 ? '' : typedFen(thresholdFen),
    scope: scopeFormOf(made.scope, names),
    audience: audienceFormOf(made.audience, names),
    ...(made.validity.by === 'days'
      ? { validBy: 'days' as const, days: String(made.validity.days) }
      : { validBy: 'dates' as const }),
    ...givingForm(made.giving),
    total: String(made.total),
    perMember: String(made.perMember),
    perDay: typedWhole(made.perDay),
    budget: typedFen(made.budgetFen),
  };
}

function termsForm(terms: WatchedBatch['terms']): Partial<CouponForm> {
  switch (terms.kind) {
    case 'fixed':
    case 'freight':
      return { off: typedFen(terms.offFen) };
    case 'percent':
      return { pays: typedBp(terms.paysBp), cap: typedFen(terms.capFen) };
    case 'exchange':
      return {};
  }
}

function givingForm(giving: WatchedBatch['giving']): Partial<CouponForm> {
  const { by } = giving;
  switch (by) {
    case 'claim':
    case 'code':
    case 'targeted':
      return { givenBy: by };
    case 'packet':
      return {
        givenBy: by,
        packetPieces: String(giving.pieces),
        packetAtLeast: giving.atLeastFen === 0 ? '' : typedFen(giving.atLeastFen),
      };
    case 'points':
      return { givenBy: by, points: String(giving.points) };
    case 'event':
      return { givenBy: by, ...eventForm(giving.event) };
  }
}

type Event = Extract<WatchedBatch['giving'], { by: 'event' }>['event'];

function eventForm(event: Event): Partial<CouponForm> {
  switch (event.on) {
    case 'joined':
    case 'birthday':
      return { givenOn: event.on };
    case 'level_up':
      return { givenOn: event.on, level: event.level };
    case 'paid':
      return {
        givenOn: event.on,
        paidAtLeast: event.atLeastFen === 0 ? '' : typedFen(event.atLeastFen),
      };
    case 'streak':
      return { givenOn: event.on, streakDays: String(event.days) };
  }
}
