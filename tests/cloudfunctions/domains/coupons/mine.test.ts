import { sql } from 'kysely';
import { MyCoupons, OfferedCoupons } from '../../../../cloudfunctions/domains/coupons/schema';
import { stopBatch } from '../../../../cloudfunctions/domains/coupons/usecases/batches';
import { claimMine, listMine } from '../../../../cloudfunctions/domains/coupons/usecases/mine';
import { offersOf, showOffered } from '../../../../cloudfunctions/domains/coupons/usecases/offered';
import { giveToMembers } from '../../../../cloudfunctions/domains/coupons/usecases/targeted';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { addOrder, makeBatch } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
let shopper: Context;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
  shopper = await small.shopper();
});

const midnight = noon + 12 * hour;
const validFor = (days: number) => ({ validity: { by: 'days', days } });

describe('what is offered', () => {
  it('is open, given by claim, and for her; a visitor sees what is for everybody and for new buyers', async () => {
    const open = await makeBatch(manager, { closesAt: noon + 2 * day });
    const newBuyers = await makeBatch(manager, { audience: { newBuyers: true } });
    await makeBatch(manager, { audience: { levels: [3] } });
    await makeBatch(manager, { opensAt: noon + 1 });
    await makeBatch(manager, { giving: { by: 'code' } });
    await stopBatch(manager, { batchId: await makeBatch(manager) });
    await makeBatch({ ...manager, nowMs: noon - day }, { opensAt: noon - day, closesAt: noon });
    const ids = async (context: Parameters<typeof showOffered>[0]) =>
      (await showOffered(context, {})).items.map(({ batchId }) => batchId);
    expect(await ids(shopper)).toEqual([open, newBuyers]);
    expect(await ids({ ...shopper, caller: null })).toEqual([open, newBuyers]);
    const { memberId } = shopper.caller;
    await addOrder(database.db, { shopId: small.shop.shopId, memberId, payableFen: 1 });
    expect(await ids(shopper)).toEqual([open]);
  });

  it('says what is taken, what is hers, and why she cannot take more', async () => {
    const batchId = await makeBatch(manager, { total: 3, perMember: 2, perDay: 1 });
    const look = async (context: Context) => {
      const shown = await showOffered(context, {});
      expect(OfferedCoupons.parse(shown)).toEqual(shown);
      const [{ takenPercent, mine, whyNot } = {}] = shown.items;
      return [takenPercent, mine, whyNot?.code ?? null];
    };
    expect(await look(shopper)).toEqual([0, 0, null]);
    await claimMine(shopper, { batchId });
    expect(await look(shopper)).toEqual([33, 1, 'day_limit']);
    const tomorrow = small.at(shopper, midnight);
    expect(await look(tomorrow)).toEqual([33, 1, null]);
    await claimMine(tomorrow, { batchId });
    expect(await look(tomorrow)).toEqual([66, 2, 'limit_reached']);
    const other = await small.shopper();
    expect(await look(other)).toEqual([66, 0, null]);
    await claimMine(other, { batchId });
    expect(await look(tomorrow)).toEqual([100, 2, 'all_gone']);
    await sql`update coupon_batches set total = 9, budget_fen = 5 where batch_id = ${batchId}`.execute(
      database.db,
    );
    await sql`update coupon_tallies set spent_fen = 5 where batch_id = ${batchId}`.execute(
      database.db,
    );
    expect(await look(other)).toEqual([33, 1, 'budget_reached']);
  });

  it('for a product is what its scope covers', async () => {
    const { productId } = small;
    const { categoryId } = await database.db
      .selectFrom('products')
      .select('categoryId')
      .where('productId', '=', productId)
      .executeTakeFirstOrThrow();
    await sql`update products set tags = '{新品}' where product_id = ${productId}`.execute(
      database.db,
    );
    const made = [];
    for (const scope of [
      { all: true },
      { productIds: [productId] },
      { categoryIds: [categoryId] },
      { tags: ['新品', '特价'] },
    ])
      made.push(await makeBatch(manager, { scope }));
    await makeBatch(manager, { scope: { tags: ['特价'] } });
    for (const not of [{ productIds: [productId] }, { categoryIds: [categoryId] }])
      await makeBatch(manager, { scope: { all: true, not } });
    const ids = async (asked: string) =>
      (await showOffered(shopper, { productId: asked })).items.map(({ batchId }) => batchId);
    expect((await ids(productId)).sort()).toEqual(made.sort());
    expect(await ids(newId())).toEqual([]);
    expect(await ids((await smallShop(database.db)).productId)).toEqual([]);
  });

  it('covers what stands below a category', async () => {
    const { shopId } = small.shop;
    const parent = { shopId, categoryId: newId(), parentId: null, trade: 'shoes', name: '鞋' };
    await database.db
      .insertInto('categories')
      .values({ ...parent, pictureUrl: '', rateBp: 0, position: 0 })
      .execute();
    await sql`update categories set parent_id = ${parent.categoryId}
      where shop_id = ${shopId} and category_id <> ${parent.categoryId}`.execute(database.db);
    await makeBatch(manager, { scope: { categoryIds: [parent.categoryId] } });
    const { items } = await showOffered(shopper, { productId: small.productId });
    expect(items).toHaveLength(1);
  });

  it('for points says the price, apart from what is claimed', async () => {
    await makeBatch(manager);
    const batchId = await makeBatch(manager, { giving: { by: 'points', points: 88 } });
    const { memberId } = shopper.caller;
    expect(await offersOf(shopper, { by: 'points', memberId })).toMatchObject([
      { batchId, points: 88, whyNot: null },
    ]);
  });
});

describe('my coupons', () => {
  it('are those that can be used, the one that ends first first; used ones and those over apart', async () => {
    const claim = async (more: object, nowMs = noon) =>
      (await claimMine(small.at(shopper, nowMs), { batchId: await makeBatch(manager, more) }))
        .couponId;
    const long = await claim(validFor(9));
    const short = await claim(validFor(1));
    const held = await claim(validFor(1), noon + 1);
    const used = await claim(validFor(5));
    const set = (id: string, state: string) =>
      sql`update coupons set state = ${state}, order_id = ${newId()} where coupon_id = ${id}`.execute(
        database.db,
      );
    await set(held, 'held');
    await set(used, 'used');
    const ids = async (which: 'available' | 'used' | 'over', nowMs = noon) => {
      const shown = await listMine(small.at(shopper, nowMs), { which });
      expect(MyCoupons.parse(shown)).toEqual(shown);
      return shown.items.map(({ couponId, state }) => [couponId, state]);
    };
    const ending = [short, held].sort();
    expect((await ids('available')).map(([couponId]) => couponId)).toEqual([...ending, long]);
    expect(await ids('used')).toEqual([[used, 'used']]);
    expect(await ids('over')).toEqual([]);
    // Its time is over, though the timer was not there yet; what an order holds waits for the order.
    const later = midnight + day;
    expect(await ids('available', later)).toEqual([
      [held, 'held'],
      [long, 'available'],
    ]);
    expect(await ids('over', later)).toEqual([[short, 'expired']]);
  });

  it('are counted: what can be used, and what of it ends within three days', async () => {
    for (const days of [1, 2, 3, 9])
      await claimMine(shopper, { batchId: await makeBatch(manager, validFor(days)) });
    expect((await listMine(shopper, { which: 'used' })).counts).toEqual({
      available: 4,
      endingSoon: 2,
    });
  });

  it('come in pages, each once, and are nobody else’s', async () => {
    const batchId = await makeBatch(manager, { total: 30, perMember: 30 });
    for (let turn = 0; turn < 25; turn += 1) await claimMine(shopper, { batchId });
    for (const which of ['available', 'over'] as const) {
      if (which === 'over')
        await sql`update coupons set state = 'void' where batch_id = ${batchId}`.execute(
          database.db,
        );
      const first = await listMine(shopper, { which });
      const rest = await listMine(shopper, { which, cursor: first.next ?? '' });
      expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 5, null]);
      const ids = [...first.items, ...rest.items].map(({ couponId }) => couponId);
      expect(new Set(ids).size).toBe(25);
    }
    const other = await listMine(await small.shopper(), { which: 'over' });
    expect(other).toEqual({
      items: [],
      next: null,
      nowMs: noon,
      counts: { available: 0, endingSoon: 0 },
    });
  });
});

describe('giving to chosen members', () => {
  const targeted = { giving: { by: 'targeted' } };

  it('gives each one and tells her; the same key gives nothing more', async () => {
    const batchId = await makeBatch(manager, { ...targeted, perMember: 2 });
    const others = [await small.shopper(), shopper];
    const memberIds = others.map(({ caller }) => caller.memberId);
    const input = { key: 'give-key-1', batchId, memberIds };
    const said = { items: memberIds.map((memberId) => ({ memberId, whyNot: null })) };
    expect(await giveToMembers(manager, input)).toEqual(said);
    expect(await giveToMembers(manager, input)).toEqual(said);
    const { items } = await listMine(shopper, { which: 'available' });
    expect(items).toMatchObject([{ batchId, sourceSay: '店铺赠送' }]);
    expect((await listNotices(shopper)).items).toMatchObject([
      { kind: 'coupon', title: '您收到了优惠券', body: '「满百减十」已放入您的卡包' },
    ]);
    await giveToMembers(manager, { ...input, key: 'give-key-2' });
    expect((await listMine(shopper, { which: 'available' })).items).toHaveLength(2);
  });

  it('says of each why not, foreign and missing members alike, and gives to the others', async () => {
    const audience = { tags: ['老客'] };
    const batchId = await makeBatch(manager, { ...targeted, audience, total: 1 });
    const [a, b] = [await small.shopper(), await small.shopper()];
    for (const { caller, shop } of [a, b])
      await database.db
        .insertInto('memberTags')
        .values({ shopId: shop.shopId, memberId: caller.memberId, tag: '老客', madeAt: noon })
        .execute();
    const foreign = await (await smallShop(database.db)).shopper();
    const memberIds = [
      ...[foreign.caller.memberId, newId(), shopper.caller.memberId],
      ...[a.caller.memberId, b.caller.memberId],
    ];
    const { items } = await giveToMembers(manager, { key: 'give-key-3', batchId, memberIds });
    expect(items.map(({ whyNot }) => whyNot?.code ?? null)).toEqual([
      ...['no_such_member', 'no_such_member', 'not_for_you', null, 'all_gone'],
    ]);
  });

  it('is refused for other batches, and for a key that gave to others', async () => {
    const memberIds = [shopper.caller.memberId];
    const give = (key: string, batchId: string) =>
      giveToMembers(manager, { key, batchId, memberIds });
    const claimed = await makeBatch(manager);
    expect(await refusalOf(give('give-key-4', claimed))).toMatchObject({ code: 'given_otherwise' });
    expect(await refusalOf(give('give-key-4', newId()))).toMatchObject({ code: 'no_such_batch' });
    const batchId = await makeBatch(manager, targeted);
    await give('give-key-5', batchId);
    const more = { key: 'give-key-5', batchId, memberIds: [...memberIds, newId()] };
    expect(await refusalOf(giveToMembers(manager, more))).toMatchObject({ code: 'key_reused' });
  });
});
