import { previewAfterSale } from '../../../../cloudfunctions/domains/after-sales/usecases/ask';
import { noteAfterSale } from '../../../../cloudfunctions/domains/after-sales/usecases/decide';
import { askAgain } from '../../../../cloudfunctions/domains/after-sales/usecases/shopper';
import {
  showMine,
  showToStaff,
} from '../../../../cloudfunctions/domains/after-sales/usecases/show';
import { completeDue } from '../../../../cloudfunctions/domains/orders/jobs';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import { day } from '../../../../cloudfunctions/kit/time';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { dataFaults } from '../../../support/data-faults';
import { openChoice } from '../../../support/offers';
import { promotedShop } from '../../../support/promoted-shop';
import { buy, commissionOf, shelfOf, ship, wechatBack } from '../../../support/purchases';
import { refusalOf } from '../../../support/refusal-of';
import { noon, type Known } from '../../../support/small-shop';
import { addStored, wealthOf } from '../../../support/wealth';
import { ask, bought, deeds, everything, received, settle, stateOf, tick } from './scene';

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

const { agree, refuse, receive, withdraw, track } = deeds;
const at = <C extends Known>(context: C, days: number) => shop.small.at(context, noon + days * day);
const titles = async (memberId: string) =>
  (
    await database.db
      .selectFrom('notices')
      .select('title')
      .where('memberId', '=', memberId)
      .orderBy('noticeId')
      .execute()
  ).map(({ title }) => title);

describe('money alone, before anything was sent', () => {
  it('goes back once the shop agrees, and the after-sale is done when WeChat has sent it', async () => {
    const { buyer, orderId, payableFen } = await bought(shop.small, database.db);
    const units = everything;
    const { back } = await previewAfterSale(buyer, { orderId, kind: 'refund_only', units });
    expect(back).toMatchObject({ totalFen: payableFen, wechatFen: payableFen });
    expect(back).not.toHaveProperty('commission');
    const id = await ask(buyer, { orderId, kind: 'refund_only', units, reason: 'not_wanted' });
    // What is asked back waits, and is not sent.
    expect(await refusalOf(ship(buyer, orderId, everything))).toMatchObject({
      code: 'refund_asked',
    });
    await agree(manager, id);
    expect(await showMine(buyer, { afterSaleId: id })).toMatchObject({
      ...{ state: 'refunding', dueAt: null, back },
    });
    expect(await wechatBack(database.db, orderId)).toBe(payableFen);
    expect(await showOrder(buyer, { orderId })).toMatchObject({ state: 'closed' });
    await settle(buyer);
    const done = await showMine(buyer, { afterSaleId: id });
    expect(done).toMatchObject({ state: 'done', endedAt: noon, steps: [] });
    expect(done.events.map(({ step }) => step)).toEqual(['ask', 'agree', 'refund', 'finish']);
    expect(await commissionOf(database.db, orderId)).toBe(0);
  });

  it('is done at once where nothing of it was WeChat’s', async () => {
    const buyer = await shop.small.shopper();
    await addStored(buyer, 90_000, 9_000);
    const lines = [{ skuId: shop.small.skus[0], quantity: 2 }];
    const choice = { ...openChoice, storedFen: 100_000_00 };
    const { orderId } = await buy(shop.small, buyer, { lines, choice });
    const id = await ask(buyer, { orderId, kind: 'refund_only' });
    await agree(manager, id);
    expect(await stateOf(buyer, id)).toBe('done');
    await settle(buyer);
    expect(await titles(buyer.caller.memberId)).toEqual(['退款已完成']);
    const { refunds } = await showOrder(buyer, { orderId });
    expect(refunds).toMatchObject([{ state: 'done', reason: 'to_wallet' }]);
    const { principal, gift } = await wealthOf(database.db, buyer.caller.memberId);
    expect(principal + gift).toBe(99_000 - 39_900);
  });

  it('takes sent units for those that another one claims unsent', async () => {
    const { buyer, orderId } = await bought(shop.small, database.db);
    await ship(buyer, orderId, [{ line: 1, quantity: 1 }]);
    const two = [{ line: 1, quantity: 2 }];
    await ask(buyer, { orderId, kind: 'refund_only', units: two });
    const sent = await ask(buyer, { orderId, kind: 'refund_only', reason: 'not_received' });
    await agree(manager, sent);
    const [line] = (await showOrder(buyer, { orderId })).lines;
    expect(line).toMatchObject({ cancelledQuantity: 0, refundedQuantity: 1 });
  });
});

describe('goods that come back', () => {
  it('bring their money once the shop has seen them, and lie on the shelf again', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const commission = await commissionOf(database.db, orderId);
    const id = await ask(buyer, { orderId });
    await agree(manager, id);
    await track(buyer, id);
    await receive(manager, id);
    await settle(buyer);
    expect(await showMine(buyer, { afterSaleId: id })).toMatchObject({
      ...{ state: 'done', restock: true, back: { totalFen: 39_900, wechatFen: 39_900 } },
      returned: { carrier: '圆通速递', number: 'YT10001' },
    });
    expect(await wechatBack(database.db, orderId)).toBe(39_900);
    expect(await shelfOf(database.db, shop.small.skus[0])).toEqual({
      ...{ onHand: 98, held: 0, sold: 2 },
    });
    const fall = commission - (await commissionOf(database.db, orderId));
    const told = await showToStaff(manager, { afterSaleId: id });
    expect(told.commission).toEqual([
      { guideId: guide.caller.staff.staffId, guideName: '林悦', amountFen: fall },
    ]);
    expect(await titles(buyer.caller.memberId)).toEqual(['售后申请已同意', '退款已发起']);
    expect(await titles(guide.caller.memberId)).toEqual([
      ...['您的顾客申请了售后', '顾客的售后已完成'],
    ]);
  });

  it('stay off the shelf when they cannot be sold again, brought to the counter too', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    await agree(manager, id);
    await receive(manager, id, false);
    expect(await stateOf(buyer, id)).toBe('refunding');
    expect((await shelfOf(database.db, shop.small.skus[0])).onHand).toBe(97);
  });

  it('keep their order from completing until the after-sale ends', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    expect(await completeDue(at(buyer, 8))).toBe(0);
    await withdraw(buyer, id);
    expect(await completeDue(at(buyer, 8))).toBe(1);
  });

  it('never sent back give the after-sale up after a week', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    await agree(manager, id);
    expect(await tick(shop.small, buyer, noon + 7 * day - 1)).toBe(0);
    expect(await tick(shop.small, buyer, noon + 7 * day)).toBe(1);
    expect(await stateOf(buyer, id)).toBe('lapsed');
    expect(await wechatBack(database.db, orderId)).toBe(0);
  });
});

describe('a shop that is silent', () => {
  it('has agreed after three days, and to have its goods ten days after they were sent', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    expect(await tick(shop.small, buyer, noon + 3 * day - 1)).toBe(0);
    expect(await tick(shop.small, buyer, noon + 3 * day)).toBe(1);
    expect(await stateOf(buyer, id)).toBe('agreed');
    await track(at(buyer, 4), id);
    expect(await tick(shop.small, buyer, noon + 14 * day)).toBe(1);
    expect(await showMine(buyer, { afterSaleId: id })).toMatchObject({
      ...{ state: 'refunding', restock: false },
    });
    const [first, second] = (await showMine(buyer, { afterSaleId: id })).events.slice(1);
    expect([first?.say, second?.step]).toEqual(['商家超时未处理，系统已同意', 'give_tracking']);
  });

  it('acts once, though the clock runs on two machines', async () => {
    const { buyer, orderId } = await received(shop.small, database.open(8));
    const ids = [];
    for (const quantity of [1, 2])
      ids.push(
        await ask(buyer, {
          orderId,
          kind: 'refund_only',
          units: [{ line: 1, quantity }],
          reason: 'missing',
        }),
      );
    const turns = await Promise.all(
      [1, 2, 3, 4].map(() => tick(shop.small, buyer, noon + 3 * day)),
    );
    expect(turns.reduce((sum, turn) => sum + turn, 0)).toBe(2);
    expect(await wechatBack(database.db, orderId)).toBe(3 * 39_900);
    expect(ids).toHaveLength(2);
  });
});

describe('a shop that refuses', () => {
  it('says why, may be asked once more, and may yield or not', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    await refuse(manager, id);
    expect(await showMine(buyer, { afterSaleId: id })).toMatchObject({
      ...{ state: 'refused', refusal: '商品没有问题', steps: ['again'] },
    });
    await askAgain(buyer, { afterSaleId: id, words: '鞋底开胶，请复核' });
    await noteAfterSale(manager, { afterSaleId: id, note: '与顾客电话沟通，同意' });
    await noteAfterSale(guide, { afterSaleId: id, note: '老顾客' });
    await refuse(manager, id);
    const again = askAgain(buyer, { afterSaleId: id, words: '再来一次' });
    expect(await refusalOf(again)).toMatchObject({ code: 'again_once' });
    const seen = await showMine(buyer, { afterSaleId: id });
    expect(seen.events.map(({ step }) => step)).toEqual(['ask', 'refuse', 'again', 'refuse']);
    const told = await showToStaff(manager, { afterSaleId: id });
    expect(told.events.map(({ say }) => say)).toEqual(
      expect.arrayContaining(['商家备注：与顾客电话沟通，同意', '导购备注：老顾客']),
    );
  });

  it('may be asked again after the window and the completion, as long as it had to answer', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    await refuse(at(manager, 6), id);
    expect(await completeDue(at(buyer, 8))).toBe(1);
    const say = { afterSaleId: id, words: '请复核' };
    expect(await refusalOf(askAgain(at(buyer, 9), say))).toMatchObject({ code: 'again_late' });
    await askAgain(at(buyer, 8.9), say);
    await agree(at(manager, 9), id);
    await receive(at(manager, 9), id);
    expect(await wechatBack(database.db, orderId)).toBe(39_900);
  });

  it('after the goods came back goes on from there when it is asked again', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId });
    await agree(manager, id);
    await track(buyer, id);
    await refuse(manager, id);
    await askAgain(buyer, { afterSaleId: id, words: '寄回时完好' });
    await agree(manager, id);
    expect(await stateOf(buyer, id)).toBe('returned');
  });

  it('is not asked again about units that went elsewhere meanwhile', async () => {
    const { buyer, orderId } = await received(shop.small, database.db);
    const id = await ask(buyer, { orderId, units: [{ line: 1, quantity: 2 }] });
    await refuse(manager, id);
    await ask(buyer, { orderId, units: [{ line: 1, quantity: 2 }] });
    const again = askAgain(buyer, { afterSaleId: id, words: '请复核' });
    expect(await refusalOf(again)).toMatchObject({ code: 'too_many_units' });
  });
});
