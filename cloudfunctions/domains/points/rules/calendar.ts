import { day as dayMs, dayOf, minute } from '../../../kit/time';

/** When points end that are earned at `nowMs`: with the last day of the year `afterYears` later, in the shop's zone. */
export function pointsEnd(nowMs: number, offsetMinutes: number, afterYears: number): number {
  const year = Number(dayOf(nowMs, offsetMinutes).slice(0, 4));
  return Date.UTC(year + afterYears + 1, 0, 1) - offsetMinutes * minute;
}

/** The day before a day, both `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);
}

/** The first day of a month `YYYY-MM`, and of the month after it. */
export function monthBounds(month: string): { from: string; until: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return {
    from: `${month}-01`,
    until: new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10),
  };
}

/** A birthday as month × 100 + day, and the year in which it is kept. */
export interface Birthday {
  number: number;
  year: string;
}

/**
 * The birthdays that are kept on the `days` days up to `today` (`YYYY-MM-DD`), so that a timer that stood still for
 * a while misses nobody. Who was born on 29 February has her day on 28 February in other years.
 */
export function birthdaysUntil(today: string, days: number): Birthday[] {
  const kept: Birthday[] = [];
  for (let day = today, left = days; left > 0; day = dayBefore(day), left -= 1) {
    const year = day.slice(0, 4);
    kept.push({ number: Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10)), year });
    if (day.endsWith('-02-28') && !isLeap(Number(year))) kept.push({ number: 229, year });
  }
  return kept;
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
}
