import {
  askAgain,
  confirmExchange,
} from '../../../../cloudfunctions/domains/after-sales/usecases/shopper';
import {
  showMine,
  showOfOrder,
} from '../../../../cloudfunctions/domains/after-sales/usecases/show';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { dataFaults } from '../../../support/data-faults';
import { promotedShop } from '../../../support/promoted-shop';
import { shelfOf, wechatBack } from '../../../support/purchases';
import { refusalOf } from '../../../support/refusal-of';
import { noon, type Known } from '../../../support/small-shop';
import { ask, deeds, received, stateOf, tick } from './scene';

const shop = promotedShop();
const { database } = shop;
let manager: Known<StaffContext>;

beforeEach(() => {
  manager = shop.small.staff(shop.small.manager);
});

afterEach(async () => {
  expect(await dataFaults(database.db)).toEqual([]);
});

const { agree, refuse, receive, send, withdraw, track } = deeds;
const at = <C extends Known>(context: C, days: number) => shop.small.at(context, noon + days * day);

describe('an exchange', () => {
  /** The other size at the price of the first. */
  async function samePrice() {
    const [, other] = shop.small.skus;
    await database.db
      .updateTable('skus')
      .set({ priceFen: 39_900 })
      .where('skuId', '=', other)
      .execute();
    return other;
  }
  const forOther = (toSkuId: string) => ({
    ...{ kind: 'exchange' as const, reason: 'not_fitting' },
    units: [{ line: 1, quantity: 1, toSkuId }],
  });

  /** Leaves so many on a shelf; what was sold stays sold. */
  async function leave(skuId: string, pieces: number) {
    const { sold } = await shelfOf(database.db, skuId);
    const row = { onHand: pieces, received: pieces + sold };
    await database.db.updateTable('stock').set(row).where('skuId', '=', skuId).execute();
  }

  it('takes the new one when it is agreed, shelves the old one, and moves no money', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const other = await samePrice();
    const before = await shelfOf(database.db, other);
    const id = await ask(buyer, { orderId, ...forOther(other) });
    expect(await shelfOf(database.db, other)).toEqual(before);
    await agree(manager, id);
    expect((await shelfOf(database.db, other)).onHand).toBe(before.onHand - 1);
    await track(buyer, id);
    await receive(manager, id);
    expect((await shelfOf(database.db, shop.small.skus[0])).onHand).toBe(98);
    await send(manager, id);
    await confirmExchange(buyer, { afterSaleId: id });
    expect(await showMine(buyer, { afterSaleId: id })).toMatchObject({
      ...{ state: 'done', back: { totalFen: 0 }, sent: { carrier: '顺丰速运', number: 'SF90001' } },
      lines: [{ line: 1, quantity: 1, toSpecText: '39' }],
    });
    expect(await wechatBack(database.db, orderId)).toBe(0);
    // Brought back after all, the new size goes to its own shelf.
    const units = [{ line: 1, quantity: 3 }];
    const returned = await ask(buyer, { orderId, units });
    await agree(manager, returned);
    await receive(manager, returned);
    expect((await shelfOf(database.db, other)).onHand).toBe(before.onHand);
    expect((await shelfOf(database.db, shop.small.skus[0])).onHand).toBe(100);
  });

  it.each([
    ['withdrawn', (id: string, buyer: Known) => withdraw(buyer, id)],
    ['refused', async (id: string, buyer: Known) => (await track(buyer, id), refuse(manager, id))],
    ['lapsed', (_: string, buyer: Known) => tick(shop.small, buyer, noon + 7 * day)],
  ])('that is %s puts back what it had taken', async (state, end) => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const other = await samePrice();
    const before = await shelfOf(database.db, other);
    const id = await ask(buyer, { orderId, ...forOther(other) });
    await agree(manager, id);
    await end(id, buyer);
    expect(await stateOf(buyer, id)).toBe(state);
    expect(await shelfOf(database.db, other)).toEqual(before);
  });

  it('is for a SKU of the same product at the same price, with enough on the shelf', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const [, other] = shop.small.skus;
    for (const toSkuId of [other, newId()])
      expect(await refusalOf(ask(buyer, { orderId, ...forOther(toSkuId) }))).toMatchObject({
        code: 'exchange_unknown',
      });
    const none = { kind: 'exchange' as const, units: [{ line: 1, quantity: 1 }] };
    expect(await refusalOf(ask(buyer, { orderId, ...none }))).toMatchObject({
      code: 'exchange_unknown',
    });
    await samePrice();
    await leave(other, 0);
    expect(await refusalOf(ask(buyer, { orderId, ...forOther(other) }))).toMatchObject({
      code: 'exchange_sold_out',
    });
    const { lines } = await showOfOrder(buyer, { orderId });
    expect(lines[0]?.choices.map(({ specText, left }) => [specText, left])).toEqual([
      ...[
        ['38', 97],
        ['39', 0],
      ],
    ]);
  });

  it('that a silent shop can no longer give is refused by itself, and she may ask again', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const other = await samePrice();
    const id = await ask(buyer, { orderId, ...forOther(other) });
    await leave(other, 0);
    expect(await refusalOf(agree(manager, id))).toMatchObject({ code: 'exchange_sold_out' });
    expect(await tick(shop.small, buyer, noon + 3 * day)).toBe(1);
    expect(await stateOf(buyer, id)).toBe('refused');
    await leave(other, 1);
    await askAgain(at(buyer, 3), { afterSaleId: id, words: '请再看看库存' });
    await agree(at(manager, 3), id);
    expect(await stateOf(buyer, id)).toBe('agreed');
  });

  it('is over by itself ten days after it was sent', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId, ...forOther(shop.small.skus[0]) });
    await agree(manager, id);
    await receive(manager, id);
    await send(manager, id);
    expect(await tick(shop.small, buyer, noon + 10 * day)).toBe(1);
    expect(await stateOf(buyer, id)).toBe('done');
  });
});
