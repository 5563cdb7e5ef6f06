import { day, dayOf } from '../../../../kit/time';
import { pictureUrl, portraitPicture, type Picture } from '../../artwork/plan';
import { busyMoment, offsetMinutes } from '../calendar';
import { chanceOf, idAt, type Chance } from '../random';
import type { Address, Member, WorldOptions } from '../types';
import { fullNameFrom, nicknameFrom, phoneFrom, placeFrom } from './names';

const faces = [
  'cat', 'dog', 'panda', 'fox', 'rabbit', 'bear', 'koala', 'penguin', 'rose', 'sunflower', 'milktea', 'camera',
  'rainbow', 'sailboat', 'owl', 'whale', 'hamster', 'chick', 'frog', 'swan', 'clover', 'icecream', 'guitar', 'cactus',
  'moon', 'mountain', 'peach', 'avocado', 'woman1', 'man1', 'woman7', 'man4',
] as const; // prettier-ignore
const tones = ['#f7e3d8', '#e0ecf6', '#e7f1dd', '#f2e4f0', '#fbf0d2', '#e2f1ee'] as const;

/** The pictures that members chose for themselves; many choose the same. */
export const memberFaces: readonly Picture[] = faces.map((face, at) =>
  portraitPicture(`member-${face}`, face, tones[at % tones.length] ?? tones[0]),
);

/** When the shopper with this number (from 0) joined: the earlier the number the earlier, more and more lately. */
export function joinedAtOf({ seed, nowMs }: WorldOptions, shoppers: number, index: number): number {
  const share = (index + 0.5) / shoppers;
  const middle = nowMs - 358 * day * (1 - share) ** 1.15;
  const fromMs = middle - day;
  return Math.floor(busyMoment(chanceOf(seed, 'joined', index), fromMs, Math.min(middle, nowMs)));
}

/** The shopper with this number, who signs in as `demo-shopper-<number + 1>`. */
export function makeMember(options: WorldOptions, shoppers: number, index: number): Member {
  const chance = chanceOf(options.seed, 'member', index);
  const joinedAt = joinedAtOf(options, shoppers, index);
  const face = chance.pick(memberFaces);
  const birthday = birthdayFrom(chance);
  return {
    memberId: idAt(chance, joinedAt),
    openid: `demo-shopper-${index + 1}`,
    nickname: index === 0 ? '木子清和' : nicknameFrom(chance),
    avatarUrl: index === 0 || chance.maybe(0.86) ? pictureUrl(face) : '',
    phone: index === 0 || chance.maybe(0.7) ? phoneFrom(chance) : null,
    // The first shopper's comes within the week; 1992 has every day of a year.
    birthday:
      index === 0 ? `1992${dayOf(options.nowMs + 4 * day, offsetMinutes).slice(4)}` : birthday,
    joinedAt,
    lastSeenAt: joinedAt,
  };
}

/** YYYY-MM-DD; one in five tells nobody. */
function birthdayFrom(chance: Chance): string | null {
  const two = (least: number, most: number) => String(chance.whole(least, most)).padStart(2, '0');
  const text = `${chance.whole(1962, 2005)}-${two(1, 12)}-${two(1, 28)}`;
  return chance.maybe(0.8) ? text : null;
}

/** A member's addresses, the first her default; the first shopper has two. */
export function makeAddresses({ seed }: WorldOptions, member: Member, index: number): Address[] {
  const chance = chanceOf(seed, 'addresses', index);
  const count = index === 0 ? 2 : chance.weighed([10, 68, 18, 4]);
  const name = fullNameFrom(chance);
  return Array.from({ length: count }, (_, at) => {
    const { detail, ...place } = placeFrom(chance);
    const savedAt = member.joinedAt + at * day + 60_000;
    return {
      addressId: idAt(chance, savedAt),
      memberId: member.memberId,
      ...place,
      isDefault: at === 0,
      removedAt: null,
      savedAt,
      contact: {
        name: at === 0 ? name : fullNameFrom(chance),
        phone: member.phone ?? phoneFrom(chance),
        detail,
      },
    };
  });
}
