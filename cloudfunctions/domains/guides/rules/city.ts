import { fen, yuanText, type Fen } from '../../../kit/money';
import { day, hour, minute, startOfDay } from '../../../kit/time';
import type { CityStore, CityTerms } from '../schema';

/** What districts of one band pay. */
type CityBand = CityTerms['bands'][number];

/** What a store offers to an address. */
export interface CityOffer extends CityStore {
  band: CityBand;
}

/** When goods shall come: in a slot, or as soon as they can when it has no start. Instants in ms. */
export type CitySlot = { startsAt: number; endsAt: number } | { startsAt: null; endsAt: null };

const soon: CitySlot = { startsAt: null, endsAt: null };
const slotMs = hour;
const daysAhead = 2;

/** The first store that serves a district, by its region code of six digits; null when none does. */
export function cityOfferOf(stores: readonly CityStore[], regionCode: string): CityOffer | null {
  for (const store of stores) {
    const band = store.terms.bands.find(({ districts }) => districts.includes(regionCode));
    if (band !== undefined) return { ...store, band };
  }
  return null;
}

/**
 * When a store can bring goods that are ordered at `nowMs`: as soon as it can while it is open and they still come
 * before it closes, and each full hour of today and tomorrow that its promise can be kept for.
 */
export function citySlots(
  { minutes, opensMinute, closesMinute }: CityTerms,
  nowMs: number,
  offsetMinutes: number,
): CitySlot[] {
  const today = startOfDay(nowMs, offsetMinutes);
  const readyAt = nowMs + minutes * minute;
  const open = nowMs >= today + opensMinute * minute && readyAt <= today + closesMinute * minute;
  const slots: CitySlot[] = open ? [soon] : [];
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const from = today + ahead * day;
    const first = Math.ceil(opensMinute / 60) * hour;
    for (let at = first; at + slotMs <= closesMinute * minute; at += slotMs) {
      if (from + at >= readyAt) slots.push({ startsAt: from + at, endsAt: from + at + slotMs });
    }
  }
  return slots;
}

/** The slot that begins at an instant, or the soonest for null, if it can be chosen; null when it cannot any more. */
export function citySlotAt(slots: readonly CitySlot[], startsAt: number | null): CitySlot | null {
  return slots.find((slot) => slot.startsAt === startsAt) ?? null;
}

/** By when goods are promised that were paid for at `paidAt`. */
export function promisedBy(
  slot: { endsAt: number | null; minutes: number },
  paidAt: number,
): number {
  return slot.endsAt ?? paidAt + slot.minutes * minute;
}

/** What bringing goods costs, in words: `同城配送：¥8`, or from which amount it is free. */
export function cityWorking(
  { fen: feeFen, freeOverFen }: CityBand,
  chargedFen: Fen | null,
): string {
  if (chargedFen === 0 && freeOverFen !== null && feeFen > 0)
    return `同城配送：满 ¥${yuanText(freeOverFen)} 免配送费`;
  return feeFen === 0 ? '同城配送：免配送费' : `同城配送：¥${yuanText(fen(feeFen))}`;
}
