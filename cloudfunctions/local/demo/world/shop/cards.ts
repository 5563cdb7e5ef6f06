import { day } from '../../../../kit/time';
import { busyMoment } from '../calendar';
import { guidePlans } from '../people/staff';
import { chanceOf, codeFrom } from '../random';
import type { Product, Share, Staff, WorldOptions } from '../types';

const channels = ['chat', 'chat', 'chat', 'timeline', 'poster', 'link'] as const;

/** The cards that guides made over the year, each product and channel once; oldest first for each guide. */
export function makeGuideShares(
  options: WorldOptions,
  staff: readonly Staff[],
  products: readonly Product[],
): Share[] {
  return staff
    .filter(({ role }) => role === 'guide')
    .flatMap((guide) => sharesOf(options, guide, products));
}

function sharesOf(
  { seed, nowMs, size }: WorldOptions,
  guide: Staff,
  products: readonly Product[],
): Share[] {
  const chance = chanceOf(seed, 'cards', guide.staffId);
  const liked = guidePlans.find(({ name }) => name === guide.name)?.trades ?? [];
  const wanted = products.filter(({ trade }) => liked.includes(trade) || chance.maybe(0.2));
  const made = new Map<string, Share>();
  for (let at = 0; at < (size === 'test' ? 12 : 90); at += 1) {
    const product = chance.pick(wanted.length > 0 ? wanted : products);
    const channel = chance.pick(channels);
    const fromMs = Math.max(nowMs - 364 * day, product.listedAt);
    const madeAt = at < 2 ? nowMs - 363 * day : busyMoment(chance, fromMs, nowMs);
    const share = {
      shareId: codeFrom(chance, 20),
      sharerId: guide.memberId,
      guideId: guide.staffId,
      storeId: guide.storeId,
      channel,
      targetKind: 'product' as const,
      targetId: product.productId,
      parentId: null,
      madeAt,
    };
    const key = `${channel} ${product.productId}`;
    if (!made.has(key)) made.set(key, share);
  }
  return [...made.values()].sort((a, b) => a.madeAt - b.madeAt);
}
