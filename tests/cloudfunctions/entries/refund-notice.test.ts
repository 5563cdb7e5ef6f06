import { sql } from 'kysely';
import { noFaults } from '../../../cloudfunctions/local/pay-stand-in/faults';
import { handOf } from '../../../cloudfunctions/local/pay-stand-in/sealing';
import { minute } from '../../../cloudfunctions/kit/time';
import { newId } from '../../../cloudfunctions/platform/ids';
import { testHouse, type Guest } from '../../support/house';
import { confirm, deliver, moneyOf, openSheet, place, type Letter, type Placed } from './purchase';

const house = testHouse();
let guest: Guest;
let placed: Placed;
let refund: { number: string; transactionId: string };

/** Money that came too late: it goes back, and WeChat Pay has taken the refund. */
beforeEach(async () => {
  await house.small.stock(house.small.skus[0], 1);
  guest = await house.shopper();
  placed = await place(house, guest);
  const sheet = await openSheet(house, guest, placed);
  house.standIn.faults({ failAnswers: 1_000 });
  await house.advance(15 * minute);
  await house.host.tick();
  house.standIn.faults(noFaults);
  await house.small.stock(house.small.skus[0], 0);
  await confirm(house, guest, sheet);
  house.standIn.faults({ dropNotices: 9 });
  await house.host.tick();
  refund = await house.database.db
    .selectFrom('refunds')
    .select(['number', 'transactionId'])
    .where('orderId', '=', placed.orderId)
    .executeTakeFirstOrThrow();
});
afterEach(() => house.standIn.faults(noFaults));

/** A notice of the refund as WeChat Pay seals it: right in everything that is not said otherwise. */
function notice(otherwise: object = {}, change: (letter: Letter) => Letter = (same) => same) {
  const keys = house.standIn.keys();
  const hand = handOf(keys);
  const { amountFen } = { amountFen: placed.payableFen };
  const plain = JSON.stringify({
    ...{ mchid: keys.mchid, out_trade_no: placed.number, transaction_id: refund.transactionId },
    ...{ out_refund_no: refund.number, refund_id: '50000000', refund_status: 'SUCCESS' },
    success_time: '2026-11-20T12:00:00+08:00',
    amount: {
      total: amountFen,
      refund: amountFen,
      payer_total: amountFen,
      payer_refund: amountFen,
    },
    ...otherwise,
  });
  const body = JSON.stringify({
    ...{ id: newId(), create_time: '2026-11-20T12:00:00+08:00', summary: '退款成功' },
    ...{ resource_type: 'encrypt-resource', event_type: 'REFUND.SUCCESS' },
    resource: { original_type: 'refund', ...hand.sealed(plain, 'refund') },
  });
  return deliver(house, change({ body, headers: hand.signed(body, 'public_key', Date.now()) }));
}

const state = async () => (await moneyOf(house, placed)).refunds.map((row) => row.state);
const doubts = async () => (await moneyOf(house, placed)).doubts;
const announced = async () =>
  (
    await sql`select from outbox where name = 'payments.refunded'
      and payload->>'orderId' = ${placed.orderId}`.execute(house.database.db)
  ).rows.length;

describe('a notice of a refund', () => {
  it('is taken once, however often it comes and whatever comes after it', async () => {
    expect(await state()).toEqual(['processing']);
    expect(await notice()).toBe(204);
    expect(await state()).toEqual(['done']);
    for (const refund_status of ['SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED'])
      expect(await notice({ refund_status })).toBe(204);
    expect(await state()).toEqual(['done']);
    expect(await announced()).toBe(1);
  });

  it.each([
    ['with another signature', (letter: Letter) => ({ ...letter, body: `${letter.body} ` })],
    [
      'with no signature',
      ({ body, headers: { 'Wechatpay-Signature': _gone, ...headers } }: Letter) => ({
        body,
        headers,
      }),
    ],
    [
      'with a probe for a signature',
      ({ body, headers }: Letter) => ({
        body,
        headers: { ...headers, 'Wechatpay-Signature': 'WECHATPAY/SIGNTEST/abc' },
      }),
    ],
  ])('that is forged, %s, changes nothing', async (_, change) => {
    expect(await notice({}, change)).toBe(401);
    expect(await state()).toEqual(['processing']);
  });

  it('of another merchant changes nothing', async () => {
    expect(await notice({ mchid: '1900000999' })).toBe(401);
    expect(await state()).toEqual(['processing']);
  });

  it.each([
    ['another amount', 'wrong_refund', { amount: { total: 39_900, refund: 1 } }],
    ['another payment', 'wrong_refund', { transaction_id: '4200another' }],
    ['a number that nobody gave', 'unknown_refund', { out_refund_no: 'R-by-hand' }],
  ])('with %s is taken, doubted, and changes nothing', async (_, problem, otherwise) => {
    expect(await notice(otherwise)).toBe(204);
    expect(await state()).toEqual(['processing']);
    expect(await doubts()).toEqual([problem]);
    expect(await announced()).toBe(0);
  });
});
