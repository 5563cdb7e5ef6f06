import { day } from '../../../../kit/time';
import { named, pictureUrl, portraitPicture, type Picture } from '../../artwork/plan';
import { guidePlans, managerPlans, storePlans, type StorePlan } from '../people/staff';
import { chanceOf, idAt } from '../random';
import type { Member, Staff, Store, WorldOptions } from '../types';

export interface Team {
  readonly stores: Store[];
  readonly staff: Staff[];
  readonly members: Member[];
  readonly pictures: Picture[];
}

const tones = ['#fbe6dc', '#e2ecf7', '#e6f1e4', '#f3e6f1', '#fdf0d6'] as const;

/** The stores and who works there: guide:1, guide:2 … and manager:1 … sign in by `demo-guide-1` and so on. */
export function makeTeam(options: WorldOptions): Team {
  const small = options.size === 'test';
  const pictures: Picture[] = [];
  const stores = storePlans
    .slice(0, small ? 2 : 4)
    .map((plan, at) => makeStore(options, plan, at, pictures));
  const team: Team = { stores, staff: [], members: [], pictures };
  const guides = small ? [0, 1, 3] : guidePlans.map((_, at) => at);
  guides.forEach((from, at) => {
    const plan = guidePlans[from];
    if (plan !== undefined) addStaff(options, team, { ...plan, role: 'guide', number: at + 1 });
  });
  managerPlans.slice(0, small ? 1 : 3).forEach((plan, at) => {
    addStaff(options, team, { ...plan, role: 'manager', number: at + 1, rateBp: 0, greeting: '' });
  });
  return team;
}

function makeStore(
  { seed, nowMs }: WorldOptions,
  plan: StorePlan,
  at: number,
  pictures: Picture[],
): Store {
  const { building, ...store } = plan;
  const picture = named(`store-${at + 1}`, {
    width: 640,
    height: 400,
    format: 'webp',
    tone: tones[at % tones.length] ?? tones[0],
    stage: 'plain',
    placed: [
      { item: 'tree', x: 0.2, base: 0.86, size: 0.42, shadow: 0.6 },
      { item: 'pine', x: 0.84, base: 0.84, size: 0.34, shadow: 0.6 },
      { item: building, x: 0.52, base: 0.9, size: 0.78 },
    ],
  });
  pictures.push(picture);
  return {
    storeId: idAt(chanceOf(seed, 'store', at), nowMs - 400 * day),
    ...store,
    pictureUrl: pictureUrl(picture),
    position: at,
    open: true,
  };
}

interface Post {
  readonly role: 'guide' | 'manager';
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly store: number;
  readonly rateBp: number;
  readonly greeting: string;
  readonly face: string;
}

function addStaff({ seed, nowMs }: WorldOptions, team: Team, post: Post): void {
  const chance = chanceOf(seed, post.role, post.number);
  const joinedAt = nowMs - Math.floor((366 + chance.next() * 30) * day);
  const store = team.stores[post.store] ?? team.stores[0];
  if (store === undefined) throw new Error('a shop has at least one store');
  const tone = tones[post.number % tones.length] ?? tones[0];
  const picture = portraitPicture(`${post.role}-${post.number}`, post.face, tone);
  team.pictures.push(picture);
  const memberId = idAt(chance, joinedAt);
  const avatarUrl = pictureUrl(picture);
  team.members.push({
    memberId,
    openid: `demo-${post.role}-${post.number}`,
    nickname: post.name,
    avatarUrl,
    phone: null,
    birthday: null,
    joinedAt,
    lastSeenAt: nowMs,
  });
  team.staff.push({
    staffId: idAt(chance, joinedAt),
    memberId,
    storeId: store.storeId,
    role: post.role,
    name: post.name,
    title: post.title,
    greeting: post.greeting,
    avatarUrl,
    rateBp: post.rateBp,
    joinedAt,
    leftAt: null,
  });
}
