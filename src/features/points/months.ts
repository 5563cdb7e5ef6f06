import { day } from '../../../cloudfunctions/kit/time';

/** The weeks of a month `YYYY-MM`, Monday first; null where a week reaches into another month. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const cells: (string | null)[] = Array.from({ length: before }, () => null);
  for (let atMs = first; textOf(atMs).startsWith(month); atMs += day) cells.push(textOf(atMs));
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month `YYYY-MM` that is `months` after another, or before it. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, at - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The day `YYYY-MM-DD` that is `days` after another. */
export function dayAfter(from: string, days: number): string {
  return textOf(Date.parse(`${from}T00:00:00Z`) + days * day);
}

/** `2026年11月`. */
export function monthText(month: string): string {
  const [year = '', at = ''] = month.split('-');
  return `${year}年${Number(at)}月`;
}

function textOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
