/** The lines of an axis: round values from at or below the least to at or above the most. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Steps that people count in. */
const roundSteps = [1, 2, 2.5, 5, 10];

/**
 * A scale over `values` with zero on it and about `wanted` steps. With nothing to show it reaches up to `least`,
 * so that an empty chart has an axis too; no step is finer than `finest`.
 */
export function scaleOf(
  values: readonly number[],
  { wanted = 3, least = 1, finest = 1 }: { wanted?: number; least?: number; finest?: number } = {},
): Scale {
  const most = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const top = most === 0 && lowest === 0 ? least : most;
  const step = Math.max(finest, roundStep((top - lowest) / wanted));
  const low = Math.floor(lowest / step) * step;
  const high = Math.ceil(top / step) * step;
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step);
  return { low, high, ticks };
}

/** The smallest round step that is not below `rough`. */
function roundStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = roundSteps.find((round) => round * magnitude >= rough * 0.999_999) ?? 10;
  return step * magnitude;
}
