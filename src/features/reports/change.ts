import { groupedText, shareText } from './amounts';

export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** How much, without a direction: `12.5%`, `0.8 个百分点`. */
  readonly words: string;
}

/** What sort of number changed: fen, a count, or a share in 1/10 000. */
export type NumberKind = 'money' | 'count' | 'share';

/**
 * How a number moved against the stretch before. Shares are compared in points; where there was nothing to
 * compare with, or less than nothing, the difference itself is said.
 */
export function changeOf(now: number, before: number, kind: NumberKind): Change {
  if (now === before) return { direction: 'same', words: '持平' };
  const direction = now > before ? 'up' : 'down';
  const difference = Math.abs(now - before);
  if (kind === 'share') return { direction, words: `${pointsText(difference)} 个百分点` };
  if (before <= 0) return { direction, words: differenceText(difference, kind) };
  return { direction, words: percentText((difference / before) * 100) };
}

/** A change with its direction in words, for those who do not see arrow and colour. */
export function changeText({ direction, words }: Change): string {
  if (direction === 'same') return words;
  return `${direction === 'up' ? '多' : '少'} ${words}`;
}

/** What a window is compared with. */
export function comparedWith(window: 'today' | 'month'): string {
  return window === 'today' ? '比上周同日同时段' : '比再前 30 天';
}

function percentText(percent: number): string {
  if (percent >= 1_000) return '10 倍以上';
  if (percent < 0.1) return '不到 0.1%';
  return `${percent >= 100 ? Math.round(percent) : Math.round(percent * 10) / 10}%`;
}

function pointsText(differenceBp: number): string {
  return differenceBp < 10 ? '不到 0.1' : shareText(differenceBp).slice(0, -1);
}

function differenceText(difference: number, kind: NumberKind): string {
  return kind === 'money' ? groupedText(difference) : String(difference);
}
