import { day, minute, startOfDay } from '../../../../cloudfunctions/kit/time';

/** The shop's zone, east of UTC. */
export const shopOffsetMinutes = 480;

/** 23:59 of an instant's day. */
export function lastMinuteOf(atMs: number): number {
  return startOfDay(atMs, shopOffsetMinutes) + day - minute;
}

/** Five wheels: year, month, day, hour and minute. */
export interface TimeWheels {
  readonly columns: readonly (readonly string[])[];
  readonly chosen: readonly number[];
}

/** Years that can be chosen, from the one of `nowMs` on. */
const years = 3;

/** The wheels with the instant `atMs` under the marks; years begin with that of `nowMs`. */
export function timeWheels(atMs: number, nowMs: number): TimeWheels {
  const at = parts(atMs);
  const firstYear = parts(nowMs).year;
  const daysInMonth = new Date(Date.UTC(at.year, at.month, 0)).getUTCDate();
  return {
    columns: [
      from(firstYear, years, '年'),
      from(1, 12, '月'),
      from(1, daysInMonth, '日'),
      from(0, 24, '时'),
      from(0, 60, '分'),
    ],
    chosen: [within(at.year - firstYear, years), at.month - 1, at.day - 1, at.hour, at.minute],
  };
}

/** The instant under the marks at `chosen`; a day that its month does not have is the month's last. */
export function instantAt(chosen: readonly number[], nowMs: number): number {
  const [yearAt = 0, monthAt = 0, dayAt = 0, hour = 0, minuteAt = 0] = chosen;
  const year = parts(nowMs).year + yearAt;
  const last = new Date(Date.UTC(year, monthAt + 1, 0)).getUTCDate();
  const utc = Date.UTC(year, monthAt, Math.min(dayAt + 1, last), hour, minuteAt);
  return utc - shopOffsetMinutes * minute;
}

function parts(atMs: number) {
  const shifted = new Date(atMs + shopOffsetMinutes * minute);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  };
}

function from(first: number, count: number, unit: string): string[] {
  return Array.from({ length: count }, (_, index) => `${first + index}${unit}`);
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
}
