import { scaleOf } from './chartScale';

/** One day on the chart. */
export interface ChartDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartLayout {
  readonly bars: readonly Bar[];
  /** Lines of the axis with what they say; zero is one of them. */
  readonly lines: readonly { readonly y: number; readonly value: number }[];
  /** Days that are named below, by the middle of their bar. */
  readonly names: readonly { readonly x: number; readonly index: number }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** Room for the words of the axis, at the left. */
  readonly axisWidth: number;
}

const top = 10;
const namesHeight = 22;
/** Bars are at most this wide, so that a few days do not become walls. */
const widestBar = 18;
/** A day that is not zero shows at least this much. */
const leastHeight = 1.5;

/** Where everything of a bar chart stands, in px. The last day is today; each seventh before it is named. */
export function chartLayout(
  days: readonly ChartDay[],
  { width, height, axisWidth }: ChartSize,
  finest: number,
): ChartLayout {
  const left = axisWidth + 6;
  const bottom = height - namesHeight;
  const values = days.map(({ value }) => value);
  const scale = scaleOf(values, { finest, least: finest * 3 });
  const span = scale.high - scale.low;
  const yOf = (value: number) => bottom - ((value - scale.low) / span) * (bottom - top);
  const slot = days.length === 0 ? 0 : (width - left) / days.length;
  const barWidth = Math.min(widestBar, Math.max(1, slot * 0.64));
  const zero = yOf(0);
  const bars = values.map((value, index) => {
    const tall = Math.max(value === 0 ? 0 : leastHeight, Math.abs(yOf(value) - zero));
    const x = left + slot * (index + 0.5) - barWidth / 2;
    return { x, y: value >= 0 ? zero - tall : zero, width: barWidth, height: tall };
  });
  const named = days
    .map((_, index) => index)
    .filter((index) => (days.length - 1 - index) % 7 === 0);
  return {
    bars,
    lines: scale.ticks.map((value) => ({ y: yOf(value), value })),
    names: named.map((index) => ({ x: left + slot * (index + 0.5), index })),
    left,
    right: width,
    bottom,
  };
}

/** Which of `count` days a finger at `x` means, or null left of them. */
export function dayAt(x: number, count: number, { left, right }: ChartLayout): number | null {
  if (count === 0 || x < left - 8) return null;
  const index = Math.floor(((x - left) / (right - left)) * count);
  return Math.max(0, Math.min(count - 1, index));
}

/** How wide the words of an axis are, for `axisWidth`. */
export function axisWidth(
  values: readonly number[],
  finest: number,
  widthOf: (value: number) => number,
): number {
  const { ticks } = scaleOf(values, { finest, least: finest * 3 });
  return Math.ceil(Math.max(...ticks.map(widthOf)));
}
