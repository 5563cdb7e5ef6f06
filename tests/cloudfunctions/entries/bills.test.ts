import { day, hour, minute } from '../../../cloudfunctions/kit/time';
import { noFaults } from '../../../cloudfunctions/local/pay-stand-in/faults';
import { testHouse, type Guest } from '../../support/house';
import { confirm, openSheet, pay, place, type Placed } from './purchase';

// WeChat Pay's clock is the wall's: this test pays today, moves only the shop's clock to tomorrow, and reads today's bill.
const house = testHouse();
let guest: Guest;
let paid: Placed;

/** The day of China on which the money moved. */
const today = () => new Date(Date.now() + 8 * hour).toISOString().slice(0, 10);

/** Pays one order, and pays another too late, so that its money goes back. */
async function tradeOfToday(): Promise<void> {
  await house.small.stock(house.small.skus[0], 1);
  guest = await house.shopper();
  const late = await place(house, guest);
  const sheet = await openSheet(house, guest, late);
  house.standIn.faults({ failAnswers: 1_000 });
  await house.advance(15 * minute);
  await house.host.tick();
  house.standIn.faults(noFaults);
  paid = await place(house, guest);
  await pay(house, guest, paid);
  await confirm(house, guest, sheet);
  await house.host.tick();
  await house.timePasses();
}

const ask = async (name: string, input: object) =>
  (await house.ask(house.session(house.small.manager.openid), name, input)).body['value'];

const billOfToday = () => ask('payments.bill', { day: today() });

/** Moves the shop's clock to 11 o'clock of tomorrow, where the jobs read the bill. */
async function tomorrow(): Promise<void> {
  await house.advance(day + 11 * hour);
  await house.host.tick();
}

/** Lets the bill of today be asked for again. */
async function forget(): Promise<void> {
  const { db } = house.database;
  await db.deleteFrom('billDifferences').execute();
  await db
    .updateTable('bills')
    .set({ state: 'waiting', nextTryAt: 0 })
    .where('day', '=', today())
    .execute();
  await house.host.tick();
}

describe('the bill of WeChat Pay', () => {
  beforeAll(async () => {
    await tradeOfToday();
    await tomorrow();
  });

  it('agrees with the shop to the fen: payments, late ones, and what went back', async () => {
    expect(await billOfToday()).toMatchObject({
      ...{ state: 'compared', payments: 2, paidFen: 79_800, refunds: 1, refundedFen: 39_900 },
      ...{ matched: 3, differences: 0, rows: [] },
    });
  });

  it('is said to differ in what WeChat leaves out, adds and changes', async () => {
    house.standIn.faults({ billRowsMissing: 1, billRowsForeign: 1, billAmountsWrong: 1 });
    await forget();
    const { rows } = (await billOfToday()) as { rows: object[] };
    expect(rows).toMatchObject([
      { kind: 'amount_differs', about: 'payment', billFen: 39_901, shopFen: 39_900 },
      { kind: 'missing_here', about: 'payment', billFen: 39_900, shopFen: null },
      { kind: 'missing_there', about: 'refund', billFen: null, shopFen: 39_900 },
    ]);
    expect(house.lines.filter((line) => line.includes('bill.differs'))).toHaveLength(1);
  });

  it('waits while WeChat gives no answer, and is read when it does', async () => {
    house.standIn.faults({ loseAnswers: 1 });
    await forget();
    expect(await billOfToday()).toMatchObject({ state: 'waiting', fault: 'no_answer' });
    await house.advance(hour);
    await house.host.tick();
    expect(await billOfToday()).toMatchObject({ state: 'compared', differences: 0 });
  });
});
