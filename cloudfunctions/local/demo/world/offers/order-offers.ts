import type { PromotionPlan } from './plan';
import type { Days } from './season';
import { fullest, type Shelf } from './shelf';

/** Provinces where parcels cost most, and those that the shop does not send to. */
const farProvinces = ['15', '54', '62', '63', '64', '65', '71', '81', '82'];

/** Promotions over a whole order: 满减, 满折, 满赠, 加价购 and 包邮. */
export function orderPlans(shelf: Shelf, days: Days): PromotionPlan[] {
  return [
    ...running(shelf, days),
    ...besides(shelf, days),
    ...forSome(shelf, days),
    ...others(shelf, days),
  ];
}

/** 满减 and 满折 that run now. */
function running(shelf: Shelf, { at, season }: Days): PromotionPlan[] {
  return [
    {
      key: 'off-shoes',
      name: `${season}跑鞋满减`,
      priority: 120,
      scope: shelf.trade('shoes'),
      startsAt: at(-12),
      endsAt: at(9),
      terms: {
        kind: 'off',
        by: 'amount',
        tiers: [
          { atLeast: 29_900, offFen: 4_000 },
          { atLeast: 59_900, offFen: 10_000 },
        ],
      },
    },
    {
      key: 'off-baby',
      name: '宝贝计划满减',
      priority: 120,
      scope: shelf.trade('baby'),
      startsAt: at(-25),
      endsAt: at(5),
      // What it may give is set from what it gave: nearly all of it is gone.
      limits: { budgetFen: 100_000 },
      terms: { kind: 'off', by: 'amount', tiers: [{ atLeast: 19_900, offFen: 3_000 }] },
    },
    {
      key: 'rate-pantry',
      name: '囤货多件多折',
      priority: 110,
      scope: shelf.leaf('pantry', 'meat'),
      startsAt: at(-15),
      endsAt: at(15),
      terms: {
        kind: 'rate',
        by: 'pieces',
        tiers: [
          { atLeast: 2, paysBp: 9_000 },
          { atLeast: 3, paysBp: 8_500 },
        ],
      },
    },
  ];
}

/** What comes with an order or beside it: 满赠, 加价购, 包邮. */
function besides(shelf: Shelf, { at }: Days): PromotionPlan[] {
  const [gift] = shelf.products(['gifts-10', 'care-03'], 1);
  const sold = shelf.products(['care-08', 'feeding-05', 'vegetables-09', 'vegetables-02'], 3);
  return [
    ...(gift === undefined
      ? []
      : [
          {
            key: 'gift-jewels',
            name: '珠宝满 399 赠好礼',
            scope: shelf.trade('jewellery'),
            startsAt: at(-30),
            endsAt: at(30),
            terms: {
              kind: 'gift' as const,
              by: 'amount' as const,
              tiers: [{ atLeast: 39_900, skuId: fullest(gift).skuId, quantity: 1 }],
            },
          },
        ]),
    {
      key: 'add-on',
      name: '满 99 元加 9.9 元换购',
      priority: 50,
      scope: { all: true },
      startsAt: at(-20),
      endsAt: at(40),
      terms: {
        kind: 'add_on',
        by: 'amount',
        atLeast: 9_900,
        goods: sold.map((product) => ({ skuId: fullest(product).skuId, priceFen: 990, most: 1 })),
      },
    },
    {
      key: 'free-freight',
      name: '满 88 元包邮',
      priority: 50,
      scope: { all: true },
      startsAt: at(-45),
      endsAt: at(45),
      terms: { kind: 'free_freight', by: 'amount', atLeast: 8_800, notProvinces: farProvinces },
    },
  ];
}

/** What is only for a store, a level, those who carry a tag, or those who buy for the first time. */
function forSome(shelf: Shelf, { at }: Days): PromotionPlan[] {
  const second = shelf.stores[1];
  return [
    {
      key: 'store-only',
      name: `${second?.name ?? ''}周年庆满减`,
      withPromotions: false,
      scope: { all: true, not: shelf.trade('jewellery') },
      audience: { storeIds: second === undefined ? [] : [second.storeId] },
      startsAt: at(-8),
      endsAt: at(6),
      terms: off(20_000, 2_500),
    },
    {
      key: 'level-only',
      name: '好友知己 · 鲜食满减',
      withPromotions: false,
      scope: shelf.trade('fresh'),
      audience: { levels: [2, 3] },
      startsAt: at(-30),
      endsAt: at(30),
      terms: off(9_900, 1_500),
    },
    {
      key: 'tag-only',
      name: '跑友会专享',
      withPromotions: false,
      scope: shelf.leaf('running'),
      audience: { tags: ['跑友'] },
      startsAt: at(-14),
      endsAt: at(16),
      terms: off(49_900, 8_000),
    },
    {
      key: 'first-order',
      name: '新客首单立减',
      priority: 90,
      withPromotions: false,
      scope: { all: true, not: shelf.trade('jewellery') },
      audience: { newBuyers: true },
      limits: { uses: 500, usesPerMember: 1 },
      startsAt: at(-60),
      endsAt: at(120),
      terms: off(9_900, 1_000),
    },
  ];
}

/** One that comes, some that are over, and one that was stopped. */
function others(shelf: Shelf, { at, season }: Days): PromotionPlan[] {
  return [
    {
      ...{ key: 'off-soon', name: '会员日全场满减', withPromotions: false },
      scope: { all: true, not: shelf.trade('jewellery') },
      audience: { levels: [1, 2, 3] },
      ...{ startsAt: at(3), endsAt: at(4), terms: off(20_000, 2_500) },
    },
    {
      ...{ key: 'off-fresh-before', name: '周末鲜食满减', scope: shelf.trade('fresh') },
      ...{ startsAt: at(-34), endsAt: at(-27) },
      terms: {
        ...off(9_900, 1_000),
        tiers: [
          { atLeast: 9_900, offFen: 1_000 },
          { atLeast: 19_900, offFen: 2_500 },
        ],
      },
    },
    {
      ...{ key: 'off-shoes-before', name: '换季鞋履每满 200 减 20', scope: shelf.trade('shoes') },
      ...{ startsAt: at(-62), endsAt: at(-48), terms: { ...off(20_000, 2_000), repeats: true } },
    },
    {
      ...{ key: 'rate-baby-before', name: `${season}童装两件 88 折`, scope: shelf.leaf('clothes') },
      ...{ startsAt: at(-55), endsAt: at(-41) },
      terms: { kind: 'rate', by: 'pieces', tiers: [{ atLeast: 2, paysBp: 8_800 }] },
    },
    {
      ...{
        key: 'off-stopped',
        name: '全场满 100 减 15',
        withPromotions: false,
        scope: { all: true },
      },
      ...{ startsAt: at(-20), endsAt: at(10), stoppedAt: at(-18, 11.4), terms: off(10_000, 1_500) },
    },
  ];
}

/** 满减 of one tier; amounts in fen. */
function off(atLeast: number, offFen: number) {
  return { kind: 'off' as const, by: 'amount' as const, tiers: [{ atLeast, offFen }] };
}
