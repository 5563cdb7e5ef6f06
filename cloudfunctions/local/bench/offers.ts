import { uuidv7obj } from 'uuidv7';
import { placeOrders, settleOrders, type Buyer } from './checkout';
import { table } from './measure';
import type { BenchShop } from './shop';

const rounds = 4;
const clients = 8;
const nothing = { productIds: [], categoryIds: [], tags: [] };
const everything = { all: true, ...nothing, not: nothing };
const everybody = { storeIds: [], levels: [], tags: [], newBuyers: false };

/** What three promotions give to each cart of two SKUs: a lower price, the second piece cheaper, an amount off. */
const three = [
  { kind: 'timed', cut: { by: 'rate', paysBp: 9_500 } },
  { kind: 'nth', nth: 2, paysBp: 9_000 },
  { kind: 'off', by: 'amount', tiers: [{ atLeast: 1_000, offFen: 200 }], repeats: false },
];

/** Ends every promotion of the shop and every coupon that somebody has, so that orders are plain. */
export async function endOffers(shop: BenchShop): Promise<void> {
  await shop.bare.query('update promotions set stopped_at = 1 where stopped_at is null');
  await shop.bare.query("update coupons set state = 'expired' where state = 'available'");
  await bumpVersion(shop);
}

/**
 * Checkouts with three promotions and a coupon beside plain ones of the same run, taking turns so that a machine
 * that slows down slows both.
 */
export async function benchOffers(shop: BenchShop, buyers: readonly Buyer[], orders: number): Promise<string> {
  const seconds = { plain: 0, offers: 0 };
  const cpuMs = { plain: 0, offers: 0 };
  const each = Math.ceil(orders / rounds);
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of ['plain', 'offers'] as const) {
      await endOffers(shop);
      if (kind === 'offers') await offer(shop, Math.ceil(each / buyers.length));
      const place = await placeOrders(shop, buyers, clients, each);
      const settle = await settleOrders(shop, place.placed, clients);
      seconds[kind] += each / place.measured.perSecond + each / settle.perSecond;
      cpuMs[kind] += (place.measured.cpuMs + settle.cpuMs) / rounds;
    }
  }
  await endOffers(shop);
  const rate = (kind: 'plain' | 'offers') => (each * rounds) / seconds[kind];
  const rows = (['plain', 'offers'] as const).map((kind) => [
    kind === 'plain' ? 'plain' : '3 promotions and a coupon',
    rate(kind).toFixed(0),
    cpuMs[kind].toFixed(2),
    `${Math.round((100 * rate(kind)) / rate('plain'))} %`,
  ]);
  return table([`checkout, ${clients} clients`, 'a second', 'server CPU ms', 'of plain'], rows);
}

/** Three promotions for all goods, and so many coupons for every member. */
async function offer(shop: BenchShop, coupons: number): Promise<void> {
  const now = Date.now();
  for (const terms of three) {
    await shop.bare.query(
      `insert into promotions (shop_id, promotion_id, kind, name, priority, scope, audience, terms, with_promotions,
         with_coupons, starts_at, ends_at, made_by, made_at) values ($1, $2, $3, $3, 100, $4, $5, $6, true, true, $7, $8, $2, $7)`,
      [shop.shopId, uuidv7obj().toString(), terms.kind, everything, everybody, terms, now - 1_000, now + 86_400_000],
    );
  }
  const batchId = uuidv7obj().toString();
  await shop.bare.query(
    `insert into coupon_batches (shop_id, batch_id, name, terms, threshold_fen, scope, audience, validity, giving, total,
       per_member, opens_at, closes_at, made_by, made_at) values ($1, $2, 'bench', '{"kind":"fixed","offFen":100}', 0, $3, $4,
       '{"by":"days","days":1}', '{"by":"targeted"}', 10000000, 99, 0, $5, $2, 0)`,
    [shop.shopId, batchId, everything, everybody, now + 86_400_000],
  );
  await shop.bare.query('insert into coupon_tallies (shop_id, batch_id) values ($1, $2)', [shop.shopId, batchId]);
  await shop.bare.query(
    `insert into coupons (shop_id, coupon_id, batch_id, member_id, state, source, cause, starts_at, ends_at, given_at)
     select $1, gen_random_uuid(), $2, member_id, 'available', 'bench', n::text, 0, $3, $4 from members, generate_series(1, $5) n where shop_id = $1`,
    [shop.shopId, batchId, now + 86_400_000, now, coupons],
  );
  await bumpVersion(shop);
}

async function bumpVersion(shop: BenchShop): Promise<void> {
  await shop.bare.query(
    `insert into promotion_versions (shop_id, version) values ($1, nextval('promotion_version_numbers'))
     on conflict (shop_id) do update set version = nextval('promotion_version_numbers')`,
    [shop.shopId],
  );
}
