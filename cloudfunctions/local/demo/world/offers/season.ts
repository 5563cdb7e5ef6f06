import { day, hour, startOfDay } from '../../../../kit/time';
import { offsetMinutes } from '../calendar';

/** The days around an instant, told from its midnight in the shop's zone. */
export interface Days {
  readonly nowMs: number;
  /** The instant `days` from today's midnight (before it when negative), at `atHour` of that day. */
  at(days: number, atHour?: number): number;
  /** The word that shops put before goods of the season. */
  readonly season: string;
  /** How many days ago this week's Monday was, 0 on a Monday. */
  readonly sinceMonday: number;
}

const seasons = ['冬季', '春季', '夏季', '秋季'];

/** The days around `nowMs`. */
export function daysAround(nowMs: number): Days {
  const midnight = startOfDay(nowMs, offsetMinutes);
  const local = new Date(midnight + offsetMinutes * 60_000);
  return {
    nowMs,
    at: (days, atHour = 0) => midnight + days * day + Math.round(atHour * hour),
    season: seasons[Math.floor(((local.getUTCMonth() + 1) % 12) / 3)] ?? '',
    sinceMonday: (local.getUTCDay() + 6) % 7,
  };
}
