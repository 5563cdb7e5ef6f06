import { readFileSync } from 'node:fs';
import path from 'node:path';
import { main as runJobs } from '../../../cloudfunctions/entries/jobs/index';
import { instance } from '../../../cloudfunctions/entries/shop';
import { PayUnavailable } from '../../../cloudfunctions/platform/wechat-pay/errors';
import { noFaults } from '../../../cloudfunctions/local/pay-stand-in/faults';
import { minute } from '../../../cloudfunctions/kit/time';
import { testHouse, type Guest } from '../../support/house';
import { confirm, moneyOf, openSheet, pay, place, shelf, stateOf, type Placed } from './purchase';

const house = testHouse();
let guest: Guest;
let placed: Placed;

beforeEach(async () => {
  guest = await house.shopper();
  await house.small.stock(house.small.skus[0], 10);
  placed = await place(house, guest, 2);
});

afterEach(async () => {
  house.standIn.faults(noFaults);
  await ask('orders.cancel');
});

const ask = (name: string) => house.ask(guest.session, name, { orderId: placed.orderId });
const state = async () => (await stateOf(house, guest, placed)).state;

/** Lets the order's time run out. */
async function runOut(): Promise<void> {
  await house.advance(15 * minute);
  await house.host.tick();
}

/** Opens the sheet, and closes the order while WeChat Pay does not answer: the sheet can still be paid. */
async function closeBehindTheSheet() {
  const sheet = await openSheet(house, guest, placed);
  house.standIn.faults({ failAnswers: 1_000 });
  await runOut();
  house.standIn.faults({ failAnswers: 0 });
  expect(await state()).toBe('closed');
  return sheet;
}

/** The kinds of what the shop told the shopper. */
async function told(): Promise<string[]> {
  const { body } = await house.ask(guest.session, 'members.notices');
  const { items } = body['value'] as { items: { kind: string }[] };
  return items.map(({ kind }) => kind).sort();
}

/** The numbers of the refunds that WeChat Pay ever took for the order. */
function refundsAtWeChat(): string[] {
  const lines = readFileSync(path.join(house.folder, 'book.jsonl'), 'utf8').split('\n');
  const refunds = lines.filter((line) => line.includes('"refund"') && line.includes(placed.number));
  const numbers = refunds.map((line) => /"outRefundNo":"([^"]+)"/.exec(line)?.[1] ?? '');
  return [...new Set(numbers)].filter((number) => number !== '');
}

describe('money that comes after the order closed', () => {
  it('reopens it when its goods are still there, and the shopper is told', async () => {
    await confirm(house, guest, await closeBehindTheSheet());
    expect(await state()).toBe('paid');
    expect(await shelf(house)).toEqual({ onHand: 8, held: 0, sold: 2 });
    await house.host.tick();
    expect(await told()).toEqual(['closed', 'paid']);
  });

  it('goes back when they are gone: once, however often the jobs run, and she is told', async () => {
    const sheet = await closeBehindTheSheet();
    await house.small.stock(house.small.skus[0], 1);
    await confirm(house, guest, sheet);
    expect(await stateOf(house, guest, placed)).toEqual({ state: 'closed', refunds: ['wanted'] });
    await Promise.all([house.host.tick(), house.host.tick(), house.host.tick()]);
    await house.timePasses();
    await house.host.tick();
    expect(await stateOf(house, guest, placed)).toEqual({ state: 'closed', refunds: ['done'] });
    expect(refundsAtWeChat()).toHaveLength(1);
    expect(await shelf(house)).toEqual({ onHand: 1, held: 0, sold: 0 });
    expect(await told()).toEqual(['closed', 'late', 'refund']);
  });

  it('goes back once although WeChat’s answer to the refund is lost', async () => {
    const sheet = await closeBehindTheSheet();
    await house.small.stock(house.small.skus[0], 0);
    await confirm(house, guest, sheet);
    house.standIn.faults({ loseAnswers: 1, dropNotices: 1 });
    await house.host.tick();
    await house.timePasses();
    await house.advance(2 * minute);
    await house.host.tick();
    await house.advance(2 * minute);
    await house.host.tick();
    expect(await stateOf(house, guest, placed)).toMatchObject({ refunds: ['done'] });
    expect(refundsAtWeChat()).toHaveLength(1);
  });

  it('waits while the merchant’s balance is short, and goes back when it is not', async () => {
    const sheet = await closeBehindTheSheet();
    await house.small.stock(house.small.skus[0], 0);
    await confirm(house, guest, sheet);
    house.standIn.faults({ notEnough: 1 });
    await house.host.tick();
    expect(refundsAtWeChat()).toEqual([]);
    await house.advance(2 * minute);
    await house.host.tick();
    await house.timePasses();
    expect(await stateOf(house, guest, placed)).toMatchObject({ refunds: ['done'] });
  });

  it('is for people to mend when WeChat cannot return it: it is never called done', async () => {
    const sheet = await closeBehindTheSheet();
    await house.small.stock(house.small.skus[0], 0);
    await confirm(house, guest, sheet);
    house.standIn.faults({ abnormalRefunds: 1 });
    await house.host.tick();
    await house.timePasses();
    expect(await stateOf(house, guest, placed)).toMatchObject({ refunds: ['failed'] });
    expect(house.lines.filter((line) => line.includes('refund.failed'))).toHaveLength(1);
  });
});

describe('a payment of which no notice came', () => {
  beforeEach(() => house.standIn.faults({ dropNotices: 1 }));

  it('is settled when the shopper asks', async () => {
    await pay(house, guest, placed);
    expect(await state()).toBe('unpaid');
    expect((await ask('orders.checkPayment')).body).toMatchObject({
      value: { paid: true, state: 'paid' },
    });
    expect((await moneyOf(house, placed)).payments).toHaveLength(1);
  });

  it('is found by the timer before it closes the order', async () => {
    await pay(house, guest, placed);
    await runOut();
    expect(await state()).toBe('paid');
  });

  it('is found when the shopper cancels instead of waiting for it', async () => {
    await pay(house, guest, placed);
    await ask('orders.cancel');
    expect(await moneyOf(house, placed)).toMatchObject({ payments: [{ amountFen: 79_800 }] });
    expect(await state()).toBe('paid');
  });

  it('keeps the order open while WeChat says that there is money, and not how much', async () => {
    await pay(house, guest, placed);
    await house.advance(15 * minute);
    const query = jest.spyOn(instance().ports.pay, 'query');
    query.mockRejectedValueOnce(new PayUnavailable('query', 'server_fault'));
    await house.host.tick();
    expect(await state()).toBe('unpaid');
    await house.host.tick();
    expect(await state()).toBe('paid');
  });

  it('keeps the pay sheet from opening again, and is settled by the attempt', async () => {
    await pay(house, guest, placed);
    expect(await ask('orders.prepay')).toMatchObject({ status: 409, body: { code: 'cannot_pay' } });
    expect(await state()).toBe('paid');
  });
});

describe('while WeChat Pay does not answer', () => {
  it.each(['failAnswers', 'loseAnswers', 'limitAnswers'] as const)(
    'opening the pay sheet is refused kindly, and works afterwards (%s)',
    async (fault) => {
      house.standIn.faults({ [fault]: 1 });
      expect(await ask('orders.prepay')).toMatchObject({
        status: 409,
        body: { code: 'pay_unavailable' },
      });
      await pay(house, guest, placed);
      expect(await state()).toBe('paid');
    },
  );

  it('asking about a payment says what the shop knows', async () => {
    house.standIn.faults({ failAnswers: 1 });
    expect((await ask('orders.checkPayment')).body).toMatchObject({
      value: { paid: false, state: 'unpaid' },
    });
  });

  it('cancelling works all the same', async () => {
    house.standIn.faults({ failAnswers: 1 });
    expect((await ask('orders.cancel')).status).toBe(200);
    expect(await shelf(house)).toEqual({ onHand: 10, held: 0, sold: 0 });
  });
});

describe('the shop’s clock', () => {
  it('moved forward closes what is overdue, not what is not, and WeChat takes no money for it', async () => {
    const sheet = await openSheet(house, guest, placed);
    await house.advance(14 * minute);
    await house.host.tick();
    expect(await state()).toBe('unpaid');
    await house.advance(minute);
    await house.host.tick();
    expect(await state()).toBe('closed');
    await expect(confirm(house, guest, sheet)).rejects.toThrow('该订单已关闭');
    expect(await shelf(house)).toEqual({ onHand: 10, held: 0, sold: 0 });
    await house.host.tick();
    expect(await told()).toEqual(['closed']);
  });

  it('moved between two looks at the pay sheet leaves the order payable', async () => {
    await openSheet(house, guest, placed);
    await house.advance(5 * minute);
    await pay(house, guest, placed);
    expect(await state()).toBe('paid');
  });
});

describe('the jobs function', () => {
  it('run eight times at once closes once, delivers once and puts back once', async () => {
    await house.advance(15 * minute);
    const moved = await fetch(`${house.url}/demo/clock`, advanceBy(1));
    const { value } = (await moved.json()) as { value: { clockOffsetMs: number } };
    const done = await Promise.all(Array.from({ length: 8 }, () => runJobs(value)));
    await runJobs(value);
    expect(done.reduce((sum, { closed }) => sum + closed, 0)).toBe(1);
    expect(await shelf(house)).toEqual({ onHand: 10, held: 0, sold: 0 });
    expect(await told()).toEqual(['closed']);
  });
});

describe('an order that cannot be closed', () => {
  it('keeps no other open', async () => {
    await house.small.stock(house.small.skus[0], 10);
    const other = await house.shopper();
    const theirs = await place(house, other);
    await runOut();
    expect(await state()).toBe('unpaid');
    expect(await stateOf(house, other, theirs)).toMatchObject({ state: 'closed' });
    expect(house.lines.filter((line) => line.includes('order.not_closed'))).toHaveLength(1);
    await house.database.db
      .updateTable('stock')
      .set({ onHand: 8, held: 2 })
      .where('skuId', '=', house.small.skus[0])
      .execute();
  });
});

const advanceBy = (advanceMs: number) => ({ method: 'POST', body: JSON.stringify({ advanceMs }) });
