import { listSales } from '../../../../cloudfunctions/domains/after-sales/store/lists';
import {
  previewAfterSale,
  previewForStaff,
  askAfterSale,
} from '../../../../cloudfunctions/domains/after-sales/usecases/ask';
import {
  agreeAfterSale,
  noteAfterSale,
} from '../../../../cloudfunctions/domains/after-sales/usecases/decide';
import { askAgain } from '../../../../cloudfunctions/domains/after-sales/usecases/shopper';
import {
  listMine,
  listOfMyOrders,
  showBoard,
  showForStaff,
  showMine,
  showOfOrder,
  showToStaff,
} from '../../../../cloudfunctions/domains/after-sales/usecases/show';
import { completeDue } from '../../../../cloudfunctions/domains/orders/jobs';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { dataFaults } from '../../../support/data-faults';
import { promotedShop } from '../../../support/promoted-shop';
import { refusalOf } from '../../../support/refusal-of';
import { noon, type Known } from '../../../support/small-shop';
import { ask, bought, deeds, received, settle, stateOf, wish } from './scene';

const shop = promotedShop();
const { database } = shop;
let manager: Known<StaffContext>;
let guide: Known<StaffContext>;

beforeEach(() => {
  manager = shop.small.staff(shop.small.manager);
  guide = shop.small.staff(shop.small.guides[0]);
});

afterEach(async () => {
  expect(await dataFaults(database.db)).toEqual([]);
});

const { agree, open, withdraw, track } = deeds;
const at = <C extends Known>(context: C, days: number) => shop.small.at(context, noon + days * day);

describe('the shop', () => {
  it('may open one after the window, and gives at once what it opens', async () => {
    const { buyer, orderId, number } = await received(shop.small, database.db);
    const later = at(buyer, 30);
    expect(await completeDue(later)).toBe(1);
    expect(await refusalOf(ask(later, { orderId }))).toMatchObject({ code: 'window_over' });
    expect((await showOfOrder(later, { orderId })).whyNot).toContain('售后期');
    const boss = at(manager, 30);
    expect((await showForStaff(boss, { number })).whyNot).toBeNull();
    const said = { orderId, kind: 'refund_only' as const, reason: 'damaged' };
    const { back } = await previewForStaff(boss, wish(said));
    const { afterSaleId } = await open(boss, said);
    expect(await showMine(later, { afterSaleId })).toMatchObject({ state: 'refunding', back });
    await settle(later);
    expect(await stateOf(later, afterSaleId)).toBe('done');
  });

  it('sees each list by what is due first, and how many wait in it', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const first = await ask(at(buyer, 1), { orderId });
    const second = await ask(buyer, { orderId });
    const third = await ask(buyer, { orderId, units: [{ line: 2, quantity: 1 }] });
    await agree(manager, third);
    const board = await showBoard(manager, { tab: 'asked' });
    expect(board.items.map(({ afterSaleId }) => afterSaleId)).toEqual([second, first]);
    expect(board.counts).toMatchObject({ asked: 2, agreed: 1, refunding: 0 });
    await withdraw(buyer, second);
    const ended = await showBoard(manager, { tab: 'ended' });
    expect(ended.items.map(({ state }) => state)).toEqual(['withdrawn']);
  });
});

describe('who sees an after-sale', () => {
  it('its shopper, managers, and the guide whom its order is credited to; nobody else', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = { afterSaleId: await ask(buyer, { orderId }) };
    const other = await shop.small.shopper();
    const otherGuide = shop.small.staff(shop.small.guides[1]);
    for (const turn of [
      () => showMine(other, id),
      () => withdraw(other, id.afterSaleId),
      () => track(other, id.afterSaleId),
      () => askAgain(other, { ...id, words: '复核' }),
      () => showToStaff(otherGuide, id),
      () => noteAfterSale(otherGuide, { ...id, note: '看看' }),
      () => showMine(buyer, { afterSaleId: newId() }),
      () => agree(manager, newId()),
    ])
      expect(await refusalOf(turn())).toMatchObject({ code: 'no_such_after_sale' });
    for (const turn of [
      () => ask(other, { orderId }),
      () => showOfOrder(other, { orderId }),
      () => previewAfterSale(other, wish({ orderId })),
      () => ask(buyer, { orderId: newId() }),
    ])
      expect(await refusalOf(turn())).toMatchObject({ code: 'no_such_order' });
    expect((await listMine(other, {})).items).toEqual([]);
    expect((await listMine(buyer, {})).items).toHaveLength(1);
    expect((await listOfMyOrders(guide, {})).items).toHaveLength(1);
    expect((await listOfMyOrders(otherGuide, {})).items).toEqual([]);
    expect((await showToStaff(guide, id)).steps).toEqual([]);
    expect((await showToStaff(manager, id)).steps).toEqual(['agree', 'refuse']);
  });
});

describe('what is refused', () => {
  it('changes nothing: units over what is left, unsent ones to be returned, strangers’ pictures', async () => {
    const { buyer, orderId } = await bought(shop.small, database.db);
    const back = ask(buyer, { orderId });
    expect(await refusalOf(back)).toMatchObject({
      ...{ code: 'too_many_units', details: { line: 1, left: 0 } },
    });
    const four = { kind: 'refund_only' as const, units: [{ line: 1, quantity: 4 }] };
    expect(await refusalOf(ask(buyer, { orderId, ...four }))).toMatchObject({
      code: 'too_many_units',
    });
    const pictured = { kind: 'refund_only' as const, pictureIds: [newId()] };
    expect(await refusalOf(ask(buyer, { orderId, ...pictured }))).toMatchObject({
      code: 'no_such_picture',
    });
    expect(
      await listSales(
        database.db,
        shop.small.shop.shopId,
        { orderId },
        { after: undefined, limit: 9 },
      ),
    ).toEqual([]);
  });
});

describe('a key', () => {
  it('asks and agrees once, and is refused with another body', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const said = wish({ orderId });
    const first = await askAfterSale(buyer, said);
    expect(await askAfterSale(buyer, said)).toEqual(first);
    const other = { ...said, words: '换个说法' };
    expect(await refusalOf(askAfterSale(buyer, other))).toMatchObject({ code: 'key_reused' });
    const key = newId();
    await agreeAfterSale(manager, { key, ...first });
    await agreeAfterSale(manager, { key, ...first });
    expect(await refusalOf(agree(manager, first.afterSaleId))).toMatchObject({
      code: 'cannot_step',
    });
    expect((await listMine(buyer, {})).items).toHaveLength(1);
  });
});
