import { dayOf, day } from '../../../../../cloudfunctions/kit/time';
import {
  makeShop,
  makeWorld,
  peopleInChunks,
} from '../../../../../cloudfunctions/local/demo/world/world';

const nowMs = Date.UTC(2026, 10, 22, 7, 50);
const demo = makeWorld({ seed: 'shuke', nowMs, size: 'demo' });
const { people } = demo;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What entries of a ledger leave in an account. */
function left<T extends { fromAccount: string; toAccount: string }>(
  entries: readonly T[],
  account: string,
  of: (entry: T) => number,
): number {
  const sign = (entry: T) =>
    Number(entry.toAccount === account) - Number(entry.fromAccount === account);
  return sum(entries.map((entry) => sign(entry) * of(entry)));
}

describe('what members have', () => {
  test('is what their ledgers say: points by entries and buckets, growth, levels, stored value', () => {
    for (const { dealings } of people) {
      const { accounts, buckets, pointsEntries, growth, levelChanges } = dealings;
      const [account] = accounts;
      const points = left(pointsEntries, 'member', (entry) => entry.points);
      expect(account?.points ?? 0).toBe(points);
      expect(sum(buckets.map(({ remaining }) => remaining))).toBe(points);
      expect(account?.growth ?? 0).toBe(sum(growth.map((entry) => entry.growth)));
      expect(account?.level ?? 0).toBe(levelChanges.at(-1)?.toLevel ?? 0);
      for (const purse of ['principal', 'gift'] as const) {
        const entries = dealings.walletEntries.filter((entry) => entry.purse === purse);
        const [wallet] = dealings.wallets;
        const kept = purse === 'gift' ? wallet?.giftFen : wallet?.principalFen;
        expect(kept ?? 0).toBe(left(entries, 'member', ({ fen }) => fen));
      }
    }
  });

  test('came bucket by bucket, never below zero, and what is over has ended', () => {
    for (const { buckets, pointsEntries } of people.map(({ dealings }) => dealings)) {
      for (const { bucketId, remaining, points, endsAt } of buckets) {
        const own = pointsEntries.filter((entry) => entry.bucketId === bucketId);
        expect(left(own, 'member', (entry) => entry.points)).toBe(remaining);
        expect(remaining).toBeLessThanOrEqual(points);
        if (endsAt <= nowMs) expect(remaining).toBe(0);
      }
    }
    const ended = people.flatMap(({ dealings }) =>
      dealings.pointsEntries.filter(({ toAccount }) => toAccount === 'expired'),
    );
    expect(ended.length).toBeGreaterThan(10);
  });

  test('is earned once for each completed order, by its paid goods', () => {
    for (const { orders, dealings } of people) {
      const completed = orders.filter(({ order }) => order.state === 'completed');
      const grown = dealings.growth.map(({ causeId }) => causeId);
      expect(grown.sort()).toEqual(
        completed
          .filter(({ order }) => order.goodsFen - order.discountFen >= 100)
          .map(({ order }) => order.orderId)
          .sort(),
      );
    }
  });

  test('is signed for day by day: a streak grows by one with each day, and begins again after a gap', () => {
    for (const { dealings } of people) {
      const days = dealings.signIns;
      expect(new Set(days.map((signed) => signed.day)).size).toBe(days.length);
      days.forEach((signed, at) => {
        const before = days[at - 1];
        const next =
          before !== undefined && Date.parse(signed.day) - Date.parse(before.day) === day;
        expect(signed.streak).toBe(next ? before.streak + 1 : 1);
        expect(dayOf(signed.signedAt, 480)).toBe(signed.day);
        expect(signed.signedAt).toBeLessThanOrEqual(nowMs);
      });
    }
  });

  test('is recharged by a third of them', () => {
    const share = people.filter(({ dealings }) => dealings.recharges.length > 0).length / 200;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
  });
});

describe('coupons', () => {
  const orders = new Map(
    people.flatMap((person) => person.orders.map(({ order }) => [order.orderId, order] as const)),
  );
  const coupons = people.flatMap(({ dealings }) => dealings.coupons);

  test('of a state are where their steps and their order have left them', () => {
    const steps = people.flatMap(({ dealings }) => dealings.couponSteps);
    const byCoupon = new Map<string, typeof steps>();
    for (const step of steps)
      byCoupon.set(step.couponId, [...(byCoupon.get(step.couponId) ?? []), step]);
    const lastSteps = {
      available: ['give', 'return'],
      held: ['hold'],
      used: ['use'],
      expired: ['expire'],
      void: [],
    };
    for (const { couponId, state, orderId, endsAt } of coupons) {
      const own = byCoupon.get(couponId) ?? [];
      expect(own[0]?.step).toBe('give');
      expect(lastSteps[state]).toContain(own.at(-1)?.step);
      expect(own.map(({ happenedAt }) => happenedAt)).toEqual(
        own.map(({ happenedAt }) => happenedAt).sort((a, b) => a - b),
      );
      if (state === 'available') expect(endsAt).toBeGreaterThan(nowMs);
      if (state === 'expired') expect(endsAt).toBeLessThanOrEqual(nowMs);
      const order = orderId === null ? null : orders.get(orderId);
      const owed = order?.dues.coupons?.some((due) => due.couponId === couponId) ?? false;
      expect(owed).toBe(state === 'used' || state === 'held');
      if (state === 'used') expect(order?.paidAt).not.toBeNull();
    }
  });

  test('are in every state of a wallet, and no batch gives more to a member than it says', () => {
    expect(new Set(coupons.map(({ state }) => state))).toEqual(
      new Set(['available', 'used', 'expired']),
    );
    const batches = new Map(demo.offers.batches.map((batch) => [batch.batchId, batch.draft]));
    for (const { batchId, claimed } of people.flatMap(({ dealings }) => dealings.couponMembers))
      expect(claimed).toBeLessThanOrEqual(batches.get(batchId)?.perMember ?? 0);
  });

  test('of a packet were taken by others, as many as the packet says', () => {
    for (const { dealings, member } of people)
      for (const { packetId, taken, pieces } of dealings.packets) {
        const given = dealings.coupons.filter(({ cause }) => cause === packetId);
        expect(given).toHaveLength(taken);
        expect(taken).toBeLessThanOrEqual(pieces);
        expect(given.some(({ memberId }) => memberId === member.memberId)).toBe(false);
      }
  });
});

describe('orders that used offers', () => {
  const recent = people
    .flatMap(({ orders }) => orders)
    .filter(({ order }) => order.placedAt > nowMs - 90 * day);

  test('are a good part of those of the last months', () => {
    const using = recent.filter(
      ({ order: { dues } }) =>
        dues.coupons !== undefined || dues.points !== undefined || dues.promotions !== undefined,
    );
    expect(using.length / recent.length).toBeGreaterThan(0.3);
    expect(using.length / recent.length).toBeLessThan(0.7);
  });

  test('are paid by what was due and by stored value, to the fen', () => {
    for (const { order, payments } of people.flatMap(({ orders }) => orders)) {
      const { payableFen, storedPrincipalFen, storedGiftFen, dueFen, paidAt, quote } = order;
      expect(dueFen).toBe(payableFen - storedPrincipalFen - storedGiftFen);
      expect(sum(payments.map(({ amountFen }) => amountFen))).toBe(
        paidAt === null ? 0 : payableFen,
      );
      expect(quote.proved).toBe(true);
      expect(sum(quote.savings.map(({ fen }) => fen))).toBe(
        quote.listFen - quote.goodsFen + quote.discountFen + quote.freightOffFen,
      );
    }
  });
});

/** The shop of a demo that is opened at this time, with its first shopper. */
function openedThen(openedAt: number) {
  const shop = makeShop({ seed: 'shuke', nowMs: openedAt, size: 'demo' });
  const [[first] = []] = peopleInChunks(shop, 1);
  if (first === undefined) throw new Error('nobody');
  const terms = new Map(
    shop.offers.batches.map(({ batchId, draft }) => [batchId, draft.terms.kind]),
  );
  return { ...first, terms };
}

describe.each([0, 97, 194, 291])('shopper 1, %s days later', (days) => {
  const openedAt = nowMs + days * day;
  const { member, dealings, terms } = openedThen(openedAt);
  const today = dayOf(openedAt, 480);

  test('is of the third level, with points for something and a bucket that ends soon', () => {
    const [account] = dealings.accounts;
    expect(account?.level).toBe(2);
    expect(account?.points).toBeGreaterThan(1_300);
    expect(account?.points).toBeLessThan(2_600);
    const soon = dealings.buckets.filter(
      ({ remaining, endsAt }) => remaining > 0 && endsAt < openedAt + 7 * day,
    );
    expect(soon).toHaveLength(1);
  });

  test('has coupons of every kind, one of which ends in two days, and some that do not count yet', () => {
    const mine = dealings.coupons.filter(
      ({ state, memberId }) => state === 'available' && memberId === member.memberId,
    );
    expect(mine.length).toBeGreaterThanOrEqual(6);
    expect(mine.length).toBeLessThanOrEqual(9);
    expect(new Set(mine.map(({ batchId }) => terms.get(batchId)))).toEqual(
      new Set(['fixed', 'percent', 'exchange', 'freight']),
    );
    expect(mine.some(({ endsAt }) => endsAt > openedAt + day && endsAt < openedAt + 3 * day)).toBe(
      true,
    );
    expect(mine.some(({ startsAt }) => startsAt > openedAt)).toBe(true);
  });

  test('signed in on the four days before today, and has 200 yuan with 10 of gift', () => {
    const [last] = dealings.signIns.slice(-1);
    expect(last?.streak).toBe(4);
    expect(last?.day).toBe(dayOf(openedAt - day, 480));
    expect(dealings.wallets).toEqual([
      { memberId: member.memberId, principalFen: 20_000, giftFen: 1_000 },
    ]);
  });

  test('has her birthday within the week', () => {
    const { birthday } = member;
    const ahead = Array.from({ length: 7 }, (_, at) => dayOf(openedAt + at * day, 480).slice(5));
    expect(ahead).toContain(birthday?.slice(5));
    expect(birthday?.slice(5)).not.toBe(today.slice(5));
  });
});
