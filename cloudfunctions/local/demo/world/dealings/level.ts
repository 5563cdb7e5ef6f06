import { levelOf } from '../../../../domains/points/rules/levels';
import { idAt, type Chance } from '../random';
import { settings } from '../history/ties';
import type { Dealings } from '../types';
import type { Cause } from './points';

type Grown = Dealings['growth'][number];
type Change = Dealings['levelChanges'][number];

/** One member's growth, and the level that it reached. */
export interface LevelBook {
  readonly growth: () => number;
  readonly level: () => number;
  readonly until: () => number | null;
  readonly entries: readonly Grown[];
  readonly changes: readonly Change[];
  /** Adds growth; answers the levels that it reached. */
  grow(growth: number, why: Cause, atMs: number): number[];
}

/** A book of somebody new: no history is as long as a level is kept, so levels only rise. */
export function levelBook(memberId: string, chance: Chance): LevelBook {
  const entries: Grown[] = [];
  const changes: Change[] = [];
  let [growth, level] = [0, 0];
  let until: number | null = null;
  return {
    growth: () => growth,
    level: () => level,
    until: () => until,
    entries,
    changes,
    grow(more, why, atMs) {
      if (more === 0) return [];
      growth += more;
      entries.push({ entryId: idAt(chance, atMs), memberId, growth: more, ...why, madeAt: atMs });
      const reached = levelOf(growth, settings.levels);
      if (reached <= level) return [];
      const levels = Array.from({ length: reached - level }, (_, at) => level + at + 1);
      const change = { fromLevel: level, toLevel: reached, reason: 'reached' as const };
      changes.push({ changeId: idAt(chance, atMs), memberId, ...change, changedAt: atMs });
      level = reached;
      until = atMs + settings.levelLivesMs;
      return levels;
    },
  };
}
