import type { Output } from '../../cloud';
import { dayAfter } from './months';

export type SignInMonth = Output<'points.signInMonth'>;
export type SignedIn = Output<'points.signIn'>;

/** A month of sign-ins right after today's, before the shop says what it gave. */
export function signedNow(month: SignInMonth): SignInMonth {
  if (month.signedToday) return month;
  return {
    ...month,
    signedToday: true,
    streak: month.streak + 1,
    days: [...month.days, { day: month.today, points: month.nextPoints }],
    nextPoints: month.coming[1] ?? month.nextPoints,
    coming: month.coming.slice(1),
  };
}

/** What to say after signing in; the points include the bonus. */
export function signedSay({ points, again, bonus }: SignedIn): string {
  if (again) return '今天已签到';
  return bonus === null ? `签到成功，得 ${points} 积分` : `签到成功，得 ${points} 积分，${bonus}`;
}

/** One of the next days: what signing in gives then, a bonus included. */
export interface ComingDay {
  readonly day: string;
  readonly name: string;
  readonly points: number;
  /** A streak is reached that gives more. */
  readonly bonus: boolean;
}

/** The next seven sign-ins, beginning with today where it is still open. */
export function comingDays(month: SignInMonth): ComingDay[] {
  const shift = month.signedToday ? 1 : 0;
  return month.coming.slice(0, 7).map((points, index) => {
    const day = dayAfter(month.today, index + shift);
    const streak = month.streak + index + 1;
    const bonus = month.bonuses.some(({ days }) => days === streak);
    return { day, name: nameOf(day, index + shift), points, bonus };
  });
}

function nameOf(day: string, away: number): string {
  if (away === 0) return '今天';
  if (away === 1) return '明天';
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)}.${Number(date)}`;
}
