import {
  promotionPill,
  promotionText,
} from '../../../../../cloudfunctions/domains/promotions/rules/text';
import type { PromotionTerms } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';

const all: [PromotionTerms, string, string][] = [
  [
    { kind: 'flash', goods: [{ skuId: 'a', priceFen: 1_990, pieces: 5 }], mostPerMember: 2 },
    '秒杀价 ¥19.90，每人限购 2 件',
    '秒杀',
  ],
  [
    {
      kind: 'exchange',
      goods: [{ skuId: 'a', points: 100, priceFen: 990, pieces: 5 }],
      mostPerMember: null,
    },
    '100 积分 + ¥9.90 兑换',
    '积分兑换',
  ],
  [{ kind: 'timed', cut: { by: 'rate', paysBp: 8_500 } }, '限时 8.5 折', '限时折扣'],
  [{ kind: 'timed', cut: { by: 'off', offFen: 1_000 } }, '限时直降 ¥10', '限时折扣'],
  [{ kind: 'timed', cut: { by: 'price', priceFen: 9_900 } }, '限时价 ¥99', '限时折扣'],
  [{ kind: 'member', rates: [{ level: 1, paysBp: 9_500 }] }, '会员 9.5 折', '会员价'],
  [
    {
      kind: 'member',
      rates: [
        { level: 1, paysBp: 9_500 },
        { level: 2, paysBp: 9_200 },
      ],
    },
    '会员低至 9.2 折',
    '会员价',
  ],
  [{ kind: 'bundle', items: [], priceFen: 19_900, mostSets: null }, '组合套餐 ¥199', '组合套餐'],
  [{ kind: 'nth', nth: 2, paysBp: 5_000 }, '第 2 件 5 折', '第二件半价'],
  [{ kind: 'nth', nth: 3, paysBp: 0 }, '第 3 件免费', '第3件免费'],
  [
    {
      kind: 'off',
      by: 'amount',
      tiers: [
        { atLeast: 29_900, offFen: 4_000 },
        { atLeast: 59_900, offFen: 10_000 },
      ],
      repeats: false,
    },
    '满 ¥299 减 ¥40，满 ¥599 减 ¥100',
    '满299减40',
  ],
  [
    { kind: 'off', by: 'pieces', tiers: [{ atLeast: 3, offFen: 1_050 }], repeats: true },
    '每满 3 件减 ¥10.50',
    '每满3件减10.50',
  ],
  [
    { kind: 'rate', by: 'pieces', tiers: [{ atLeast: 2, paysBp: 8_000 }] },
    '满 2 件享 8 折',
    '满2件享8折',
  ],
  [
    { kind: 'gift', by: 'amount', tiers: [{ atLeast: 9_900, skuId: 'a', quantity: 1 }] },
    '满 ¥99 送赠品',
    '满赠',
  ],
  [
    {
      kind: 'add_on',
      by: 'amount',
      atLeast: 9_900,
      goods: [{ skuId: 'a', priceFen: 100, most: 1 }],
    },
    '满 ¥99 加 ¥1 换购',
    '加价购',
  ],
  [
    { kind: 'free_freight', by: 'amount', atLeast: 9_900, notProvinces: [] },
    '满 ¥99 包邮',
    '满99包邮',
  ],
  [{ kind: 'free_freight', by: 'amount', atLeast: 0, notProvinces: [] }, '包邮', '包邮'],
];

describe('a promotion in words', () => {
  it.each(all)('%j', (terms, text, pill) => {
    expect(promotionText({ terms })).toBe(text);
    expect(promotionPill({ terms })).toBe(pill);
  });
});
