import type { LevelTerms } from '../../settings';
import type { Level } from '../schema';

/**
 * What decides about levels is the growth of one level's life, a year unless set otherwise, counted back from the
 * instant of the decision. Whoever reaches a higher level by it has it at once, for a life. When that is over, the
 * growth of that life decides, not the growth that brought her there: the level is kept for another life, or she
 * falls by one level, never more.
 */

/** The highest level that so much growth reaches; 0 is everybody's. */
export function levelOf(growth: number, levels: readonly LevelTerms[]): number {
  let reached = 0;
  levels.forEach(({ growthFrom }, level) => {
    if (growth >= growthFrom) reached = level;
  });
  return reached;
}

/** A level that the shop still has: when it shortens its list, those above stand at the top. */
export function levelAmong(level: number, levels: readonly LevelTerms[]): number {
  return Math.max(0, Math.min(level, levels.length - 1));
}

/** What a level becomes when its life is over with so much growth: itself, or the one below. */
export function levelAfterLife(
  level: number,
  growth: number,
  levels: readonly LevelTerms[],
): number {
  return levelOf(growth, levels) >= level ? level : level - 1;
}

/** The terms of a level that the shop has. */
export function termsOf(level: number, levels: readonly LevelTerms[]): LevelTerms {
  const terms = levels[levelAmong(level, levels)];
  if (terms === undefined) throw new RangeError('a shop without levels');
  return terms;
}

/** A level as members see it, its benefits a line each. */
export function levelView(level: number, levels: readonly LevelTerms[]): Level {
  const { name, growthFrom, paysBp, pointsBp, freeFreight, birthdayPoints } = termsOf(
    level,
    levels,
  );
  const benefits = [
    ...(paysBp < 10_000 ? [`会员价 ${paysBp / 1_000} 折`] : []),
    ...(pointsBp === 10_000 ? [] : [`积分 ${pointsBp / 10_000} 倍`]),
    ...(freeFreight ? ['全场包邮'] : []),
    ...(birthdayPoints > 0 ? [`生日礼 ${birthdayPoints} 积分`] : []),
  ];
  return { level: levelAmong(level, levels), name, growthFrom, benefits };
}
