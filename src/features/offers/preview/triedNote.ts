import { minute } from '../../../../cloudfunctions/kit/time';
import { levelName, type LevelName } from '../form/levels';
import { shortMoment } from '../form/moments';
import type { Tried } from './pair';

/** Under which circumstances a preview was worked out, in a line. */
export function triedNote(
  tried: Tried | null,
  levels: readonly LevelName[],
  nowMs: number,
): string {
  if (tried === null) return '按店里正在进行的活动一起算';
  const { atMs, buyer, regionCode } = tried;
  const isLater = atMs > nowMs + minute;
  return [
    `${isLater ? `按 ${shortMoment(atMs, nowMs)}` : '按现在'}、${levelName(levels, buyer?.level ?? 0)}计算`,
    regionCode === null ? '不含运费' : '寄往上海',
    '和店里其他活动一起算，不含顾客手里的券和积分',
  ].join('，');
}
