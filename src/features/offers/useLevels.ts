import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import type { LevelName } from './form/levels';

const unknown: readonly LevelName[] = [];

/** The shop's levels by name; none until they are known. */
export function useLevels(): readonly LevelName[] {
  const state = useAsk(() => ask('points.mine', {}));
  return state.phase === 'ready' ? state.value.levels : unknown;
}
