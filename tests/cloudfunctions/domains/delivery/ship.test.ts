import { showDelivery } from '../../../../cloudfunctions/domains/delivery/usecases/of-order';
import { correctParcel, ship } from '../../../../cloudfunctions/domains/delivery/usecases/ship';
import { addParcel } from '../../../../cloudfunctions/domains/delivery/usecases/parcels';
import { openClaim } from '../../../../cloudfunctions/domains/orders/usecases/claims';
import { lockWhole } from '../../../../cloudfunctions/domains/orders/store/life';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day } from '../../../../cloudfunctions/kit/time';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { paidOrder } from '../../../support/sent-shop';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let buyer: Known;
beforeEach(async () => {
  small = await smallShop(database.db);
  buyer = await small.shopper();
});

let numbers = 0;
/** A number that no other parcel of this file has. */
function number(): string {
  numbers += 1;
  return `SF${String(1_000_000_000_000 + numbers)}`;
}

type Units = { line: number; quantity: number }[];
function send(orderId: string, units: Units, otherwise: object = {}) {
  const wanted = { key: newId(), orderId, units, number: number(), ...otherwise };
  return ship(small.staff(small.manager), wanted);
}

async function shipped(orderId: string) {
  const { state, lines, confirmBy } = await showOrder(buyer, { orderId });
  return { state, confirmBy, sent: lines.map((line) => line.shippedQuantity) };
}

describe('a parcel', () => {
  it('takes a part of an order; with the last part the order is shipped and its receipt is due', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [1, 3] });
    const first = await send(orderId, [{ line: 2, quantity: 2 }]);
    expect(first).toMatchObject({ carrier: 'SF', carrierName: '顺丰速运' });
    expect(await shipped(orderId)).toEqual({ state: 'paid', confirmBy: null, sent: [0, 2] });
    await send(orderId, [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ]);
    expect(await shipped(orderId)).toEqual({
      state: 'shipped',
      confirmBy: noon + 10 * day,
      sent: [1, 3],
    });
    const { parcels } = await showDelivery(buyer, { orderId });
    expect(parcels.map(({ place, units }) => [place, units.map((one) => one.quantity)])).toEqual([
      [1, [2]],
      [2, [1, 1]],
    ]);
  });

  it('leaves once per key, and another body under the same key is refused', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 4] });
    const wanted = { key: newId(), number: number() };
    const units = [{ line: 1, quantity: 1 }];
    const first = await send(orderId, units, wanted);
    expect(await send(orderId, units, wanted)).toEqual(first);
    expect((await shipped(orderId)).sent).toEqual([1]);
    const other = send(orderId, [{ line: 1, quantity: 2 }], wanted);
    expect((await refusalOf(other)).code).toBe('key_reused');
  });

  it('leaves once, however often and at once the same is asked', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 9] });
    const db = database.open(32);
    const manager = { ...small.staff(small.manager), db };
    const wanted = { key: newId(), orderId, units: [{ line: 1, quantity: 2 }], number: number() };
    const all = await Promise.all(Array.from({ length: 32 }, () => ship(manager, wanted)));
    expect(new Set(all.map(({ parcelId }) => parcelId)).size).toBe(1);
    expect((await shipped(orderId)).sent).toEqual([2]);
  });

  it('takes no more than there is, however many managers send at once', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 7] });
    const db = database.open(32);
    const manager = { ...small.staff(small.manager), db };
    const all = await Promise.allSettled(
      Array.from({ length: 32 }, () => {
        const units = [{ line: 1, quantity: 2 }];
        return ship(manager, { key: newId(), orderId, units, number: number() });
      }),
    );
    const refused = all.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refused.every((reason) => reason instanceof Refused)).toBe(true);
    expect(all.length - refused.length).toBe(3);
    expect((await shipped(orderId)).sent).toEqual([6]);
    expect((await showDelivery(buyer, { orderId })).parcels).toHaveLength(3);
  });

  it('is refused where it cannot be, and then nothing is written', async () => {
    const express = await paidOrder(small, buyer, { kind: 'express', pieces: [1, 1] });
    const { orderId } = express;
    const one = [{ line: 1, quantity: 1 }];
    const code = async (work: Promise<unknown>) => (await refusalOf(work)).code;
    expect(await code(send(newId(), one))).toBe('no_such_order');
    expect(await code(send(orderId, [{ line: 1, quantity: 2 }]))).toBe('too_many_units');
    expect(await code(send(orderId, [{ line: 9, quantity: 1 }]))).toBe('no_such_line');
    expect(await code(send(orderId, one, { number: '坏单号' }))).toBe('bad_number');
    expect(await code(send(orderId, one, { number: 'ABCD1234' }))).toBe('choose_carrier');
    const pickup = await paidOrder(small, buyer, { kind: 'pickup', pieces: [1, 0] });
    expect(await code(send(pickup.orderId, one))).toBe('not_express');
    expect(
      await database.db.selectFrom('parcels').selectAll().where('orderId', '=', orderId).execute(),
    ).toEqual([]);
    expect(await shipped(orderId)).toMatchObject({ state: 'paid', sent: [0, 0] });
  });

  it('has a number that no other customer’s parcel has; her own orders may share one', async () => {
    const mine = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    const also = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    const other = await paidOrder(small, await small.shopper(), {
      kind: 'express',
      pieces: [0, 1],
    });
    const label = { number: number() };
    const one = [{ line: 1, quantity: 1 }];
    await send(mine.orderId, one, label);
    await send(also.orderId, one, label);
    const slipped = await refusalOf(send(other.orderId, one, label));
    expect(slipped.code).toBe('number_taken');
  });
});

describe('units whose money is asked back', () => {
  /** Asks for the money of one unit of line 1. */
  const claim = (db: typeof database.db, orderId: string) =>
    transact(db, async (tx) => {
      const found = await lockWhole(tx, small.shop.shopId, orderId);
      if (found === null) throw new Error('no order');
      const asked = { units: [{ line: 1, quantity: 1 }], keepsGoods: true };
      return openClaim({ ...buyer, db }, tx, found, asked);
    });

  it('are not sent', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await claim(database.db, orderId);
    const refused = await refusalOf(send(orderId, [{ line: 1, quantity: 1 }]));
    expect(refused.code).toBe('refund_asked');
    expect((await shipped(orderId)).sent).toEqual([0]);
  });

  it('or sent first, when both come at once: never both for the same unit', async () => {
    const db = database.open(32);
    const manager = { ...small.staff(small.manager), db };
    const orders = await Promise.all(
      Array.from({ length: 16 }, () =>
        paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] }),
      ),
    );
    await Promise.all(
      orders.flatMap(({ orderId }) => [
        ship(manager, {
          ...{ key: newId(), orderId, number: number() },
          units: [{ line: 1, quantity: 1 }],
        }).catch(refusedOnly),
        claim(db, orderId),
      ]),
    );
    const lines = await db
      .selectFrom('orderLines')
      .select(['shippedQuantity', 'askedQuantity'])
      .where(
        'orderId',
        'in',
        orders.map(({ orderId }) => orderId),
      )
      .execute();
    expect(lines).toHaveLength(16);
    for (const line of lines) expect(line.shippedQuantity + line.askedQuantity).toBe(1);
    const parcels = await db
      .selectFrom('parcels')
      .select('orderId')
      .where(
        'orderId',
        'in',
        orders.map(({ orderId }) => orderId),
      )
      .execute();
    expect(parcels).toHaveLength(lines.filter((line) => line.shippedQuantity === 1).length);
  });
});

function refusedOnly(reason: unknown): void {
  if (!(reason instanceof Refused)) throw reason;
}

describe('a tracking number', () => {
  it('is corrected once an order, while nothing is signed for', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 2] });
    const { parcelId } = await send(orderId, [{ line: 1, quantity: 1 }]);
    const second = await send(orderId, [{ line: 1, quantity: 1 }]);
    const manager = small.staff(small.manager);
    const right = { parcelId, number: 'YT1234567890123' };
    await correctParcel(manager, right);
    await correctParcel(manager, right);
    const { parcels } = await showDelivery(buyer, { orderId });
    expect(parcels[0]).toMatchObject({ carrierName: '圆通速递', number: 'YT1234567890123' });
    const again = { parcelId: second.parcelId, number: number() };
    expect((await refusalOf(correctParcel(manager, again))).code).toBe('corrected_before');
    const missing = { parcelId: newId(), number: number() };
    expect((await refusalOf(correctParcel(manager, missing))).code).toBe('no_such_parcel');
  });
});

describe('what replaces goods after a claim', () => {
  it('travels in a parcel of its own, and counts for nothing that was sold', async () => {
    const { orderId } = await paidOrder(small, buyer, { kind: 'express', pieces: [0, 1] });
    await send(orderId, [{ line: 1, quantity: 1 }]);
    await transact(database.db, (tx) =>
      addParcel(buyer, tx, {
        ...{ parcelId: newId(), orderId, purpose: 'exchange', number: number(), carrier: null },
        ...{ units: [{ line: 1, quantity: 1 }], sentBy: null },
      }),
    );
    const { parcels } = await showDelivery(buyer, { orderId });
    expect(parcels.map(({ purpose }) => purpose)).toEqual(['sale', 'exchange']);
    expect((await shipped(orderId)).sent).toEqual([1]);
  });
});
