import { day } from '../../../../kit/time';
import type { Placed } from '../../artwork/compose';
import { named, pictureUrl, type Picture } from '../../artwork/plan';
import { chanceOf, idAt } from '../random';
import type { Banner, Category, WorldOptions } from '../types';

interface BannerPlan {
  readonly trade: string;
  readonly headline: string;
  readonly line: string;
  readonly tone: string;
  readonly placed: readonly Placed[];
}

/** Twice 343 × 140; the words are drawn by the app over the left half, so the goods stand on the right. */
const plans: readonly BannerPlan[] = [
  {
    trade: 'shoes',
    headline: '跑鞋满减，跑起来',
    line: '满 299 减 40，满 599 减 100',
    tone: '#d7e3f2',
    placed: [
      { item: 'cloud', x: 0.62, base: 0.42, size: 0.3, far: true, shadow: 0 },
      { item: 'sneaker~薄荷绿~云白', x: 0.62, base: 0.82, size: 0.72, shadow: 0.7 },
      { item: 'sneaker~珊瑚橙~藏青', x: 0.8, base: 0.92, size: 0.9 },
    ],
  },
  {
    trade: 'jewellery',
    headline: '把心意戴在身上',
    line: '足金、珍珠、玉石，一物一证',
    tone: '#f6ddd6',
    placed: [
      { item: 'gift', x: 0.92, base: 0.84, size: 0.42 },
      { item: 'ring~gold~ruby', x: 0.61, base: 0.9, size: 0.56 },
      { item: 'pearls~white', x: 0.77, base: 0.92, size: 0.74, shadow: 0.5 },
    ],
  },
  {
    trade: 'baby',
    headline: '陪他慢慢长大',
    line: '从第一口辅食，到第一辆小车',
    tone: '#fdeac6',
    placed: [
      { item: 'bottle', x: 0.93, base: 0.9, size: 0.42 },
      { item: 'train', x: 0.6, base: 0.92, size: 0.5 },
      { item: 'teddy', x: 0.77, base: 0.94, size: 0.78 },
    ],
  },
  {
    trade: 'fresh',
    headline: '早上采，明天到',
    line: '产地直发冷链到家，坏果包赔',
    tone: '#dfeecb',
    placed: [
      { item: 'grapes~green', x: 0.93, base: 0.88, size: 0.5 },
      { item: 'strawberry', x: 0.58, base: 0.93, size: 0.36 },
      { item: 'orange', x: 0.68, base: 0.9, size: 0.56 },
      { item: 'apple', x: 0.82, base: 0.95, size: 0.64 },
    ],
  },
];

/** The banners of the first page, one for each trade. */
export function makeBanners(
  { seed, nowMs }: WorldOptions,
  categories: readonly Category[],
): { banners: Banner[]; pictures: Picture[] } {
  const pictures: Picture[] = [];
  const banners = plans.flatMap((plan, at) => {
    const shown = categories.find(
      ({ trade, parentId }) => trade === plan.trade && parentId === null,
    );
    if (shown === undefined) return [];
    const { tone, placed } = plan;
    const picture = named(`banner-${at + 1}`, {
      width: 686,
      height: 280,
      format: 'webp',
      tone,
      stage: 'plain',
      placed,
    });
    pictures.push(picture);
    const content = {
      headline: plan.headline,
      line: plan.line,
      pictureUrl: pictureUrl(picture),
      target: { kind: 'category' as const, id: shown.categoryId },
    };
    return [
      {
        blockId: idAt(chanceOf(seed, 'banner', at), nowMs - day),
        kind: 'banner' as const,
        position: at,
        content,
      },
    ];
  });
  return { banners, pictures };
}
