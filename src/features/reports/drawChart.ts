import { axisWidth, chartLayout, type Bar, type ChartDay, type ChartLayout } from './chartLayout';
import { shortDayText } from './days';

/** What a chart is drawn on, in px of the design. */
export interface ChartSurface {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
}

export interface Chart {
  readonly days: readonly ChartDay[];
  /** The day that is read. */
  readonly chosen: number;
  /** The smallest step of the axis. */
  readonly finest: number;
  /** What a line of the axis says. */
  readonly say: (value: number) => string;
}

type Context = CanvasRenderingContext2D;

const face = '11px -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", sans-serif';

// A canvas knows no custom properties: these are the tokens' values.
const colours = {
  bar: '#f3b5ab',
  chosen: '#e4432d',
  words: '#8a8e96',
  today: '#c53a27',
  line: '#ecedf0',
  zero: '#c5c8ce',
  veil: '#f5f5f7',
};

/** Draws days as bars over a quiet axis, today named, the chosen day full. Returns where things stand. */
export function drawChart(surface: ChartSurface, chart: Chart): ChartLayout {
  const { context, width, height } = surface;
  const { days, finest, say } = chart;
  context.font = face;
  const room = axisWidth(
    days.map(({ value }) => value),
    finest,
    (value) => context.measureText(say(value)).width,
  );
  const layout = chartLayout(days, { width, height, axisWidth: room }, finest);
  context.clearRect(0, 0, width, height);
  paintVeil(context, layout, chart);
  paintAxis(context, layout, say);
  layout.bars.forEach((bar, index) => {
    context.fillStyle = index === chart.chosen ? colours.chosen : colours.bar;
    paintBar(context, bar);
  });
  paintNames(context, layout, chart);
  return layout;
}

/** A shade behind the day that is read: colour is not the only sign. */
function paintVeil(context: Context, layout: ChartLayout, { days, chosen }: Chart) {
  const bar = layout.bars[chosen];
  if (bar === undefined) return;
  const slot = (layout.right - layout.left) / days.length;
  context.fillStyle = colours.veil;
  context.fillRect(bar.x + bar.width / 2 - slot / 2 - 1, 0, slot + 2, layout.bottom);
}

function paintAxis(context: Context, layout: ChartLayout, say: Chart['say']) {
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { y, value } of layout.lines) {
    context.fillStyle = value === 0 ? colours.zero : colours.line;
    context.fillRect(layout.left, y - 0.25, layout.right - layout.left, 0.5);
    context.fillStyle = colours.words;
    context.fillText(say(value), layout.left - 6, y);
  }
}

/** With a soft end where the bar is high enough for one. */
function paintBar(context: Context, { x, y, width, height }: Bar) {
  if (height === 0) return;
  const by = Math.min(2, width / 2, height / 2);
  context.beginPath();
  context.moveTo(x + by, y);
  context.arcTo(x + width, y, x + width, y + height, by);
  context.lineTo(x + width, y + height);
  context.lineTo(x, y + height);
  context.arcTo(x, y, x + width, y, by);
  context.closePath();
  context.fill();
}

function paintNames(context: Context, layout: ChartLayout, { days }: Chart) {
  const last = days.length - 1;
  context.textBaseline = 'alphabetic';
  for (const { x, index } of layout.names) {
    const day = days[index];
    if (day === undefined) continue;
    const isToday = index === last;
    context.textAlign = isToday ? 'right' : 'center';
    context.fillStyle = isToday ? colours.today : colours.words;
    const name = isToday ? '今天' : shortDayText(day.day);
    context.fillText(name, isToday ? layout.right : x, layout.bottom + 16);
  }
}
