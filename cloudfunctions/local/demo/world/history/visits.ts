import { channelOf } from '../../../../domains/referral/rules/channel';
import { hour, minute } from '../../../../kit/time';
import { chanceOf, codeFrom, idAt, type Chance } from '../random';
import { joinedAtOf } from '../people/member';
import type { Share, ShopWorld, Touch } from '../types';
import { busyMoment } from '../calendar';

const scenes: Readonly<Record<string, readonly number[]>> = {
  chat: [1007, 1007, 1008, 1044],
  timeline: [1154, 1155],
  poster: [1047, 1047, 1048],
  link: [1036, 1007],
};
const directScenes = [1001, 1005, 1089, 1089, 1027, 1034] as const;

/** Who comes, when and by which card. */
export interface Coming {
  readonly memberId: string | null;
  readonly visitorId: string;
  readonly share: Share | null;
  readonly atMs: number;
}

/** One recorded entry into the shop. */
export function touchOf(chance: Chance, { memberId, visitorId, share, atMs }: Coming): Touch {
  const scene =
    share === null ? chance.pick(directScenes) : chance.pick(scenes[share.channel] ?? [1007]);
  const inGroup = scene === 1008 || scene === 1044;
  return {
    touchId: idAt(chance, atMs),
    shareId: share?.shareId ?? null,
    guideId: share?.guideId ?? null,
    memberId,
    visitorId,
    scene,
    channel: channelOf(scene, share?.channel ?? null),
    groupId: inGroup ? `tG${codeFrom(chanceOf('group', chance.whole(1, 40)), 20)}` : null,
    touchedAt: atMs,
  };
}

/** One of a guide's cards that existed at `atMs`, rather a late one; null when she had none yet. */
export function cardOf(
  world: ShopWorld,
  chance: Chance,
  guideId: string,
  atMs: number,
): Share | null {
  const cards = cardsByGuide(world).get(guideId) ?? [];
  const count = cards.filter(({ madeAt }) => madeAt < atMs).length;
  if (count === 0) return null;
  return cards[Math.floor(count * Math.sqrt(chance.next()))] ?? null;
}

const sorted = new WeakMap<ShopWorld, Map<string, Share[]>>();

function cardsByGuide(world: ShopWorld): Map<string, Share[]> {
  const before = sorted.get(world);
  if (before !== undefined) return before;
  const groups = new Map<string, Share[]>();
  for (const share of world.guideShares) {
    if (share.guideId === null) continue;
    groups.set(share.guideId, [...(groups.get(share.guideId) ?? []), share]);
  }
  sorted.set(world, groups);
  return groups;
}

/**
 * The card that the shopper with this number passed on, if she is one who does: her own card of a guide's card,
 * whose guide stays the guide. Told from the number alone, so that another's history can point to it.
 */
export function passedOn(world: ShopWorld, index: number, memberId: string): Share | null {
  const { options, shoppers } = world;
  const chance = chanceOf(options.seed, 'passes on', index);
  if (!chance.maybe(index === 0 ? 1 : 0.22)) return null;
  const madeAt =
    joinedAtOf(options, shoppers, index) + Math.floor((2 + chance.next() * 240) * hour);
  if (madeAt > options.nowMs) return null;
  const guide = chance.pick(world.staff.filter(({ role }) => role === 'guide'));
  const parent = cardOf(world, chance, guide.staffId, madeAt - hour);
  if (parent === null) return null;
  return {
    ...parent,
    shareId: codeFrom(chance, 20),
    sharerId: memberId,
    channel: 'chat',
    parentId: parent.shareId,
    madeAt,
  };
}

/** People who looked in and never joined, as many as come by while one member joins. */
export function strangers(world: ShopWorld, index: number): Touch[] {
  const { options, staff } = world;
  const chance = chanceOf(options.seed, 'strangers', index);
  const guides = staff.filter(({ role }) => role === 'guide');
  const touches: Touch[] = [];
  // A benchmark needs many members rather than many who look in.
  const most = typeof options.size === 'number' ? 3 : 20;
  for (let left = chance.whole(Math.floor(most / 3), most); left > 0; left -= 1) {
    const fromMs = options.nowMs - 340 * 24 * hour * (1 - Math.sqrt(chance.next()));
    let atMs = busyMoment(chance, fromMs, Math.min(fromMs + 7 * 24 * hour, options.nowMs));
    const visitorId = idAt(chance, atMs);
    const share = chance.maybe(0.68)
      ? cardOf(world, chance, chance.pick(guides).staffId, atMs)
      : null;
    for (let again = chance.weighed([70, 22, 8]); again >= 0 && atMs < options.nowMs; again -= 1) {
      touches.push(touchOf(chance, { memberId: null, visitorId, share, atMs }));
      atMs += Math.floor(chance.next() * 40 * minute) + minute;
    }
  }
  return touches;
}
