import { View } from '@tarojs/components';
import { useMemo, useRef, type ReactElement } from 'react';
import { groupedText, shortCount, shortText } from './amounts';
import { dayAt, type ChartLayout } from './chartLayout';
import { dayText } from '../../kit/dayText';
import { drawChart, type ChartSurface } from './drawChart';
import { fingerX } from './finger';
import { seriesNames, type Series } from './series';
import type { Overview } from './useBoard';

export interface ChartPartProps {
  id: string;
  className: string;
  /** Read aloud in the chart's place. */
  label: string;
  draw: (surface: ChartSurface) => void;
}

/** Gives a canvas to draw on; the page brings it. Must stay the same function. */
export type ChartPart = (props: ChartPartProps) => ReactElement;

/** The smallest step of an axis: ¥100, one visitor. */
const finest: Readonly<Record<Series, number>> = { netFen: 10_000, visitors: 1 };

interface TrendChartProps {
  days: Overview['days'];
  series: Series;
  chosen: number;
  onChoose: (index: number) => void;
  canvas: ChartPart;
}

/** Bars that a finger reads by touching or by moving along; drawn anew only for other days or another choice. */
export function TrendChart({ days, series, chosen, onChoose, canvas }: TrendChartProps) {
  const drawn = useRef<ChartLayout | null>(null);
  const draw = useMemo(() => {
    const values = days.map((day) => ({ day: day.day, value: day[series] }));
    const say = series === 'netFen' ? shortText : shortCount;
    return (surface: ChartSurface) => {
      drawn.current = drawChart(surface, { days: values, chosen, finest: finest[series], say });
    };
  }, [days, series, chosen]);

  async function read(event: unknown) {
    const x = await fingerX(event, 'trend');
    const index =
      x === null || drawn.current === null ? null : dayAt(x, days.length, drawn.current);
    if (index !== null && index !== chosen) onChoose(index);
  }

  const Canvas = canvas;
  const label = labelOf(days, series);
  return (
    <View
      className="trend__chart"
      aria-label={label}
      onClick={(event) => void read(event)}
      onTouchMove={(event) => void read(event)}
    >
      <Canvas id="trend" className="trend__canvas" label={label} draw={draw} />
    </View>
  );
}

/** What the picture says, for those who do not see it; the table below has each day. */
function labelOf(days: Overview['days'], series: Series): string {
  const best = days.reduce<Overview['days'][number] | null>(
    (most, day) => (most === null || day[series] > most[series] ? day : most),
    null,
  );
  const name = `近 30 天每天的${seriesNames[series]}`;
  if (best === null) return name;
  const most = series === 'netFen' ? groupedText(best.netFen) : `${best.visitors} 位`;
  return `${name}，最高是${dayText(best.day)}，${most}`;
}
