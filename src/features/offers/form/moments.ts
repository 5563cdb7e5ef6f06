import { clockText, day, dayOf } from '../../../../cloudfunctions/kit/time';
import { dayText } from '../../../kit/dayText';
import { shopOffsetMinutes } from './timeWheels';

/** `11月22日 周日 15:04` in the shop's zone, with the year where it is not that of `nowMs`. */
export function momentText(atMs: number, nowMs: number): string {
  const [date = '', clock = ''] = clockText(atMs, shopOffsetMinutes).split(' ');
  const year = date.slice(0, 4);
  const isThis = year === dayOf(nowMs, shopOffsetMinutes).slice(0, 4);
  return `${isThis ? '' : `${year}年`}${dayText(date)} ${clock}`;
}

/** `11-22 15:04`, with the year where it is not that of `nowMs`. */
export function shortMoment(atMs: number, nowMs: number): string {
  const text = clockText(atMs, shopOffsetMinutes);
  return text.slice(0, 4) === dayOf(nowMs, shopOffsetMinutes).slice(0, 4) ? text.slice(5) : text;
}

/** `11-20 00:00 至 11-29 23:59`. */
export function windowText(startsAt: number, endsAt: number, nowMs: number): string {
  return `${shortMoment(startsAt, nowMs)} 至 ${shortMoment(endsAt, nowMs)}`;
}

/** The instant to count down to, or null where nothing ends or begins within a day. */
export function countedDown(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  nowMs: number,
): { readonly atMs: number; readonly to: 'start' | 'end' } | null {
  const to = nowMs < startsAt ? 'start' : 'end';
  const atMs = to === 'start' ? startsAt : endsAt;
  const left = atMs - nowMs;
  return left > 0 && left <= day ? { atMs, to } : null;
}
