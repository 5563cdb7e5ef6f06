import fc from 'fast-check';
import {
  axisWidth,
  chartLayout,
  dayAt,
  type ChartDay,
} from '../../../../src/features/reports/chartLayout';
import { scaleOf } from '../../../../src/features/reports/chartScale';

const size = { width: 311, height: 190, axisWidth: 40 };

function daysOf(values: readonly number[]): ChartDay[] {
  return values.map((value, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}`,
    value,
  }));
}

describe('the scale of an axis', () => {
  it('goes from zero up in round steps', () => {
    expect(scaleOf([3, 9]).ticks).toEqual([0, 5, 10]);
    expect(scaleOf([120, 730]).ticks).toEqual([0, 250, 500, 750]);
    expect(scaleOf([1, 2]).ticks).toEqual([0, 1, 2]);
  });

  it('goes below zero when a value does', () => {
    expect(scaleOf([-40, 100]).ticks).toEqual([-50, 0, 50, 100]);
  });

  it('is there when nothing was counted', () => {
    expect(scaleOf([0, 0], { least: 3 }).ticks).toEqual([0, 1, 2, 3]);
    expect(scaleOf([]).ticks).toEqual([0, 1]);
  });

  it('holds every value, has zero on a line, and few lines', () => {
    const amounts = fc.array(fc.integer({ min: -5_000_000, max: 1_000_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(amounts, (values) => {
        const { low, high, ticks } = scaleOf(values);
        expect(low).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(ticks.some((tick) => Math.abs(tick) < 1e-6)).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('a chart of days', () => {
  const days = daysOf(Array.from({ length: 30 }, (_, index) => index * 100));
  const layout = chartLayout(days, size, 100);

  it('keeps every bar on the sheet, beside the others and above the names', () => {
    layout.bars.forEach((bar, index) => {
      const next = layout.bars[index + 1];
      expect(bar.x).toBeGreaterThanOrEqual(layout.left);
      expect(bar.x + bar.width).toBeLessThanOrEqual(next?.x ?? layout.right);
      expect(bar.y).toBeGreaterThanOrEqual(0);
      expect(bar.y + bar.height).toBeLessThanOrEqual(layout.bottom + 0.01);
    });
  });

  it('names today and each seventh day before it', () => {
    expect(layout.names.map(({ index }) => index)).toEqual([1, 8, 15, 22, 29]);
  });

  it('shows a day of next to nothing, and nothing for nothing', () => {
    const [none, little] = chartLayout(daysOf([0, 1, 10_000_000]), size, 100).bars;
    expect(none?.height).toBe(0);
    expect(little?.height).toBeGreaterThan(1);
  });

  it('hangs a day of more refunds than sales below zero', () => {
    const { bars, lines } = chartLayout(daysOf([1_000, -500]), size, 100);
    const zero = lines.find(({ value }) => value === 0)?.y ?? 0;
    expect(bars[1]?.y).toBe(zero);
    expect((bars[0]?.y ?? 0) + (bars[0]?.height ?? 0)).toBeCloseTo(zero);
  });

  it('is read by a finger on a bar or beside it, but not on the axis', () => {
    const middle = (index: number) => {
      const bar = layout.bars[index];
      return bar === undefined ? 0 : bar.x + bar.width / 2;
    };
    expect([0, 14, 29].map((index) => dayAt(middle(index), 30, layout))).toEqual([0, 14, 29]);
    expect(dayAt(layout.right + 20, 30, layout)).toBe(29);
    expect(dayAt(layout.left - 3, 30, layout)).toBe(0);
    expect(dayAt(5, 30, layout)).toBeNull();
    expect(dayAt(100, 0, layout)).toBeNull();
  });

  it('leaves room for the widest word of its axis', () => {
    expect(axisWidth([900], 100, (value) => String(value).length * 6)).toBe(24);
  });
});
