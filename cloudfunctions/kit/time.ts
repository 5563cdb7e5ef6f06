/** Lengths of time in milliseconds. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The calendar day `YYYY-MM-DD` of an instant, in the zone `offsetMinutes` east of UTC (China: 480). */
export function dayOf(atMs: number, offsetMinutes: number): string {
  return new Date(atMs + offsetMinutes * minute).toISOString().slice(0, 10);
}

/** The instant at which the calendar day of `atMs` began, in the zone `offsetMinutes` east of UTC. */
export function startOfDay(atMs: number, offsetMinutes: number): number {
  const shifted = atMs + offsetMinutes * minute;
  return shifted - (((shifted % day) + day) % day) - offsetMinutes * minute;
}

/** The instant at which the month of `atMs` began, in the zone `offsetMinutes` east of UTC. */
export function startOfMonth(atMs: number, offsetMinutes: number): number {
  const there = new Date(atMs + offsetMinutes * minute);
  return Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), 1) - offsetMinutes * minute;
}

/** `2026-11-22 15:04` in the zone `offsetMinutes` east of UTC. */
export function clockText(atMs: number, offsetMinutes: number): string {
  return new Date(atMs + offsetMinutes * minute).toISOString().slice(0, 16).replace('T', ' ');
}

/** What is left until `endMs` as people read it: `2 天 03:04:05`, `03:04:05`, never negative. */
export function leftText(endMs: number, nowMs: number): string {
  const left = Math.max(0, Math.floor((endMs - nowMs) / second));
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(left / 3600) % 24)}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
  const days = Math.floor(left / 86_400);
  return days > 0 ? `${days} 天 ${clock}` : clock;
}
