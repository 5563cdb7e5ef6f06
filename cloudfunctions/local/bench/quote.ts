import { nothingOffered, type QuoteFacts } from '../../domains/cart/rules/facts';
import { quote } from '../../domains/cart/rules/quote';
import type { Coupon, CouponTerms } from '../../domains/coupons/schema';
import type { Promotion, PromotionTerms } from '../../domains/promotions/schema/promotion';
import type { Scope } from '../../domains/promotions/schema/scope';
import { table } from './measure';

/** How many lines, promotions and coupons a cart has. */
export type CartSize = readonly [lines: number, promotions: number, coupons: number];

const nowMs = Date.parse('2026-11-11T04:00:00Z');
const dayMs = 86_400_000;
/** How often each cart is quoted for the clock, after once for the proof. */
const turns = 3;
const sizes: readonly CartSize[] = [
  [1, 0, 0],
  [6, 6, 6],
  [50, 30, 30],
];

/** How long a quote takes, as a table: many different carts of each size, each quoted a few times. */
export function benchQuote(carts = 120): string {
  const rows = sizes.map((size) => {
    const tookMs: number[] = [];
    let proved = 0;
    let cpuMs = 0;
    for (let seed = 0; seed < carts; seed += 1) {
      const facts = busyCart(seed, size);
      if (quote(facts).proved) proved += 1;
      for (let turn = 0; turn < turns; turn += 1) {
        const before = process.cpuUsage();
        const startedAt = performance.now();
        quote(facts);
        tookMs.push(performance.now() - startedAt);
        const { user, system } = process.cpuUsage(before);
        cpuMs += (user + system) / 1_000;
      }
    }
    tookMs.sort((a, b) => a - b);
    const at = (share: number) => (tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0).toFixed(2);
    return [
      size.join(' × '),
      at(0.5),
      at(0.95),
      (cpuMs / tookMs.length).toFixed(2),
      `${Math.round((100 * proved) / carts)} %`,
    ];
  });
  return table(['lines × promotions × coupons', 'p50 ms', 'p95 ms', 'mean CPU ms', 'proved'], rows);
}

/** A busy cart on a busy day: every kind of promotion, overlapping; the same for the same seed. */
export function busyCart(seed: number, [lines, promotions, coupons]: CartSize): QuoteFacts {
  const chance = chanceOf(seed);
  const goods = Array.from({ length: lines }, (_, at) => lineOf(chance, at));
  const near = goods.reduce((sum, { listFen, quantity }) => sum + listFen * quantity, 0);
  return {
    ...nothingOffered,
    nowMs,
    lines: goods,
    sideGoods: Object.fromEntries(
      ['gift1', 'gift2', 'extra1', 'extra2'].map((skuId) => [
        skuId,
        { ...lineOf(chance, 99), skuId, left: 20 },
      ]),
    ),
    templates: { a: template('快递', 9_900), b: template('冷链', 29_900), c: template('大件', null) },
    destination: { kind: 'express', regionCode: '310104' },
    buyer: { level: 2, tags: ['vip'], storeId: 'store1', newBuyer: false },
    promotions: Array.from({ length: promotions }, (_, at) => promotionOf(chance, at, goods)),
    coupons: Array.from({ length: coupons }, (_, at) => couponOf(chance, at, near)),
    points: { balance: 3_000, pointFen: 1, mostBp: 5_000, earnBp: 10_000 },
    stored: { principalFen: 50_000, giftFen: 3_000 },
    choice: {
      points: chance.pick([0, 0, 2_000]),
      storedFen: 0,
      addOns: [{ promotionId: 'promotion-20', skuId: 'extra1', quantity: 1 }],
    },
  };
}

type Lines = QuoteFacts['lines'];
type Chance = ReturnType<typeof chanceOf>;

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
function chanceOf(seed: number) {
  let state = seed * 0x9e3779b1 + 1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly [T, ...T[]]): T => from[int(0, from.length - 1)] ?? from[0];
  return { int, pick };
}

const template = (name: string, freeOverFen: number | null) => ({
  name,
  terms: {
    by: 'weight' as const,
    first: 1_000,
    next: 1_000,
    firstFen: 1_000,
    nextFen: 300,
    freeOverFen,
    elsewhere: [],
    notServed: [],
  },
});

function lineOf({ int, pick }: Chance, at: number): Lines[number] {
  const category = int(1, 8);
  return {
    skuId: `sku-${String(at).padStart(3, '0')}`,
    productId: `product-${Math.floor(at / 2)}`,
    categoryIds: [`category-${category}`, `branch-${category % 3}`],
    tags: pick([[], ['new'], ['sale'], ['new', 'season'], ['season']]),
    templateId: pick(['a', 'a', 'a', 'b', 'c']),
    quantity: pick([1, 1, 1, 2, 3]),
    listFen: pick([990, 1_990, 2_900, 4_900, 9_900, 12_900, 19_900, 39_900, int(500, 50_000)]),
    weightGrams: int(100, 1_500),
  };
}

const none = { productIds: [], categoryIds: [], tags: [] };
const all: Scope = { ...none, all: true, not: none };

function scopeOf({ int, pick }: Chance): Scope {
  return pick<Scope>([
    all,
    { ...all, not: { ...none, tags: ['sale'] } },
    { ...none, all: false, categoryIds: [`category-${int(1, 8)}`, `category-${int(1, 8)}`], not: none },
    { ...none, all: false, categoryIds: [`branch-${int(0, 2)}`], not: none },
    { ...none, all: false, tags: [pick(['new', 'sale', 'season'])], not: none },
  ]);
}

const kinds = [
  'off', 'nth', 'timed', 'rate', 'bundle', 'free_freight', 'off', 'nth', 'member', 'rate',
  'gift', 'flash', 'off', 'bundle', 'timed', 'off', 'nth', 'exchange', 'rate', 'flash',
  'add_on', 'timed', 'nth', 'gift', 'off', 'bundle', 'member', 'add_on', 'timed', 'free_freight',
] as const satisfies readonly PromotionTerms['kind'][];

function promotionOf(chance: Chance, at: number, goods: Lines): Promotion {
  const kind = kinds[at % kinds.length] ?? 'off';
  const { int, pick } = chance;
  return {
    promotionId: `promotion-${String(at).padStart(2, '0')}`,
    name: `${kind} ${at}`,
    startsAt: nowMs - dayMs,
    endsAt: nowMs + int(1, 9) * dayMs,
    priority: pick([100, 100, 200, 300]),
    scope: kind === 'add_on' || kind === 'free_freight' ? all : scopeOf(chance),
    audience: { storeIds: [], levels: [], tags: [], newBuyers: false },
    withPromotions: kind !== 'flash' && int(1, 10) > 1,
    withCoupons: kind !== 'flash' && int(1, 10) > 1,
    terms: termsOf(chance, kind, goods),
    standing: {
      leftFen: int(1, 12) === 1 ? int(1_000, 20_000) : null,
      leftUses: null,
      memberUses: null,
      memberPieces: null,
      pieces: Object.fromEntries(goods.map(({ skuId }) => [skuId, 50])),
    },
  };
}

function termsOf(chance: Chance, kind: PromotionTerms['kind'], goods: Lines): PromotionTerms {
  const { int, pick } = chance;
  const atLeast = pick([9_900, 19_900, 29_900, 49_900, 99_900]);
  const some = () => goods[int(0, goods.length - 1)];
  const skuIds = [...new Set([some()?.skuId ?? '', some()?.skuId ?? ''])];
  const priceFen = pick([900, 1_900, 4_900]);
  const paysBp = pick([8_000, 8_500, 9_000, 9_500]);
  switch (kind) {
    case 'flash':
      return { kind, goods: skuIds.map((skuId) => ({ skuId, priceFen, pieces: 50 })), mostPerMember: null };
    case 'exchange':
      return { kind, goods: skuIds.map((skuId) => ({ skuId, points: 500, priceFen, pieces: 50 })), mostPerMember: null };
    case 'timed':
      return { kind, cut: { by: 'rate', paysBp } };
    case 'member':
      return { kind, rates: [{ level: 1, paysBp: 9_800 }, { level: 2, paysBp: 9_500 }] };
    case 'bundle':
      return bundleOf(chance, goods);
    case 'nth':
      return { kind, nth: pick([2, 2, 3]), paysBp: pick([5_000, 5_000, 0, 7_000]) };
    case 'rate':
      return { kind, by: 'pieces', tiers: [{ atLeast: 2, paysBp }, { atLeast: 4, paysBp: paysBp - 500 }] };
    case 'gift':
      return { kind, by: 'amount', tiers: [{ atLeast, skuId: pick(['gift1', 'gift2']), quantity: 1 }] };
    case 'add_on':
      return { kind, by: 'amount', atLeast: 9_900, goods: [{ skuId: 'extra1', priceFen: 100, most: 1 }] };
    case 'free_freight':
      return { kind, by: 'amount', atLeast, notProvinces: ['65'] };
    case 'off':
      return offOf(chance, atLeast);
  }
}

function bundleOf({ int }: Chance, goods: Lines): PromotionTerms {
  const from = int(0, Math.max(0, goods.length - 4));
  const some = [...new Map(goods.slice(from, from + 4).map((line) => [line.productId, line])).values()];
  const fen = some.reduce((sum, { listFen }) => sum + listFen, 0);
  const items = some.map(({ productId }) => ({ productId, quantity: 1 }));
  return { kind: 'bundle', items, priceFen: Math.max(1, Math.floor(fen * 0.8)), mostSets: null };
}

function offOf({ pick, int }: Chance, atLeast: number): PromotionTerms {
  const offFen = Math.floor(atLeast * pick([0.08, 0.1, 0.15, 0.2]));
  const first = { atLeast, offFen };
  if (int(1, 3) === 1) return { kind: 'off', by: 'amount', tiers: [first], repeats: true };
  const tiers = [first, { atLeast: atLeast * 2, offFen: Math.floor(offFen * 2.4) }];
  return { kind: 'off', by: 'amount', tiers, repeats: false };
}

function couponOf(chance: Chance, at: number, nearFen: number): Coupon {
  const { int, pick } = chance;
  const thresholdFen = pick([0, 9_900, 19_900, 49_900, Math.floor(nearFen * 0.7), Math.floor(nearFen * 0.9)]);
  return {
    couponId: `coupon-${String(at).padStart(2, '0')}`,
    batchId: `batch-${at % 11}`,
    name: `券 ${at}`,
    terms: couponTermsOf(chance, at),
    thresholdFen,
    scope: scopeOf(chance),
    state: 'available',
    startsAt: nowMs - dayMs,
    endsAt: nowMs + int(1, 9) * dayMs,
  };
}

function couponTermsOf({ int, pick }: Chance, at: number): CouponTerms {
  if (at % 8 === 0) return { kind: 'freight', offFen: pick([null, 500, 1_000]) };
  if (at % 13 === 5) return { kind: 'exchange' };
  if (at % 2 === 0) return { kind: 'percent', paysBp: pick([8_500, 9_000, 9_500]), capFen: pick([null, 3_000, 8_000]) };
  return { kind: 'fixed', offFen: int(5, 120) * 100 };
}
