import {
  countWaiting,
  listPicks,
  showBoard,
  showPacking,
} from '../../../../cloudfunctions/domains/delivery/usecases/board';
import { ship } from '../../../../cloudfunctions/domains/delivery/usecases/ship';
import { shipMany } from '../../../../cloudfunctions/domains/delivery/usecases/ship-many';
import { openClaim } from '../../../../cloudfunctions/domains/orders/usecases/claims';
import { lockWhole } from '../../../../cloudfunctions/domains/orders/store/life';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { paidOrder } from '../../../support/sent-shop';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let buyer: Known;
let manager: Known<StaffContext>;
beforeEach(async () => {
  small = await smallShop(database.db);
  buyer = await small.shopper();
  manager = small.staff(small.manager);
});

const express = (nowMs = noon) =>
  paidOrder(small, small.at(buyer, nowMs), { kind: 'express', pieces: [1, 1] });
const stateOf = async (orderId: string) => (await showOrder(buyer, { orderId })).state;

describe('the board', () => {
  it('shows who waited longest first, page by page, with masks instead of people', async () => {
    const placed: string[] = [];
    for (let turn = 0; turn < 23; turn += 1) placed.push((await express(noon + turn)).orderId);
    const first = await showBoard(manager, { tab: 'toShip' });
    expect(first.items.map(({ orderId }) => orderId)).toEqual(placed.slice(0, 20));
    const second = await showBoard(manager, { tab: 'toShip', cursor: first.next ?? '' });
    expect(second.items.map(({ orderId }) => orderId)).toEqual(placed.slice(20));
    expect(second.next).toBeNull();
    expect(first.items[0]?.receiver).toEqual({
      name: '王**',
      phone: '138****5678',
      region: '上海市上海市',
    });
    expect(JSON.stringify(first)).not.toMatch(/13812345678|漕溪北路/);
  });

  it('finds by number, its end, the end of a phone, a title and a parcel’s number; nothing by wild cards', async () => {
    const { orderId, number } = await express();
    await paidOrder(small, buyer, { kind: 'pickup', pieces: [1, 0] });
    const found = async (words: string, tab: 'toShip' | 'shipped' = 'toShip') =>
      (await showBoard(manager, { tab, words })).items.map((item) => item.orderId);
    for (const words of [number, number.slice(-6), '5678', '跑步鞋'])
      expect(await found(words)).toEqual([orderId]);
    for (const words of ['%', '_', '不存在']) expect(await found(words)).toEqual([]);
    const units = [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ];
    await ship(manager, { key: newId(), orderId, units, number: 'SF3000000000001' });
    expect(await found('sf3000000000001', 'shipped')).toEqual([orderId]);
    expect(await found(number)).toEqual([]);
  });

  it('is the manager’s, but for the counter of a guide’s own store', async () => {
    await express();
    await paidOrder(small, buyer, { kind: 'pickup', pieces: [1, 0] });
    const guide = small.staff(small.guides[0]);
    expect((await refusalOf(showBoard(guide, { tab: 'toShip' }))).code).toBe('managers_only');
    expect((await showBoard(guide, { tab: 'pickup' })).items).toHaveLength(1);
    expect(await countWaiting(guide)).toMatchObject({ toShip: 0, pickup: 1, late: 0 });
    expect(await countWaiting(manager)).toEqual({
      ...{ toShip: 1, pickup: 1, late: 0 },
      ...{ city: 0, breached: 0 },
    });
  });

  it('opens an address to whoever packs, as long as there is something to do', async () => {
    const { orderId } = await express();
    expect(await showPacking(manager, { orderId })).toMatchObject({
      contact: { name: '王芳', phone: '13812345678', detail: '漕溪北路 1 号' },
      goods: [{ left: 1 }, { left: 1 }],
    });
    await database.db
      .updateTable('orders')
      .set({ state: 'completed' })
      .where('orderId', '=', orderId)
      .execute();
    expect((await showPacking(manager, { orderId })).contact).toBeNull();
    expect((await refusalOf(showPacking(manager, { orderId: newId() }))).code).toBe(
      'no_such_order',
    );
  });

  it('sums what to take from the shelves, without what has left', async () => {
    const [one, two] = [await express(), await express()];
    const units = [{ line: 1, quantity: 1 }];
    const label = { number: 'SF3000000000002' };
    await ship(manager, { key: newId(), orderId: one.orderId, units, ...label });
    const picks = await listPicks(manager, { orderIds: [one.orderId, two.orderId, newId()] });
    expect(picks.bySku.map(({ specText, quantity }) => [specText, quantity])).toEqual([
      ['38', 1],
      ['39', 2],
    ]);
    expect(picks.orders.map(({ goods }) => goods.length)).toEqual([1, 2]);
  });
});

/** Asks for the money of one unit of an order. */
async function askBack(orderId: string): Promise<void> {
  await transact(database.db, async (tx) => {
    const found = await lockWhole(tx, small.shop.shopId, orderId);
    if (found === null) throw new Error('no order');
    await openClaim(buyer, tx, found, { units: [{ line: 1, quantity: 1 }], keepsGoods: true });
  });
}

describe('a pasted table', () => {
  const send = (table: string, check = false) => shipMany(manager, { table, check });
  const outcomes = ({ rows }: Awaited<ReturnType<typeof send>>) =>
    rows.map(({ row, outcome, say }) => [row, outcome, say]);

  it('ships the rows that are right and says of each other what is wrong', async () => {
    const [good, asked, pickup, known] = [
      await express(),
      await express(),
      await paidOrder(small, buyer, { kind: 'pickup', pieces: [1, 0] }),
      await express(),
    ];
    await askBack(asked.orderId);
    const table = [
      '订单号\t运单号\t快递',
      `${good.number}\tSF4000000000001`,
      `${asked.number}\tSF4000000000002`,
      `${pickup.number}\tSF4000000000003`,
      '20261120000000000000\tSF4000000000004',
      `${known.number}\t268123456789`,
      `${known.number}\t268123456789\t申通`,
      `${known.number}\t268123456789\t申通`,
      `${known.number}\tSF4000000000009`,
      '000000\t1',
      `${asked.number}`,
    ].join('\n');
    const said = [
      [2, '可以发货', '已发货'],
      [3, '顾客正在申请退款，请先处理退款'],
      [4, '这笔订单不走快递，请在自提或同城里处理'],
      [5, '没有找到这笔订单'],
      [6, '看不出是哪家快递，请选择快递公司'],
      [7, '可以发货', '已发货'],
      [8, '这一行与前面重复'],
      [9, '这笔订单在前面的行里已经全部发出'],
      [10, '没有找到这笔订单'],
      [11, '缺少运单号'],
    ];
    const right = new Set<unknown>([2, 7]);
    const checked = await send(table, true);
    expect(outcomes(checked)).toEqual(
      said.map(([row, say]) => [row, right.has(row) ? 'ready' : 'refused', say]),
    );
    expect(await stateOf(good.orderId)).toBe('paid');
    const sent = await send(table);
    expect(outcomes(sent)).toEqual(
      said.map(([row, say, done]) => [row, right.has(row) ? 'shipped' : 'refused', done ?? say]),
    );
    expect({ right: sent.right, wrong: sent.wrong }).toEqual({ right: 2, wrong: 8 });
    expect(await stateOf(good.orderId)).toBe('shipped');
    expect(await stateOf(asked.orderId)).toBe('paid');
  });

  it('that is sent again, even at once, ships nothing twice', async () => {
    const orders = [await express(), await express()];
    const table = orders.map(({ number }, index) => `${number} SF500000000000${index}`).join('\n');
    const db = database.open(8);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => shipMany({ ...manager, db }, { table, check: false })),
    );
    const told = all.flatMap(({ rows }) => rows.map(({ outcome }) => outcome));
    expect(told.filter((outcome) => outcome === 'shipped')).toHaveLength(2);
    expect(told.filter((outcome) => outcome === 'again')).toHaveLength(14);
    expect(
      await database.db
        .selectFrom('parcels')
        .select('parcelId')
        .where('shopId', '=', small.shop.shopId)
        .execute(),
    ).toHaveLength(2);
  });

  it('of nothing, or of too much, is refused as a whole', async () => {
    expect((await refusalOf(send(' \n'))).code).toBe('empty_table');
    const long = Array.from({ length: 501 }, (_, row) => `${row} SF1`).join('\n');
    expect((await refusalOf(send(long))).code).toBe('too_many_rows');
  });
});
