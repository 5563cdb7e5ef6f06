import fc from 'fast-check';
import type { QuoteFacts } from '../../../../../cloudfunctions/domains/cart/rules/facts';
import { quote, unitsPaid } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import { QuoteView } from '../../../../../cloudfunctions/domains/cart/schema';
import { sumFen } from '../../../../../cloudfunctions/kit/money';
import { day } from '../../../../../cloudfunctions/kit/time';
import { couponOf, promotionOf } from '../../../../support/quoted-facts';
import { randomCarts } from '../../../../support/random-carts';
import { randomCoupon } from '../../../../support/random-coupons';
import { noon } from '../../../../support/small-rows';

const carts = randomCarts({ lines: 8, promotions: 9, coupons: 7 });
const holds = (claim: (facts: QuoteFacts) => void) =>
  fc.assert(fc.property(carts, claim), { numRuns: 150 });

describe('every quote', () => {
  it('adds up: goods less discounts plus freight, never below nothing, and what is due beside stored value', () => {
    holds((facts) => {
      const found = quote(facts);
      expect(found.payableFen).toBe(found.goodsFen - found.discountFen + found.freightFen);
      expect(found.payableFen).toBeGreaterThanOrEqual(0);
      expect(sumFen(found.lines.map((line) => line.paidFen))).toBe(
        found.goodsFen - found.discountFen,
      );
      const { principalFen, giftFen } = found.storedFen;
      expect(found.dueFen).toBe(found.payableFen - principalFen - giftFen);
      expect(principalFen).toBeLessThanOrEqual(facts.stored.principalFen);
      expect(giftFen).toBeLessThanOrEqual(facts.stored.giftFen);
      expect(found.proved).toBe(true);
    });
  });

  it('shares each discount among lines to the fen, and no line gets more than it costs', () => {
    holds((facts) => {
      const found = quote(facts);
      for (const line of found.lines) {
        let still: number = line.amountFen;
        for (const { shareFen } of line.discounts) {
          expect(shareFen).toBeGreaterThan(0);
          expect(shareFen).toBeLessThanOrEqual(still);
          still -= shareFen;
        }
        expect(line.paidFen).toBe(still);
      }
      const ofGoods = found.savings.filter(({ kind }) =>
        ['bundle', 'nth', 'off', 'rate', 'coupon', 'points'].includes(kind),
      );
      for (const { ruleId, fen } of ofGoods) {
        const shares = found.lines.flatMap((line) =>
          line.discounts.filter((each) => each.ruleId === ruleId),
        );
        expect(sumFen(shares.map((share) => share.shareFen))).toBe(fen);
      }
    });
  });

  it('explains all of it: savings sum to list less goods plus discounts plus freight off', () => {
    holds((facts) => {
      const found = quote(facts);
      const { listFen, goodsFen, discountFen, freightOffFen } = found;
      expect(sumFen(found.savings.map((saving) => saving.fen))).toBe(
        listFen - goodsFen + discountFen + freightOffFen,
      );
      const charged = sumFen(found.freight.map((part) => part.fen ?? 0));
      if (found.deliverable) expect(found.freightFen).toBe(charged - freightOffFen);
    });
  });

  it('names each offer as used or says why not, and no promotion twice but an activity for some lines', () => {
    holds((facts) => {
      const found = quote(facts);
      const used = new Set([
        ...found.savings.map((saving) => saving.ruleId),
        ...found.lines.flatMap((line) => line.unitRule?.ruleId ?? []),
        ...found.gifts.filter((gift) => gift.skipped === null).map((gift) => gift.ruleId),
      ]);
      const unused = found.unused.map((each) => each.ruleId);
      const all = [
        ...facts.promotions.map((each) => each.promotionId),
        ...facts.coupons.map((each) => each.couponId),
      ];
      for (const id of all) expect(used.has(id) || unused.includes(id)).toBe(true);
      expect(new Set(unused).size).toBe(unused.length);
      for (const { ruleId, code, say, shortFen, shortPieces } of found.unused) {
        if (used.has(ruleId)) expect(['used_up', 'limit_reached']).toContain(code);
        if (code === 'short') expect((shortFen ?? 0) + (shortPieces ?? 0)).toBeGreaterThan(0);
        expect(say).toMatch(/^[^!！]+$/);
        expect(say).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    });
  });

  it('splits what a line was paid over its units, so that refunds in any order sum to it', () => {
    holds((facts) => {
      for (const { units, quantity, paidFen } of quote(facts).lines) {
        const each = units.flatMap((unit) => new Array<number>(unit.quantity).fill(unit.fen));
        expect(each).toEqual(unitsPaid(paidFen, quantity));
        expect(sumFen([...each].reverse())).toBe(paidFen);
      }
    });
  });

  it('travels: it is what its schema says, and its facts give the same quote after a journey as text', () => {
    holds((facts) => {
      const found = quote(facts);
      const text = JSON.stringify(found).replace(
        /"(skuId|couponId|batchId)":"[^"]*"/g,
        `"$1":"0193a5c0-0000-7000-8000-000000000001"`,
      );
      expect(QuoteView.parse(JSON.parse(text))).toEqual(JSON.parse(text));
      expect(quote(JSON.parse(JSON.stringify(facts)) as QuoteFacts)).toEqual(found);
    });
  });
});

describe('a quote does not depend on', () => {
  it('the order of lines, promotions and coupons', () => {
    holds((facts) => {
      const { lines, promotions, coupons } = facts;
      const turned = quote({
        ...facts,
        lines: [...lines].reverse(),
        promotions: [...promotions].reverse(),
        coupons: [...coupons].reverse(),
      });
      const found = quote(facts);
      expect({ ...turned, lines: [], unused: [] }).toEqual({ ...found, lines: [], unused: [] });
      const bySku = (all: typeof found.lines) =>
        all.slice(0, lines.length).sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
      expect(bySku(turned.lines)).toEqual(bySku(found.lines));
      expect(turned.lines.slice(lines.length)).toEqual(found.lines.slice(lines.length));
    });
  });

  it('offers that cannot be used: not begun, over, for others, for other goods', () => {
    const off = {
      kind: 'off',
      by: 'amount',
      tiers: [{ atLeast: 1, offFen: 50_000 }],
      repeats: false,
    } as const;
    const terms = { ...off, tiers: [...off.tiers] };
    const nothing = { productIds: [], categoryIds: [], tags: [] };
    const elsewhere = { ...nothing, productIds: ['elsewhere'], all: false, not: nothing };
    const dead = [
      promotionOf(terms, { promotionId: 'z1', startsAt: noon + day, endsAt: noon + 2 * day }),
      promotionOf(terms, { promotionId: 'z2', startsAt: noon - 2 * day, endsAt: noon }),
      promotionOf(terms, {
        promotionId: 'z3',
        audience: { storeIds: [], levels: [9], tags: [], newBuyers: false },
      }),
      promotionOf(terms, { promotionId: 'z4', scope: elsewhere }),
    ];
    const useless = [
      couponOf({ kind: 'fixed', offFen: 50_000 }, { couponId: 'z5', state: 'held' }),
      couponOf({ kind: 'fixed', offFen: 50_000 }, { couponId: 'z6', scope: elsewhere }),
      couponOf({ kind: 'fixed', offFen: 50_000 }, { couponId: 'z7', endsAt: noon }),
    ];
    holds((facts) => {
      const found = quote(facts);
      const more = quote({
        ...facts,
        promotions: [...facts.promotions, ...dead],
        coupons: [...facts.coupons, ...useless],
      });
      const old = new Set(found.unused.map((each) => each.ruleId));
      expect({ ...more, unused: more.unused.filter((each) => old.has(each.ruleId)) }).toEqual(
        found,
      );
      expect(more.unused.length).toBe(found.unused.length + dead.length + useless.length);
    });
  });
});

describe('another coupon in the wallet', () => {
  const near = { goodsFen: 40_000, pieces: 6, products: [], skus: [] };
  it('never makes an order dearer', () => {
    fc.assert(
      fc.property(carts, randomCoupon('another', near), (facts, coupon) => {
        const choice = { ...facts.choice, couponId: undefined, freightCouponId: undefined };
        const before = quote({ ...facts, choice });
        const after = quote({ ...facts, choice, coupons: [...facts.coupons, coupon] });
        expect(after.payableFen).toBeLessThanOrEqual(before.payableFen);
      }),
      { numRuns: 150 },
    );
  });
});
