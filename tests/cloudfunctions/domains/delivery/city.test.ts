import {
  codeForPaid,
  noticeBreaches,
  uploadDue,
} from '../../../../cloudfunctions/domains/delivery/jobs';
import {
  countWaiting,
  showBoard,
} from '../../../../cloudfunctions/domains/delivery/usecases/board';
import { markDelivered, sendOut } from '../../../../cloudfunctions/domains/delivery/usecases/city';
import { showDelivery } from '../../../../cloudfunctions/domains/delivery/usecases/of-order';
import type { ShippingInfo } from '../../../../cloudfunctions/domains/delivery/schema';
import { cityStoresIn } from '../../../../cloudfunctions/domains/guides/usecases/city';
import { settlePayment } from '../../../../cloudfunctions/domains/orders/usecases/pay';
import { placeOrder } from '../../../../cloudfunctions/domains/orders/usecases/place';
import { previewOrder } from '../../../../cloudfunctions/domains/orders/usecases/preview';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import type { Delivery } from '../../../../cloudfunctions/domains/orders/schema';
import { hour, minute } from '../../../../cloudfunctions/kit/time';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { openChoice } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { money, noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let buyer: Known;
let addressId: string;
beforeEach(async () => {
  small = await smallShop(database.db);
  await database.db
    .updateTable('stores')
    .set({
      cityTerms: JSON.stringify({
        bands: [{ districts: ['310104'], fen: 600, freeOverFen: 9_900 }],
        ...{ minutes: 45, opensMinute: 540, closesMinute: 1_260 },
      }),
    })
    .where('shopId', '=', small.shop.shopId)
    .execute();
  small.shop.cityStores = await cityStoresIn(database.db, small.shop.shopId);
  buyer = await small.shopper();
  addressId = await small.address(buyer);
});

/** Five yuan and 50 fen of goods, brought within the city. */
const wanted = (slotAt: number | null) => ({
  lines: [{ skuId: small.skus[1], quantity: 1 }],
  delivery: { kind: 'city' as const, addressId, slotAt } satisfies Delivery,
  choice: openChoice,
});
const place = (slotAt: number | null, who = buyer, key = newId()) =>
  placeOrder(who, { ...wanted(slotAt), key, remark: '', payableFen: 1_150 });

async function paid(slotAt: number | null) {
  const placed = await place(slotAt);
  await settlePayment(buyer, money(placed, buyer));
  const { memberId } = buyer.caller;
  const { orderId } = placed;
  await transact(database.db, (tx) => codeForPaid(buyer, tx, { orderId, memberId }));
  return placed;
}

const runOf = async (orderId: string) => (await showDelivery(buyer, { orderId })).run;

describe('a ride within the city', () => {
  it('costs its band’s fee whatever the goods’ own freight, and is free from an amount on', async () => {
    const { quote, city, cityOffered } = await previewOrder(buyer, wanted(null));
    expect(quote).toMatchObject({ freightFen: 600, payableFen: 1_150, deliverable: true });
    expect(quote.freight.map(({ working }) => working)).toEqual(['同城配送：¥6']);
    expect(cityOffered).toBe(true);
    expect(city).toMatchObject({ storeName: '一号店', minutes: 45 });
    expect(city?.slots[0]).toEqual({ startsAt: null, endsAt: null });
    const many = { ...wanted(null), lines: [{ skuId: small.skus[0], quantity: 1 }] };
    expect((await previewOrder(buyer, many)).quote.freightFen).toBe(0);
  });

  it('goes to no other district, and is offered by no shop without such a store', async () => {
    await database.db
      .updateTable('addresses')
      .set({ regionCode: '310115' })
      .where('addressId', '=', addressId)
      .execute();
    const { quote, city } = await previewOrder(buyer, wanted(null));
    expect([quote.deliverable, city]).toEqual([false, null]);
    expect((await refusalOf(place(null))).code).toBe('not_deliverable');
    small.shop.cityStores = [];
    expect((await previewOrder(buyer, wanted(null))).cityOffered).toBe(false);
  });

  it('is placed with its promise or not at all, once per key', async () => {
    const key = newId();
    const placed = await place(null, buyer, key);
    expect(await place(null, buyer, key)).toEqual(placed);
    const runs = await database.db
      .selectFrom('cityRuns')
      .select(['storeId', 'minutes', 'promisedBy'])
      .where('orderId', '=', placed.orderId)
      .execute();
    expect(runs).toEqual([{ storeId: small.storeId, minutes: 45, promisedBy: null }]);
    expect(await showOrder(buyer, placed)).toMatchObject({
      delivery: 'city',
      contact: { name: '王芳' },
      freightFen: 600,
    });
    await small.stock(small.skus[1], 0);
    expect((await refusalOf(place(null))).code).toBe('sold_out');
    const all = await database.db
      .selectFrom('cityRuns')
      .select('orderId')
      .where('shopId', '=', small.shop.shopId)
      .execute();
    expect(all).toHaveLength(1);
  });

  it('comes in a slot that can still be chosen', async () => {
    const { city } = await previewOrder(buyer, wanted(null));
    const slot = city?.slots[1];
    const { orderId } = await paid(slot?.startsAt ?? 0);
    expect(await runOf(orderId)).toMatchObject({
      slotStartsAt: slot?.startsAt,
      promisedBy: slot?.endsAt,
    });
    expect((await refusalOf(place(noon - hour))).code).toBe('slot_gone');
    expect((await refusalOf(place(null, small.at(buyer, noon + 10 * hour)))).code).toBe(
      'slot_gone',
    );
  });
});

describe('the promise', () => {
  it('counts from the money, is kept by coming in time, and WeChat is told of the ride', async () => {
    const { orderId } = await paid(null);
    expect(await runOf(orderId)).toMatchObject({ promisedBy: noon + 45 * minute });
    const guide = small.staff(small.guides[0], noon + 20 * minute);
    expect((await refusalOf(markDelivered(guide, { orderId }))).code).toBe('not_sent_out');
    const deed = { key: newId(), orderId };
    await sendOut(guide, deed);
    await sendOut(guide, deed);
    expect((await showOrder(buyer, { orderId })).state).toBe('shipped');
    const told: ShippingInfo[] = [];
    const uploadShippingInfo = (info: ShippingInfo) => Promise.resolve(void told.push(info));
    await uploadDue({
      ...guide,
      ports: { ...guide.ports, wechat: { ...guide.ports.wechat, uploadShippingInfo } },
    });
    expect(told).toMatchObject([{ by: 'sameCity', split: false }]);
    await markDelivered(small.at(guide, noon + 40 * minute), { orderId });
    expect(await noticeBreaches({ ...buyer, nowMs: noon + 2 * hour })).toBe(0);
    expect(await runOf(orderId)).toMatchObject({
      deliveredAt: noon + 40 * minute,
      breachedAt: null,
    });
    expect((await showBoard(guide, { tab: 'city' })).items).toEqual([]);
  });

  it('is broken when the time is over, which is noticed once and shown to the staff', async () => {
    const { orderId } = await paid(null);
    const late = { ...buyer, nowMs: noon + 46 * minute };
    expect(await noticeBreaches({ ...buyer, nowMs: noon + 45 * minute })).toBe(0);
    const db = database.open(8);
    const all = await Promise.all(Array.from({ length: 8 }, () => noticeBreaches({ ...late, db })));
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(1);
    const guide = small.staff(small.guides[0], noon + 50 * minute);
    expect(await countWaiting(guide)).toMatchObject({ city: 1, breached: 1 });
    const { items } = await showBoard(guide, { tab: 'city' });
    expect(items.map(({ run }) => run?.breachedAt)).toEqual([noon + 46 * minute]);
    await sendOut(guide, { key: newId(), orderId });
    await markDelivered(guide, { orderId });
    expect(await runOf(orderId)).toMatchObject({ breachedAt: noon + 46 * minute });
  });

  it('that comes late before anybody noticed is broken all the same', async () => {
    const { orderId } = await paid(null);
    const guide = small.staff(small.guides[0], noon + 50 * minute);
    await sendOut(guide, { key: newId(), orderId });
    await markDelivered(guide, { orderId });
    expect(await runOf(orderId)).toMatchObject({ breachedAt: noon + 50 * minute });
  });
});
