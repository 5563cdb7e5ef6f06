import { byEvent, byPeople } from './coupon-gifts';
import { dates, days, fixed, usualGoods } from './coupon-words';
import type { BatchPlan } from './plan';
import type { Days } from './season';
import type { Shelf } from './shelf';

/** All batches of coupons: those in the claim centre, those that events and people give, and those that are over. */
export function batchPlans(shelf: Shelf, around: Days): BatchPlan[] {
  return [
    ...forAll(shelf, around),
    ...forSome(shelf, around),
    ...byEvent(shelf, around),
    ...byPeople(shelf, around),
    ...others(shelf, around),
  ];
}

/** What anybody may take and use for most goods. */
function forAll(shelf: Shelf, { at }: Days): BatchPlan[] {
  const claim = { giving: { by: 'claim' as const }, opensAt: at(-40), closesAt: at(20) };
  const twice = { perMember: 2, perDay: 1 };
  const freshAndBaby = [shelf.trade('fresh'), shelf.trade('baby')];
  return [
    {
      ...{ key: 'claim-200', name: '全场满 199 减 20', ...claim, ...usualGoods(shelf) },
      ...{ ...fixed(2_000, 19_900), ...days(15), total: 500, ...twice },
    },
    {
      ...{ key: 'claim-percent', name: '鲜食母婴 9 折券', ...claim },
      terms: { kind: 'percent', paysBp: 9_000, capFen: 3_000 },
      thresholdFen: 9_900,
      scope: { categoryIds: freshAndBaby.flatMap(({ categoryIds }) => categoryIds) },
      ...{ ...days(10), total: 400 },
    },
    {
      ...{ key: 'claim-freight', name: '运费券', ...claim, scope: { all: true } },
      terms: { kind: 'freight', offFen: null },
      ...{ thresholdFen: 3_900, ...days(20), total: 400, ...twice },
    },
  ];
}

/** What is for few goods or few members. */
function forSome(shelf: Shelf, { at }: Days): BatchPlan[] {
  const claim = { giving: { by: 'claim' as const }, opensAt: at(-40), closesAt: at(20) };
  const cheap = shelf.products(['vegetables-09', 'vegetables-02'], 1);
  return [
    {
      ...{ key: 'claim-exchange', name: '尝鲜兑换券', ...claim, opensAt: at(-5), closesAt: at(4) },
      terms: { kind: 'exchange' },
      scope: { productIds: cheap.map(({ productId }) => productId) },
      ...{ ...dates(at(-5), at(5)), total: 120, budgetFen: 150_000 },
    },
    {
      ...{ key: 'claim-jewels', name: '珠宝满 2000 减 200', ...claim },
      scope: shelf.trade('jewellery'),
      ...{ ...fixed(20_000, 200_000), ...dates(at(-10), at(25)), total: 100 },
    },
    {
      ...{ key: 'claim-levels', name: '好友专享满 300 减 35', ...claim, ...usualGoods(shelf) },
      audience: { levels: [2, 3] },
      ...{ ...fixed(3_500, 30_000), ...days(30), total: 200 },
    },
  ];
}

/** One that opens soon, one whose time is over, and one that was stopped. */
function others(shelf: Shelf, { at }: Days): BatchPlan[] {
  const claim = { giving: { by: 'claim' as const }, ...usualGoods(shelf) };
  return [
    {
      ...{ key: 'claim-soon', name: '店庆满 500 减 80', ...claim },
      ...{ ...fixed(8_000, 50_000), ...dates(at(2), at(9)), total: 300 },
      ...{ opensAt: at(2), closesAt: at(6) },
    },
    {
      ...{ key: 'claim-before', name: '换季满 168 减 18', ...claim },
      ...{ ...fixed(1_800, 16_800), ...dates(at(-100), at(-45)), total: 300 },
      ...{ opensAt: at(-100), closesAt: at(-50) },
    },
    {
      ...{ key: 'claim-stopped', name: '运动鞋 8 折券', ...claim, scope: shelf.trade('shoes') },
      terms: { kind: 'percent', paysBp: 8_000, capFen: 10_000 },
      ...{ thresholdFen: 20_000, ...days(10), total: 100 },
      ...{ opensAt: at(-30), closesAt: at(10), stoppedAt: at(-27, 15) },
    },
  ];
}
