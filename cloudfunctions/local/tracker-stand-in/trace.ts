import type { TraceAsked, Traced } from '../../platform/tracker';

const hour = 3_600_000;

/** The way of every parcel: what happens, and how many hours after it was sent, give or take. */
const way = [
  { state: 'collected', afterHours: 1, say: '已揽收', place: '发货网点' },
  { state: 'moving', afterHours: 6, say: '已到达始发转运中心', place: '始发转运中心' },
  { state: 'moving', afterHours: 22, say: '已到达目的地转运中心', place: '目的地转运中心' },
  { state: 'delivering', afterHours: 30, say: '快递员正在派送，请保持电话畅通', place: '派送网点' },
  { state: 'signed', afterHours: 34, say: '已签收，感谢使用', place: '派送网点' },
] as const;

/**
 * A carrier for a demo: the number decides how quick a parcel is, the clock how far it has come. The same question
 * gets the same answer, and what was said once is never taken back.
 */
export function traceByClock({ number, sinceMs, nowMs }: TraceAsked): Traced {
  const pace = 0.75 + (sumOf(number) % 50) / 100;
  const passed = way
    .map((step) => ({ ...step, atMs: Math.round(sinceMs + step.afterHours * pace * hour) }))
    .filter(({ atMs }) => atMs <= nowMs);
  const last = passed[passed.length - 1];
  return {
    state: last === undefined ? 'waiting' : last.state,
    steps: passed.map(({ atMs, say, place }) => ({ atMs, say, place })),
  };
}

function sumOf(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
