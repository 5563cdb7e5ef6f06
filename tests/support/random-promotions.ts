import fc from 'fast-check';
import type {
  Promotion,
  PromotionTerms,
  Standing,
} from '../../cloudfunctions/domains/promotions/schema/promotion';
import type { Audience } from '../../cloudfunctions/domains/promotions/schema/scope';
import { day } from '../../cloudfunctions/kit/time';
import {
  amountNear,
  offNear,
  oneOf,
  piecesNear,
  prices,
  scopes,
  shares,
  type Near,
} from './random-offers';
import { noon } from './small-rows';

const everybody: Audience = { storeIds: [], levels: [], tags: [], newBuyers: false };
const audiences: fc.Arbitrary<Audience> = oneOf([
  [24, fc.constant(everybody)],
  [1, fc.constant({ ...everybody, levels: [1, 2] })],
  [1, fc.constant({ ...everybody, storeIds: ['store1'] })],
  [1, fc.constant({ ...everybody, tags: ['m1'], newBuyers: true })],
]);

/** Any promotion, more often one of those that compete for the same goods. */
export function randomPromotion(promotionId: string, near: Near): fc.Arbitrary<Promotion> {
  return fc
    .record({
      terms: randomTerms(near),
      priority: fc.constantFrom(100, 100, 200),
      scope: scopes,
      audience: audiences,
      withPromotions: oneOf([
        [4, fc.constant(true)],
        [1, fc.constant(false)],
      ]),
      withCoupons: oneOf([
        [4, fc.constant(true)],
        [1, fc.constant(false)],
      ]),
      standing: standings(near),
      starts: oneOf([
        [20, fc.constant(-day)],
        [1, fc.constantFrom(0, day)],
      ]),
    })
    .map(({ starts, ...rest }) => ({
      ...rest,
      promotionId,
      name: `${rest.terms.kind} ${promotionId}`,
      startsAt: noon + starts,
      endsAt: noon + 3 * day,
    }));
}

function standings(near: Near): fc.Arbitrary<Standing> {
  const pieces = fc.constantFrom(0, 1, 2, 5, 50);
  return fc.record({
    leftFen: oneOf<number | null>([
      [7, fc.constant(null)],
      [2, offNear(near)],
    ]),
    leftUses: oneOf<number | null>([
      [20, fc.constant(null)],
      [1, fc.constantFrom(0, 3)],
    ]),
    memberUses: oneOf<number | null>([
      [20, fc.constant(null)],
      [1, fc.constantFrom(0, 1)],
    ]),
    memberPieces: fc.constantFrom(null, null, 2, 5),
    pieces: fc.record({ s1: pieces, s2: pieces, s3: pieces, s4: pieces, s5: pieces, s6: pieces }),
  });
}

function randomTerms(near: Near): fc.Arbitrary<PromotionTerms> {
  return oneOf<PromotionTerms>([
    [2, flash(near)],
    [1, exchange(near)],
    [2, timed],
    [1, member],
    [5, bundle(near)],
    [5, nth],
    [9, off(near)],
    [7, rate(near)],
    [3, gift(near)],
    [3, addOn(near)],
    [2, freeFreight(near)],
  ]);
}

const skuOf = ({ skus }: Near) => fc.constantFrom(...skus);

const flash = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc.array(skuOf(near), { minLength: 1, maxLength: 3 }).map((skus) => ({
    kind: 'flash',
    goods: skus.map(({ skuId, listFen }) => ({
      skuId,
      priceFen: Math.max(1, Math.floor(listFen * 0.7)),
      pieces: 50,
    })),
    mostPerMember: null,
  }));

const exchange = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc
    .tuple(skuOf(near), fc.constantFrom(10, 60), fc.constantFrom(0, 500))
    .map(([{ skuId }, points, priceFen]) => ({
      kind: 'exchange',
      goods: [{ skuId, points, priceFen, pieces: 50 }],
      mostPerMember: null,
    }));

const timed: fc.Arbitrary<PromotionTerms> = oneOf<
  Extract<PromotionTerms, { kind: 'timed' }>['cut']
>([
  [2, shares.map((paysBp) => ({ by: 'rate', paysBp }))],
  [1, prices.map((offFen) => ({ by: 'off', offFen }))],
  [1, prices.map((priceFen) => ({ by: 'price', priceFen }))],
]).map((cut) => ({ kind: 'timed', cut }));

const member: fc.Arbitrary<PromotionTerms> = fc.constant({
  kind: 'member',
  rates: [
    { level: 1, paysBp: 9_500 },
    { level: 2, paysBp: 8_750 },
  ],
});

const bundle = ({ skus, products, goodsFen, pieces }: Near): fc.Arbitrary<PromotionTerms> =>
  fc
    .tuple(
      fc.shuffledSubarray(products.length < 2 ? ['p1', 'p2', 'p3', 'p4'] : [...products], {
        minLength: 2,
        maxLength: 2,
      }),
      fc.constantFrom(1, 1, 1, 2),
      fc.constantFrom(0.8, 1.2, 1.5, 1.9),
      fc.constantFrom(null, null, 1, 2),
    )
    .map(([chosen, quantity, part, mostSets]) => ({
      kind: 'bundle',
      items: chosen.map((productId, at) => ({ productId, quantity: at === 0 ? quantity : 1 })),
      priceFen: Math.max(1, Math.round((goodsFen / Math.max(pieces, skus.length)) * part)),
      mostSets,
    }));

const nth: fc.Arbitrary<PromotionTerms> = fc
  .tuple(fc.constantFrom(2, 2, 3, 4), shares)
  .map(([each, paysBp]) => ({ kind: 'nth', nth: each, paysBp }));

/** One to three thresholds, counted by amount or by pieces. */
const steps = (near: Near) =>
  fc.constantFrom('amount' as const, 'amount' as const, 'pieces' as const).chain((by) =>
    fc.record({
      by: fc.constant(by),
      atLeast: fc.array(by === 'amount' ? amountNear(near) : piecesNear(near), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  );

const off = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc
    .tuple(steps(near), fc.array(offNear(near), { minLength: 3, maxLength: 3 }), fc.boolean())
    .map(([{ by, atLeast }, offs, repeats]) => {
      const tiers = atLeast.map((each, at) => ({ atLeast: each, offFen: offs[at] ?? 1 }));
      return {
        kind: 'off',
        by,
        tiers: repeats ? tiers.slice(0, 1) : tiers,
        repeats,
      };
    });

const rate = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc
    .tuple(steps(near), fc.array(shares, { minLength: 3, maxLength: 3 }))
    .map(([{ by, atLeast }, bps]) => ({
      kind: 'rate',
      by,
      tiers: atLeast.map((each, at) => ({ atLeast: each, paysBp: bps[at] ?? 9_000 })),
    }));

const gift = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc
    .tuple(steps(near), fc.constantFrom('g1', 'g2', 's1', 'gone'), fc.constantFrom(1, 2))
    .map(([{ by, atLeast }, skuId, quantity]) => ({
      kind: 'gift',
      by,
      tiers: [...new Set(atLeast)].map((each) => ({ atLeast: each, skuId, quantity })),
    }));

const addOn = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc.tuple(steps(near), fc.constantFrom(1, 100, 9_900)).map(([{ by, atLeast }, priceFen]) => ({
    kind: 'add_on',
    by,
    atLeast: atLeast[0] ?? 1,
    goods: ['g1', 'g2', 's1'].map((skuId) => ({ skuId, priceFen, most: 1 })),
  }));

const freeFreight = (near: Near): fc.Arbitrary<PromotionTerms> =>
  fc
    .tuple(steps(near), fc.constantFrom<string[]>([], ['65'], ['31', '65']))
    .map(([{ by, atLeast }, notProvinces]) => ({
      kind: 'free_freight',
      by,
      atLeast: atLeast[0] ?? 0,
      notProvinces,
    }));
