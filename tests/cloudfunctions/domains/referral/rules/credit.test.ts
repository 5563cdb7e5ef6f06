import fc from 'fast-check';
import {
  commissionParts,
  creditOrder,
  whyCredited,
  type CreditFacts,
} from '../../../../../cloudfunctions/domains/referral/rules/credit';
import { sumFen } from '../../../../../cloudfunctions/kit/money';
import { day } from '../../../../../cloudfunctions/kit/time';

const terms = { touchCountsMs: 15 * day, bindingLivesMs: 365 * day, serviceShareBp: 2_000 };
const placedAt = 1_000 * day;
const guide = fc.constantFrom('g1', 'g2', 'g3');
const touch = fc.record({
  touchId: fc.uuid(),
  guideId: guide,
  storeId: fc.constant('s1'),
  shareId: fc.constant('share'),
  touchedAt: fc.integer({ min: placedAt - 30 * day, max: placedAt + day }),
});
const facts: fc.Arbitrary<CreditFacts> = fc.record({
  touches: fc.array(touch, { maxLength: 8 }),
  bound: fc.option(
    fc.record({
      guideId: guide,
      storeId: fc.constant('s2'),
      boundAt: fc.integer({ min: placedAt - 400 * day, max: placedAt }),
      lastServedAt: fc.constant(0),
    }),
  ),
  buyer: fc.constantFrom(
    null,
    { role: 'guide' as const, storeId: 's3' },
    { role: 'manager' as const, storeId: 's3' },
  ),
  fallbackStoreId: fc.constant('s0'),
  placedAt: fc.constant(placedAt),
});

describe('whose sale an order is', () => {
  it('does not depend on the order in which touches are read', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(creditOrder({ ...given, touches: [...given.touches].reverse() }, terms)).toEqual(
          creditOrder(given, terms),
        );
      }),
    );
  });

  it('is not changed by a touch too old or after the order', () => {
    fc.assert(
      fc.property(
        facts,
        touch,
        fc.constantFrom(placedAt - 15 * day, placedAt - 16 * day, placedAt + 1),
        (given, other, touchedAt) => {
          const more = { ...given, touches: [...given.touches, { ...other, touchedAt }] };
          expect(creditOrder(more, terms)).toEqual(creditOrder(given, terms));
        },
      ),
    );
  });

  it('is explained by its evidence', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const credit = creditOrder(given, terms);
        if (credit.rule === 'touch') {
          const seen = given.touches.find(
            (one) => one.touchId === credit.evidence.touchId && one.guideId === credit.guideId,
          );
          expect(seen).toBeDefined();
        }
        if (credit.rule === 'owner') expect(credit.guideId).toBe(given.bound?.guideId);
        if (credit.rule === 'store' || credit.rule === 'own_purchase')
          expect(credit.guideId).toBeNull();
        expect(credit.serviceGuideId === null || credit.serviceGuideId !== credit.guideId).toBe(
          true,
        );
      }),
    );
  });

  it('is the store’s when a guide buys for herself', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const credit = creditOrder({ ...given, buyer: { role: 'guide', storeId: 's3' } }, terms);
        expect(credit).toMatchObject({ rule: 'own_purchase', guideId: null, storeId: 's3' });
        expect(
          commissionParts(
            credit,
            [{ paidFen: 100, productRateBp: 5_000, categoryRateBp: 0 }],
            500,
            2_000,
          ),
        ).toEqual([]);
      }),
    );
  });

  it('is the last touched guide’s, the fifteenth day counted exactly', () => {
    const one = (touchedAt: number) => ({
      touchId: 't',
      guideId: 'g1',
      storeId: 's1',
      shareId: null,
      touchedAt,
    });
    const given = {
      touches: [one(placedAt - 15 * day + 1)],
      bound: null,
      buyer: null,
      fallbackStoreId: 's0',
      placedAt,
    };
    expect(creditOrder(given, terms)).toMatchObject({
      rule: 'touch',
      guideId: 'g1',
      storeId: 's1',
    });
    expect(creditOrder({ ...given, touches: [one(placedAt - 15 * day)] }, terms)).toMatchObject({
      rule: 'store',
      storeId: 's0',
    });
  });
});

describe('commission', () => {
  const line = fc.record({
    paidFen: fc.integer({ min: 0, max: 900_000 }),
    productRateBp: fc.option(fc.integer({ min: 0, max: 9_000 })),
    categoryRateBp: fc.integer({ min: 0, max: 9_000 }),
  });

  it('of all guides together never exceeds half of the base, and the service share is taken from it', () => {
    fc.assert(
      fc.property(
        facts,
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat(10_000),
        fc.nat(10_000),
        (given, lines, rate, service) => {
          const credit = creditOrder(given, terms);
          const parts = commissionParts(credit, lines, rate, service);
          const whole = commissionParts({ ...credit, serviceGuideId: null }, lines, rate, service);
          const baseFen = sumFen(lines.map((each) => each.paidFen));
          expect(sumFen(parts.map((part) => part.amountFen))).toBe(
            sumFen(whole.map((part) => part.amountFen)),
          );
          expect(sumFen(parts.map((part) => part.amountFen)) * 2).toBeLessThanOrEqual(baseFen);
          for (const part of parts) expect(part.amountFen).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('takes the product’s rate, else the category’s, else the guide’s level', () => {
    const credit = {
      ...creditOrder(
        {
          touches: [],
          bound: { guideId: 'g1', storeId: 's', boundAt: placedAt, lastServedAt: 0 },
          buyer: null,
          fallbackStoreId: 's0',
          placedAt,
        },
        terms,
      ),
    };
    const amount = (productRateBp: number | null, categoryRateBp: number) =>
      commissionParts(credit, [{ paidFen: 10_000, productRateBp, categoryRateBp }], 300, 0)[0]
        ?.amountFen;
    expect([amount(0, 800), amount(null, 800), amount(null, 0)]).toEqual([0, 800, 300]);
  });

  it('says why an order is hers', () => {
    const credit = creditOrder(
      {
        touches: [],
        bound: { guideId: 'g1', storeId: 's', boundAt: placedAt, lastServedAt: 0 },
        buyer: null,
        fallbackStoreId: 's0',
        placedAt,
      },
      terms,
    );
    expect(whyCredited(credit, 'sale')).toBe('您是客户的归属导购');
    expect(whyCredited(credit, 'service')).toContain('服务分成');
  });
});
