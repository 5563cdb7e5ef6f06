import type { Output } from '../../cloud';
import { lastDay, shopDay, shopTime } from '../../kit/shopTime';

export type MyPoints = Output<'points.mine'>;
export type Level = MyPoints['level'];
export type PointsEntry = Output<'points.entries'>['items'][number];

/** `+12` or `-12`. */
export function signedText(points: number): string {
  return points > 0 ? `+${points}` : String(points);
}

/** When an entry was made and until when its points live. */
export function entryTimes({ madeAt, endsAt, points }: PointsEntry): string {
  const made = shopTime(madeAt);
  return endsAt === null || points < 0 ? made : `${made} · ${lastDay(endsAt)} 到期`;
}

/** What is missing for the next level, or that there is none above. */
export function nextLevelSay({ next }: Pick<MyPoints, 'next'>): string {
  return next === null ? '已是最高等级' : `再 ${next.missing} 成长值升至 ${next.level.name}`;
}

/** How far the growth has come towards the next level, 0 to 100; whole at the top. */
export function levelPercent({ growth, next }: Pick<MyPoints, 'growth' | 'next'>): number {
  if (next === null || next.level.growthFrom <= 0) return 100;
  return Math.max(0, Math.min(100, Math.floor((growth / next.level.growthFrom) * 100)));
}

/** What keeps the present level, and until when; null for the first, which nobody loses. */
export function keepSay({ keep }: Pick<MyPoints, 'keep'>): string | null {
  if (keep === null) return null;
  const missing = Math.max(0, keep.needs - keep.has);
  return missing === 0
    ? `保级：已达成，到 ${shopDay(keep.untilAt)} 再续一年`
    : `保级：${shopDay(keep.untilAt)} 前再得 ${missing} 成长值`;
}

/** How growth is earned and lost, for the page about levels. */
export const growthSays: readonly string[] = [
  '订单完成后，商品实付每满 1 元得 1 成长值，运费和退款部分不计。',
  '等级看近一年的成长值，达到即升级，升级后保留一年。',
  '保留期满时，近一年的成长值够本级就继续保留，不够降一级。',
];
