import {
  afterPickupReady,
  codeForPaid,
  endPickups,
} from '../../../../cloudfunctions/domains/delivery/jobs';
import { showBoard } from '../../../../cloudfunctions/domains/delivery/usecases/board';
import { showDelivery } from '../../../../cloudfunctions/domains/delivery/usecases/of-order';
import {
  findByCode,
  handOver,
  markReady,
} from '../../../../cloudfunctions/domains/delivery/usecases/pickup';
import { listNotices } from '../../../../cloudfunctions/domains/members/usecases/profile';
import { openClaim } from '../../../../cloudfunctions/domains/orders/usecases/claims';
import { refundUnits } from '../../../../cloudfunctions/domains/orders/usecases/refund';
import { lockWhole } from '../../../../cloudfunctions/domains/orders/store/life';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day, minute } from '../../../../cloudfunctions/kit/time';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { paidOrder } from '../../../support/sent-shop';
import { hireIn } from '../../../support/small-rows';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let buyer: Known;
let guide: Known<StaffContext>;
beforeEach(async () => {
  small = await smallShop(database.db);
  buyer = await small.shopper();
  guide = small.staff(small.guides[0]);
});

const waiting = () => paidOrder(small, buyer, { kind: 'pickup', pieces: [1, 2] });
async function codeOf(orderId: string): Promise<string> {
  const { pickup } = await showDelivery(buyer, { orderId });
  return pickup?.code ?? '';
}
const stateOf = async (orderId: string) => (await showOrder(buyer, { orderId })).state;

/** Somebody at another store of the same shop. */
async function elsewhere(): Promise<Known<StaffContext>> {
  const { shopId } = small.shop;
  const storeId = newId();
  const place = { city: '上海', address: '', phone: '', hours: '', pictureUrl: '' };
  await database.db
    .insertInto('stores')
    .values({ shopId, storeId, name: '二号店', position: 1, open: true, ...place })
    .execute();
  const hired = await hireIn(database.db, { shopId, storeId, name: '何静', role: 'guide' });
  const there = small.staff(hired);
  return { ...there, caller: { ...there.caller, staff: { ...there.caller.staff, storeId } } };
}

describe('a pick-up code', () => {
  it('is made when the order is paid, once, and is the shopper’s alone to see', async () => {
    const { orderId } = await waiting();
    const { pickup } = await showDelivery(buyer, { orderId });
    expect(pickup).toMatchObject({
      code: expect.stringMatching(/^\d{8}$/) as string,
      codePicture: expect.stringMatching(/^data:image\/png;base64,/) as string,
      handedAt: null,
    });
    const { memberId } = buyer.caller;
    await transact(database.db, (tx) => codeForPaid(buyer, tx, { orderId, memberId }));
    expect(await codeOf(orderId)).toBe(pickup?.code);
    const board = JSON.stringify(await showBoard(guide, { tab: 'pickup' }));
    expect(board).toContain(orderId);
    expect(board).not.toContain(pickup?.code);
  });

  it('is not made for goods that travel', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [1, 0] });
    expect(await showDelivery(buyer, { orderId })).toMatchObject({ pickup: null, parcels: [] });
  });

  it('opens its order at its own store: everything leaves and is received in one', async () => {
    const { orderId } = await waiting();
    const code = await codeOf(orderId);
    expect(await findByCode(guide, { code })).toMatchObject({ orderId, whyNot: '' });
    await handOver(guide, { key: newId(), code });
    expect(await stateOf(orderId)).toBe('received');
    const { lines, windowEndsAt } = await showOrder(buyer, { orderId });
    expect(lines.map((line) => line.shippedQuantity)).toEqual([1, 2]);
    expect(windowEndsAt).toBe(noon + 7 * day);
    const { pickup } = await showDelivery(buyer, { orderId });
    expect(pickup).toMatchObject({ code: '', codePicture: '', handedAt: noon });
  });

  it('opens once: the same key is the same deed, another key finds nothing', async () => {
    const { orderId } = await waiting();
    const deed = { key: newId(), code: await codeOf(orderId) };
    await handOver(guide, deed);
    await handOver(guide, deed);
    const again = await refusalOf(handOver(guide, { ...deed, key: newId() }));
    expect(again.code).toBe('no_such_code');
  });

  it('opens once, when the whole store tries at once', async () => {
    const { orderId } = await waiting();
    const code = await codeOf(orderId);
    const db = database.open(32);
    const people = [guide, small.staff(small.guides[1]), small.staff(small.manager)];
    const all = await Promise.allSettled(
      Array.from({ length: 32 }, (_, index) =>
        handOver({ ...(people[index % 3] ?? guide), db }, { key: newId(), code }),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Refused);
    expect(await stateOf(orderId)).toBe('received');
  });

  it('means nothing at another store, just as a code of nobody', async () => {
    const { orderId } = await waiting();
    const code = await codeOf(orderId);
    const there = await elsewhere();
    const foreign = await refusalOf(findByCode(there, { code }));
    const missing = await refusalOf(
      findByCode(guide, { code: code === '00000000' ? '1'.repeat(8) : '00000000' }),
    );
    expect(foreign).toEqual(missing);
    expect((await refusalOf(handOver(there, { key: newId(), code }))).code).toBe('no_such_code');
    expect(await stateOf(orderId)).toBe('paid');
    expect((await showBoard(there, { tab: 'pickup' })).items).toEqual([]);
  });

  it('is not handed over while money is asked back', async () => {
    const { orderId } = await waiting();
    const code = await codeOf(orderId);
    await transact(database.db, async (tx) => {
      const found = await lockWhole(tx, small.shop.shopId, orderId);
      if (found === null) throw new Error('no order');
      await openClaim(buyer, tx, found, { units: [{ line: 1, quantity: 1 }], keepsGoods: true });
    });
    expect((await findByCode(guide, { code })).whyNot).toContain('退款');
    expect((await refusalOf(handOver(guide, { key: newId(), code }))).code).toBe('refund_asked');
    expect(await stateOf(orderId)).toBe('paid');
  });

  it('ends with an order that is refunded in full', async () => {
    const { orderId } = await waiting();
    const code = await codeOf(orderId);
    await transact(database.db, async (tx) => {
      const found = await lockWhole(tx, small.shop.shopId, orderId);
      if (found === null) throw new Error('no order');
      const units = [
        { line: 1, quantity: 1 },
        { line: 2, quantity: 2 },
      ];
      const by = { actor: 'manager' as const, actorId: null, reason: '' };
      await refundUnits(buyer, tx, found, {
        ...{ refundId: newId(), units, sentOnly: false, restock: true, ...by },
      });
    });
    expect(await codeOf(orderId)).toBe('');
    expect((await refusalOf(handOver(guide, { key: newId(), code }))).code).toBe(
      'cannot_hand_over',
    );
    expect(await endPickups(buyer)).toBe(1);
    expect(await endPickups(buyer)).toBe(0);
    expect((await refusalOf(findByCode(guide, { code }))).code).toBe('no_such_code');
  });
});

describe('guessing codes', () => {
  it('ends after ten wrong ones a minute, tried at once or one by one; right ones count for nothing', async () => {
    const { orderId } = await waiting();
    const code = await codeOf(orderId);
    const wrong = code === '00000000' ? '11111111' : '00000000';
    for (let turn = 0; turn < 15; turn += 1) await findByCode(guide, { code });
    const db = database.open(32);
    const all = await Promise.all(
      Array.from({ length: 32 }, () => refusalOf(findByCode({ ...guide, db }, { code: wrong }))),
    );
    const codes = all.map((refusal) => refusal.code);
    expect(codes.filter((one) => one === 'no_such_code')).toHaveLength(10);
    expect(codes.filter((one) => one === 'too_many_codes')).toHaveLength(22);
    expect((await refusalOf(findByCode(guide, { code }))).code).toBe('too_many_codes');
    const colleague = small.staff(small.guides[1]);
    expect(await findByCode(colleague, { code })).toMatchObject({ orderId });
    expect(await findByCode(small.at(guide, noon + minute), { code })).toMatchObject({ orderId });
  });
});

describe('goods that lie ready', () => {
  it('are told to the shopper, once', async () => {
    const { orderId } = await waiting();
    await markReady(guide, { orderId });
    await markReady(small.staff(small.manager), { orderId });
    const said = await database.db
      .selectFrom('outbox')
      .select('payload')
      .where('shopId', '=', small.shop.shopId)
      .where('name', '=', 'delivery.pickupReady')
      .execute();
    const { memberId } = buyer.caller;
    expect(said).toEqual([{ payload: { orderId, memberId, storeId: small.storeId } }]);
    await transact(database.db, (tx) =>
      afterPickupReady(buyer, tx, { orderId, memberId, storeId: small.storeId }),
    );
    expect((await listNotices(buyer)).items.map(({ title }) => title)).toContain(
      '商品已备好，可以来取了',
    );
    expect((await showDelivery(buyer, { orderId })).pickup?.readyAt).toBe(noon);
  });

  it('are not another store’s, and no parcel', async () => {
    const { orderId } = await waiting();
    const there = await elsewhere();
    expect((await refusalOf(markReady(there, { orderId }))).code).toBe('no_such_order');
    const express = await paidOrder(small, buyer, { kind: 'express', pieces: [1, 0] });
    const manager = small.staff(small.manager);
    expect((await refusalOf(markReady(manager, express))).code).toBe('not_pickup');
  });
});
