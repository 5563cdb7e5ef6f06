import { day } from '../../../../cloudfunctions/kit/time';
import type { Reading } from './reading';

/** The longest window, and the furthest beginning, as the shop takes them. */
const mostDays = 366;

/** Objects at `at` to a window that is over, runs backwards, is too long or too far away. Instants in ms. */
export function readWindow(
  at: string,
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  nowMs: number,
  reading: Reading,
): void {
  if (endsAt <= nowMs) reading.object(at, '结束时间已经过了');
  else if (endsAt <= startsAt) reading.object(at, '结束要晚于开始');
  else if (startsAt > nowMs + mostDays * day) reading.object(at, `最多提前 ${mostDays} 天`);
  else if (endsAt - startsAt > mostDays * day) reading.object(at, `最长 ${mostDays} 天`);
}
