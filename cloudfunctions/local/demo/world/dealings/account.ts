import { pointsEnd } from '../../../../domains/points/rules/calendar';
import { offsetMinutes } from '../calendar';
import { settings } from '../history/ties';
import type { CouponMember, CouponRow, CouponStep, MadeBatch } from '../offers/rows';
import { chanceOf, type Chance } from '../random';
import type { Dealings, Member, ShopWorld } from '../types';
import { emptyAgenda, type Agenda } from './agenda';
import { couponBook, type CouponBook, type Given } from './coupons';
import { levelBook, type LevelBook } from './level';
import { pointsBook, type Cause, type PointsBook } from './points';
import { emptyPurse, type Purse } from './purse';

/** What a member has in the shop besides her orders, as her history goes on. */
export interface Account {
  readonly world: ShopWorld;
  readonly index: number;
  readonly member: Member;
  readonly chance: Chance;
  readonly agenda: Agenda;
  readonly points: PointsBook;
  readonly level: LevelBook;
  readonly coupons: CouponBook;
  readonly purse: Purse;
  readonly tags: readonly string[];
  readonly signIns: Dealings['signIns'][number][];
  readonly codes: Dealings['codes'][number][];
  readonly packets: Dealings['packets'][number][];
  /** Coupons that others took from her packets. */
  readonly passed: {
    readonly coupons: CouponRow[];
    readonly couponMembers: CouponMember[];
    readonly couponSteps: CouponStep[];
  };
  readonly uses: Dealings['promotionUses'][number][];
  /** What she had of promotions that limit members. */
  readonly limited: Map<string, { uses: number; pieces: number }>;
}

/** The account of somebody who has just joined. */
export function newAccount(world: ShopWorld, index: number, member: Member): Account {
  const { memberId } = member;
  const chance = chanceOf(world.options.seed, 'account', index);
  const agenda = emptyAgenda();
  return {
    world,
    index,
    member,
    chance,
    agenda,
    points: pointsBook(memberId, chance, agenda),
    level: levelBook(memberId, chance),
    coupons: couponBook(memberId, chance, agenda),
    purse: emptyPurse(memberId, chance),
    tags: tagsOf(world, index, chance),
    signIns: [],
    codes: [],
    packets: [],
    passed: { coupons: [], couponMembers: [], couponSteps: [] },
    uses: [],
    limited: new Map(),
  };
}

const marks = ['跑友', '宝妈', '老顾客', '企业团购', '送礼常客', '价格敏感', '爱尝鲜'];

/** About a third of the members carry marks that people of the shop gave them. */
function tagsOf({ options }: ShopWorld, index: number, chance: Chance): string[] {
  if (index === 0) return ['跑友', '老顾客'];
  if (!chance.maybe(typeof options.size === 'number' ? 0.05 : 0.35)) return [];
  return chance.shuffled(marks).slice(0, 1 + chance.weighed([70, 30]));
}

/** The batch with this key. */
export function batchCalled({ offers }: ShopWorld, key: string): MadeBatch {
  const batch = offers.batches.find((made) => made.key === key);
  if (batch === undefined) throw new Error(`no batch called ${key}`);
  return batch;
}

/** Gives a coupon of the batch with this key, if it gives one. */
export function giveCoupon(account: Account, key: string, given: Given): string | null {
  return account.coupons.give(batchCalled(account.world, key), given);
}

/** Gives points that end as the shop's points do: with the next year. */
export function givePoints(account: Account, points: number, why: Cause, atMs: number): void {
  account.points.give(
    points,
    why,
    atMs,
    pointsEnd(atMs, offsetMinutes, settings.points.endAfterYears),
  );
}

/** Adds growth, and gives what the levels give that it reaches. */
export function grow(account: Account, growth: number, why: Cause, atMs: number): void {
  for (const level of account.level.grow(growth, why, atMs)) {
    if (level !== 2) continue;
    giveCoupon(account, 'level-up', { source: 'level_up', cause: String(level), atMs });
  }
}

/** The account as rows. */
export function dealingsOf(account: Account): Dealings {
  const { member, points, level, coupons, purse, passed } = account;
  const { memberId, joinedAt } = member;
  const had = points.entries.length + level.entries.length > 0;
  const balance = points.balance();
  const wallet = { memberId, principalFen: purse.principalFen(), giftFen: purse.giftFen() };
  const kept = { growth: level.growth(), level: level.level(), levelUntil: level.until() };
  return {
    accounts: had ? [{ memberId, points: balance, ...kept }] : [],
    buckets: points.buckets,
    pointsEntries: points.entries,
    growth: level.entries,
    levelChanges: level.changes,
    signIns: account.signIns,
    wallets: purse.entries.length > 0 ? [wallet] : [],
    walletEntries: purse.entries,
    recharges: purse.recharges,
    tags: account.tags.map((tag) => ({ memberId, tag, madeAt: joinedAt })),
    coupons: [...coupons.rows, ...passed.coupons],
    couponMembers: [...coupons.members(), ...passed.couponMembers],
    couponSteps: [...coupons.steps, ...passed.couponSteps],
    codes: account.codes,
    packets: account.packets,
    promotionUses: account.uses,
    promotionMembers: [...account.limited].map(([promotionId, had]) => ({
      promotionId,
      memberId,
      ...had,
    })),
  };
}
