import type { ShopSettings } from '../../settings';
import { dayBefore } from './calendar';

type Terms = Pick<ShopSettings['points'], 'signIn' | 'streaks'>;

/** The latest day on which somebody signed in, and the streak that it was the end of. */
export interface LastSignIn {
  day: string;
  streak: number;
}

/** The streak that stands on `today`: it lives on until a whole day was left out. */
export function streakOn(today: string, last: LastSignIn | undefined): number {
  if (last === undefined) return 0;
  return last.day === today || last.day === dayBefore(today) ? last.streak : 0;
}

/** What the day of a streak gives: the day's own points, the last of the list repeating, and a bonus at some streaks. */
export function signInGives(streak: number, terms: Terms): { points: number; bonus: number } {
  const { signIn, streaks } = terms;
  const points = signIn[Math.min(streak, signIn.length) - 1] ?? 0;
  const bonus = streaks
    .filter(({ days }) => days === streak)
    .reduce((sum, { points: more }) => sum + more, 0);
  return { points, bonus };
}

/** What a streak gave besides, as a sentence; null when nothing. */
export function bonusText(streak: number, bonus: number): string | null {
  return bonus === 0 ? null : `连续签到 ${streak} 天，多得 ${bonus} 积分`;
}

/** What each of the next `days` sign-ins after a streak gives, a bonus included. */
export function signInsAhead(streak: number, days: number, terms: Terms): number[] {
  return Array.from({ length: days }, (_, ahead) => {
    const { points, bonus } = signInGives(streak + 1 + ahead, terms);
    return points + bonus;
  });
}

/** What longer streaks than `streak` will give. */
export function bonusesAhead(streak: number, { streaks }: Terms) {
  return streaks
    .filter(({ days, points }) => days > streak && points > 0)
    .map(({ days, points }) => ({ days, say: `+${points} 积分` }))
    .sort((a, b) => a.days - b.days);
}
