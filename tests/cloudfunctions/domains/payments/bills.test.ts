import {
  compareBills,
  showBill,
  showBills,
} from '../../../../cloudfunctions/domains/payments/usecases/bills';
import {
  retryRefund,
  sendRefunds,
} from '../../../../cloudfunctions/domains/payments/usecases/refunds';
import { settlePayment } from '../../../../cloudfunctions/domains/orders/usecases/pay';
import { startRecharge } from '../../../../cloudfunctions/domains/wallet/usecases/recharge';
import { settleRecharge } from '../../../../cloudfunctions/domains/wallet/usecases/settle';
import { day, hour, minute } from '../../../../cloudfunctions/kit/time';
import { fen } from '../../../../cloudfunctions/kit/money';
import type { BillRow } from '../../../../cloudfunctions/platform/wechat-pay/bill';
import { PayRefused, PayUnavailable } from '../../../../cloudfunctions/platform/wechat-pay/errors';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { money, noon } from '../../../support/small-shop';
import { paidScene } from './scene';

const database = testDatabase();
let scene: Awaited<ReturnType<typeof paidScene>>;
beforeEach(async () => {
  scene = await paidScene(database.db);
});

/** The day of the scene in China, and 10 o'clock of the day after. */
const theDay = new Date(noon + 8 * hour).toISOString().slice(0, 10);
const ten = Date.parse(`${theDay}T02:00:00Z`) + day;

const manager = () => scene.small.staff(scene.small.manager);
const compare = (nowMs = ten) => compareBills(scene.small.at(scene.buyer, nowMs));
const bill = () => showBill(manager(), { day: theDay });
const paid = (change: Partial<BillRow> = {}): BillRow => ({
  kind: 'payment',
  number: scene.number,
  transactionId: `4200${scene.number}`,
  amountFen: fen(39_900),
  ...change,
});
const serve = (rows: BillRow[]) => scene.small.ports.pay.bills.set(theDay, rows);

async function refunded(): Promise<BillRow> {
  await scene.want(1_000);
  const take = scene.small.ports.pay.refund;
  jest.spyOn(scene.small.ports.pay, 'refund').mockImplementation(async (asked) => ({
    ...(await take(asked)),
    createdAtMs: noon,
  }));
  await sendRefunds(scene.buyer);
  const { number } = await scene.only();
  return paid({ kind: 'refund', number, amountFen: fen(1_000) });
}

describe('the bill of a day', () => {
  it('is compared once, after 10 o’clock, by whoever comes first', async () => {
    serve([paid(), await refunded()]);
    await compare(ten - minute);
    expect((await refusalOf(bill())).code).toBe('no_such_bill');
    const many = { ...scene.small.at(scene.buyer, ten), db: database.open(8) };
    const done = await Promise.all(Array.from({ length: 8 }, () => compareBills(many)));
    expect(done.reduce((sum, days) => sum + days, 0)).toBe(1);
    expect(await bill()).toMatchObject({
      ...{ state: 'compared', matched: 2, differences: 0, comparedAt: ten, rows: [] },
      ...{ payments: 1, paidFen: 39_900, refunds: 1, refundedFen: 1_000 },
    });
    expect(await compare(ten + hour)).toBe(0);
  });

  it('names what is missing here, missing there, and of another amount', async () => {
    const back = await refunded();
    const foreign = paid({ number: '20260101', transactionId: '4200foreign' });
    serve([paid({ amountFen: fen(39_901) }), foreign]);
    await compare();
    expect((await bill()).rows).toMatchObject([
      { kind: 'amount_differs', about: 'payment', billFen: 39_901, shopFen: 39_900 },
      { kind: 'missing_here', about: 'payment', tradeNumber: '4200foreign', shopFen: null },
      { kind: 'missing_there', about: 'refund', number: back.number, billFen: null },
    ]);
    expect(await bill()).toMatchObject({ matched: 0, differences: 3 });
  });

  it('says what the shop thought of money that it did not take', async () => {
    const doubted = money({ number: scene.number, payableFen: 1 }, scene.buyer, {
      transactionId: '4200doubt',
    });
    await settlePayment(scene.buyer, doubted);
    serve([paid(), paid({ transactionId: '4200doubt', amountFen: fen(1) })]);
    await compare();
    expect((await bill()).rows).toMatchObject([
      { kind: 'missing_here', tradeNumber: '4200doubt', problem: 'wrong_amount' },
    ]);
  });

  it('has money that came twice and its way back, which are in the books too', async () => {
    const second = { transactionId: `4200${scene.number}-2` };
    await settlePayment(
      scene.buyer,
      money({ number: scene.number, payableFen: 39_900 }, scene.buyer, second),
    );
    serve([paid(), paid(second)]);
    await compare();
    expect(await bill()).toMatchObject({ matched: 2, differences: 0 });
  });

  it('has recharges', async () => {
    const [plan] = scene.small.shop.settings.wallet.plans;
    if (plan === undefined) throw new Error('a shop without plans');
    const { payFen } = plan;
    const made = await startRecharge(scene.buyer, { key: 'bill-recharge', payFen });
    await settleRecharge(
      scene.buyer,
      money({ number: made.number, payableFen: payFen }, scene.buyer),
    );
    const recharge = paid({
      ...{ number: made.number, transactionId: `4200${made.number}` },
      amountFen: fen(payFen),
    });
    serve([paid(), recharge]);
    await compare();
    expect(await bill()).toMatchObject({ matched: 2, differences: 0 });
  });

  it('knows a refund by the number that WeChat closed, after it went on under another', async () => {
    const row = await refundClosed();
    serve([paid(), row]);
    await compare();
    expect(await bill()).toMatchObject({ matched: 2, differences: 0 });
  });

  it('is no difference for money of the evening before that stands in the bill before', async () => {
    serve([]);
    await compare(ten - day);
    scene.small.ports.pay.bills.set(theDay, [paid()]);
    await compare();
    expect(await bill()).toMatchObject({ matched: 1, differences: 0 });
  });
});

async function refundClosed(): Promise<BillRow> {
  const row = await refunded();
  const { refundId } = await scene.only();
  await database.db
    .updateTable('refunds')
    .set({ state: 'failed', fault: 'CLOSED', doneAt: null })
    .where('refundId', '=', refundId)
    .execute();
  await retryRefund(manager(), { refundId });
  return row;
}

describe('a bill that is not there', () => {
  it.each([
    [
      'is being made',
      new PayRefused('tradeBill', 400, 'STATEMENT_CREATING', ''),
      'STATEMENT_CREATING',
    ],
    ['gets no answer', new PayUnavailable('tradeBill', 'timeout'), 'timeout'],
  ])('because it %s is asked for again, ten minutes later at first', async (_, fault, code) => {
    serve([paid()]);
    jest.spyOn(scene.small.ports.pay, 'tradeBill').mockRejectedValueOnce(fault);
    expect(await compare()).toBe(0);
    expect(await bill()).toMatchObject({ state: 'waiting', fault: code });
    expect(await compare(ten + 10 * minute - 1)).toBe(0);
    expect(await compare(ten + 10 * minute)).toBe(1);
    expect(await bill()).toMatchObject({ state: 'compared', fault: null, matched: 1 });
  });

  it('though the shop has money is asked for a day long, then everything is missing there', async () => {
    let nowMs = ten;
    for (; (await compare(nowMs)) === 0; nowMs += 10 * minute);
    expect((nowMs - ten) / hour).toBeGreaterThan(20);
    expect(await bill()).toMatchObject({ state: 'compared', matched: 0, differences: 1 });
    expect((await bill()).rows).toMatchObject([{ kind: 'missing_there', shopFen: 39_900 }]);
  });

  it('for a day without money is a day without money', async () => {
    await compare(ten + day);
    const { items } = await showBills(manager(), {});
    expect(items).toMatchObject([{ state: 'compared', payments: 0, differences: 0 }]);
  });

  it('for days on which nobody asked is asked for afterwards', async () => {
    serve([paid()]);
    await compare(ten - day);
    for (let turn = 0; turn < 3; turn += 1) await compare(ten + 4 * day);
    const { items, next } = await showBills(manager(), {});
    expect(items.map(({ state }) => state)).toEqual(Array(6).fill('compared'));
    expect(items.map(({ matched }) => matched)).toEqual([0, 0, 0, 0, 1, 0]);
    expect(next).toBeNull();
  });
});
