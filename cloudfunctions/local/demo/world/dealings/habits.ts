import { signInGives } from '../../../../domains/points/rules/sign-in';
import { day, dayOf, hour, minute, startOfDay } from '../../../../kit/time';
import { busyMoment, daysAgo, offsetMinutes } from '../calendar';
import { digits } from '../history/money';
import { settings } from '../history/ties';
import { giveCoupon, givePoints, type Account } from './account';
import { causes } from './causes';
import { signingDays } from './signing';

/** Puts on the agenda what a member does of herself besides buying, and what the shop does for her. */
export function planDealings(account: Account): void {
  welcome(account);
  planRecharge(account);
  if (account.index === 0) planFirstShopper(account);
  else planClaims(account);
  // A benchmark needs many members rather than busy ones.
  if (typeof account.world.options.size === 'number') return;
  planProfile(account);
  planSigning(account);
  planBirthdays(account);
  planCode(account);
}

/** How likely a member is to do something, in a benchmark less so. */
function likely({ world }: Account, probability: number): number {
  return typeof world.options.size === 'number' ? probability / 12 : probability;
}

/** A coupon on joining. */
function welcome(account: Account): void {
  const { joinedAt, memberId } = account.member;
  account.agenda.at(joinedAt, () =>
    giveCoupon(account, 'joined', { source: 'joined', cause: memberId, atMs: joinedAt }),
  );
}

/** Points that welcomed the first members and ended after 180 days, and points for a finished profile. */
function planProfile(account: Account): void {
  const { world, member, agenda, index } = account;
  const { joinedAt, avatarUrl, birthday } = member;
  const { nowMs } = world.options;
  if (joinedAt < nowMs - 100 * day) giftPoints(account, 'opening', joinedAt, joinedAt + 180 * day);
  if (index === 0) giftPoints(account, 'return', daysAgo(nowMs, 2, 10), nowMs + 5 * day);
  if (avatarUrl === '' || birthday === null) return;
  const finishedAt = joinedAt + account.chance.whole(3, 40) * minute;
  agenda.at(finishedAt, () =>
    givePoints(
      account,
      settings.points.profile,
      { cause: causes.profile, causeId: causes.profile },
      finishedAt,
    ),
  );
}

function giftPoints(account: Account, which: string, atMs: number, endsAt: number): void {
  const why = { cause: causes.gift, causeId: which };
  account.agenda.at(atMs, () => account.points.give(100, why, atMs, endsAt));
}

function planSigning(account: Account): void {
  const { agenda, member, signIns } = account;
  for (const { atMs, streak } of signingDays(account.world, account.index, member.joinedAt)) {
    agenda.at(atMs, () => {
      const { points, bonus } = signInGives(streak, settings.points);
      const text = dayOf(atMs, offsetMinutes);
      const { memberId } = member;
      signIns.push({ memberId, day: text, streak, points: points + bonus, signedAt: atMs });
      givePoints(account, points, { cause: causes.signIn, causeId: text }, atMs);
      givePoints(account, bonus, { cause: causes.streak, causeId: text }, atMs);
      if (streak === 7) giveCoupon(account, 'streak', { source: 'streak', cause: text, atMs });
    });
  }
}

function planBirthdays(account: Account): void {
  const { world, member, agenda } = account;
  const { birthday, joinedAt } = member;
  if (birthday === null) return;
  const { nowMs } = world.options;
  const thisYear = Number(dayOf(nowMs, offsetMinutes).slice(0, 4));
  for (const year of [thisYear - 1, thisYear]) {
    const atMs =
      Date.UTC(year, Number(birthday.slice(5, 7)) - 1, Number(birthday.slice(8))) -
      offsetMinutes * minute +
      9 * hour;
    if (atMs < joinedAt || atMs > nowMs) continue;
    agenda.at(atMs, () => {
      const points = settings.levels[account.level.level()]?.birthdayPoints ?? 0;
      givePoints(account, points, { cause: causes.birthday, causeId: String(year) }, atMs);
      giveCoupon(account, 'birthday', { source: 'birthday', cause: String(year), atMs });
    });
  }
}

/** A third of the members put money into their wallets. */
function planRecharge(account: Account): void {
  const { world, index, member, agenda, purse, chance } = account;
  const { nowMs } = world.options;
  const wanted = chance.maybe(likely(account, 0.34));
  if (index !== 0 && !wanted) return;
  const busy = busyMoment(
    chance,
    member.joinedAt + hour,
    Math.max(nowMs, member.joinedAt + 2 * hour),
  );
  const atMs = index === 0 ? daysAgo(nowMs, 12, 20.6) : busy;
  const plan = settings.wallet.plans[index === 0 ? 0 : chance.weighed([44, 30, 18, 8])];
  if (plan === undefined || atMs > nowMs - 5 * minute) return;
  const number = `S${dayOf(atMs, offsetMinutes).replaceAll('-', '')}${digits(chance, 14)}`;
  agenda.at(atMs, () => purse.recharge(plan, atMs, number));
}

/** Every fourth member of the earlier ones turned a code of the stores into a coupon; told from the number alone. */
function planCode(account: Account): void {
  const { world, index, member, agenda, codes } = account;
  const { nowMs } = world.options;
  const { lotId, ...offers } = world.offers;
  const code = offers.codes[Math.floor(index / 4)];
  const atMs = Math.max(member.joinedAt + hour, daysAgo(nowMs, 2 + ((index * 7) % 40), 15.5));
  const batch = offers.batches.find(({ key }) => key === 'code');
  if (index % 4 !== 0 || index > 240 || code === undefined || batch === undefined || atMs > nowMs)
    return;
  agenda.at(atMs, () => {
    const couponId = account.coupons.give(batch, { source: 'code', cause: code, atMs });
    if (couponId !== null)
      codes.push({ code, batchId: batch.batchId, lotId, madeAt: batch.madeAt, couponId });
  });
}

/** What members take out of the claim centre, get from their guides, and buy for points. */
const claimable: readonly (readonly [string, number, number, number])[] = [
  // Batch, how likely, from and to which day before today.
  ['claim-before', 0.3, 95, 52],
  ['claim-200', 0.45, 38, 0],
  ['claim-200', 0.2, 20, 0],
  ['claim-percent', 0.4, 36, 0],
  ['claim-freight', 0.4, 38, 0],
  ['claim-freight', 0.15, 15, 0],
  ['claim-exchange', 0.22, 4, 0],
  ['claim-jewels', 0.12, 9, 0],
  ['claim-levels', 0.5, 38, 0],
  ['claim-stopped', 0.2, 30, 27.5],
  ['targeted', 0.14, 24, 1],
  ['weekend', 0.1, 1, 0],
  ['points-small', 0.25, 200, 0],
  ['points-large', 0.12, 50, 0],
];

function planClaims(account: Account): void {
  const { world, member, agenda, chance } = account;
  const { nowMs } = world.options;
  for (const [key, probability, from, to] of claimable) {
    const wanted = chance.maybe(likely(account, probability));
    if (!wanted) continue;
    const fromMs = Math.max(member.joinedAt + 5 * minute, nowMs - from * day);
    const atMs = busyMoment(chance, fromMs, nowMs - to * day);
    if (atMs >= fromMs && atMs <= nowMs - to * day)
      agenda.at(atMs, () => claim(account, key, atMs));
  }
}

/** Takes a coupon as the claim centre, a guide or the points shop gives it. */
function claim(account: Account, key: string, atMs: number): void {
  const batch = account.world.offers.batches.find((made) => made.key === key);
  if (batch === undefined) return;
  const { giving, audience } = batch.draft;
  const level = account.level.level();
  if (audience.levels.length > 0 && !audience.levels.includes(level)) return;
  const cause = `${key}-${atMs}`;
  if (giving.by !== 'points') {
    account.coupons.give(batch, {
      source: giving.by,
      cause,
      atMs,
    });
    return;
  }
  if (account.points.balance() < giving.points) return;
  const couponId = account.coupons.give(batch, { source: 'points', cause, atMs });
  if (couponId !== null)
    account.points.spend(giving.points, { cause: causes.exchange, causeId: couponId }, atMs);
}

/** The first shopper has coupons of every kind: one that ends in two days, and some that cannot be used yet. */
function planFirstShopper(account: Account): void {
  const { world, agenda } = account;
  const { nowMs } = world.options;
  const told: readonly (readonly [string, number])[] = [
    ['claim-before', daysAgo(nowMs, 80, 20.2)],
    ['claim-200', nowMs - 13 * day],
    ['claim-jewels', daysAgo(nowMs, 6, 21.3)],
    ['claim-freight', daysAgo(nowMs, 2, 12.4)],
    ['claim-percent', daysAgo(nowMs, 2, 12.5)],
    ['claim-exchange', daysAgo(nowMs, 1, 19.8)],
    ['weekend', startOfDay(nowMs, offsetMinutes) - 2 * hour],
  ];
  for (const [key, atMs] of told) agenda.at(atMs, () => claim(account, key, atMs));
}
