import { askAfterSale } from '../../../../cloudfunctions/domains/after-sales/usecases/ask';
import { agreeAfterSale } from '../../../../cloudfunctions/domains/after-sales/usecases/decide';
import { actOnDue } from '../../../../cloudfunctions/domains/after-sales/jobs';
import type { Database, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { dataFaults } from '../../../support/data-faults';
import { promotedShop } from '../../../support/promoted-shop';
import { shelfOf, ship, wechatBack } from '../../../support/purchases';
import { noon, type Known } from '../../../support/small-shop';
import { ask, bought, deeds, received, settle, stateOf, wish } from './scene';

const shop = promotedShop();
const { database } = shop;
const { agree, withdraw, receive, track } = deeds;
let wide: Database;
let manager: Known<StaffContext>;

beforeEach(() => {
  wide ??= database.open(16);
  manager = { ...shop.small.staff(shop.small.manager), db: wide };
});

afterEach(async () => {
  expect(await dataFaults(database.db)).toEqual([]);
});

/** What came of deeds that were done at once: `done`, or the code of the refusal; sorted. */
async function outcomes(turns: readonly Promise<unknown>[]): Promise<string[]> {
  const ended = await Promise.allSettled(turns);
  return ended
    .map((turn) => {
      if (turn.status === 'fulfilled') return 'done';
      if (turn.reason instanceof Refused) return turn.reason.refusal.code;
      throw turn.reason;
    })
    .sort();
}

const times = (times: number, turn: () => Promise<unknown>) => Array.from({ length: times }, turn);

describe('at once', () => {
  it('thirty-two ask for three units: three get one each', async () => {
    const { buyer, orderId } = await received(shop.small, wide);
    const codes = await outcomes(times(32, () => ask(buyer, { orderId })));
    expect(codes.filter((code) => code === 'done')).toHaveLength(3);
    expect(new Set(codes)).toEqual(new Set(['done', 'too_many_units']));
  });

  it('one asks sixteen times with one key: it is one after-sale', async () => {
    const { buyer, orderId } = await received(shop.small, wide);
    const said = wish({ orderId });
    const asked = await Promise.all(Array.from({ length: 16 }, () => askAfterSale(buyer, said)));
    expect(new Set(asked.map(({ afterSaleId }) => afterSaleId)).size).toBe(1);
  });

  it('thirty-two agree, with keys of their own or one: money goes once', async () => {
    const { buyer, orderId } = await bought(shop.small, wide);
    const id = await ask(buyer, { orderId, kind: 'refund_only' });
    const key = newId();
    const codes = await outcomes([
      ...times(16, () => agree(manager, id)),
      ...times(16, () => agreeAfterSale(manager, { key, afterSaleId: id })),
    ]);
    expect(new Set(codes)).toEqual(new Set(['done', 'cannot_step']));
    expect(await wechatBack(database.db, orderId)).toBe(39_900);
    await settle(buyer);
    expect(await stateOf(buyer, id)).toBe('done');
  });

  it('one withdraws while the shop agrees: either the one or the other', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const { buyer, orderId } = await bought(shop.small, wide);
      const id = await ask(buyer, { orderId, kind: 'refund_only' });
      const codes = await outcomes([withdraw(buyer, id), agree(manager, id)]);
      expect(codes).toEqual(['cannot_step', 'done']);
      const gone = (await stateOf(buyer, id)) === 'withdrawn';
      expect(await wechatBack(database.db, orderId)).toBe(gone ? 0 : 39_900);
    }
  });

  it('one asks for units that are just being sent: they are sent or asked for, not both', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const { buyer, orderId } = await bought(shop.small, wide);
      const units = [{ line: 1, quantity: 3 }];
      const asking = ask(buyer, { orderId, kind: 'refund_only', reason: 'not_wanted', units });
      const codes = await outcomes([asking, ship(buyer, orderId, units)]);
      // What was sent first may be asked for as well: the shop then knows that it is on its way.
      expect([
        ['done', 'done'],
        ['done', 'refund_asked'],
      ]).toContainEqual(codes);
    }
  });

  it('the clock, the shop and the shopper act on what is due: one step is taken', async () => {
    const { buyer, orderId } = await received(shop.small, wide);
    const id = await ask(buyer, { orderId });
    await agree(manager, id);
    const later = shop.small.at(buyer, noon + 7 * day);
    const boss = shop.small.at(manager, noon + 7 * day);
    await outcomes([
      ...times(4, () => actOnDue(later)),
      track(later, id),
      ...times(4, () => receive(boss, id)),
    ]);
    const state = await stateOf(buyer, id);
    expect(['lapsed', 'refunding', 'returned']).toContain(state);
    const back = state === 'refunding' ? 39_900 : 0;
    expect(await wechatBack(database.db, orderId)).toBe(back);
  });

  it('sixteen exchange for the last one: one is agreed, and no more are taken than there were', async () => {
    const [dear] = shop.small.skus;
    const orders = await Promise.all(Array.from({ length: 16 }, () => received(shop.small, wide)));
    const units = [{ line: 1, quantity: 1, toSkuId: dear }];
    const ids = await Promise.all(
      orders.map(({ buyer, orderId }) => ask(buyer, { orderId, kind: 'exchange', units })),
    );
    const { sold } = await shelfOf(database.db, dear);
    await database.db
      .updateTable('stock')
      .set({ onHand: 1, received: sold + 1 })
      .where('skuId', '=', dear)
      .execute();
    const codes = await outcomes(ids.map((id) => agree(manager, id)));
    expect(codes).toEqual(['done', ...Array.from({ length: 15 }, () => 'exchange_sold_out')]);
    expect(await shelfOf(database.db, dear)).toEqual({ onHand: 0, held: 0, sold: sold + 1 });
  });
});
