import { generateKeyPairSync } from 'node:crypto';
import { testHouse, type Guest } from '../../support/house';
import {
  deliver,
  letter,
  moneyOf,
  paidText,
  pay,
  place,
  rowCounts,
  shelf,
  stateOf,
  type Letter,
  type Placed,
} from './purchase';

const house = testHouse('warn');
let guest: Guest;
let placed: Placed;

beforeEach(async () => {
  guest = await house.shopper();
  placed = await place(house, guest);
});

const good = (otherwise = {}, agoMs = 0) =>
  letter(house.standIn.keys(), paidText(house, guest, placed, otherwise), agoMs);

describe('a payment on the phone', () => {
  it('settles by the notice that follows it', async () => {
    const before = await shelf(house);
    await pay(house, guest, placed);
    expect(await stateOf(house, guest, placed)).toEqual({ state: 'paid', refunds: [] });
    expect((await moneyOf(house, placed)).payments).toEqual([
      { outcome: 'paid', amountFen: 39_900 },
    ]);
    expect(await shelf(house)).toEqual({
      ...{ onHand: before.onHand, held: before.held - 1, sold: before.sold + 1 },
    });
  });

  it('counts once when its notice is sent twice at once', async () => {
    house.standIn.faults({ duplicateNotices: 1 });
    const { sold } = await shelf(house);
    await pay(house, guest, placed);
    expect((await moneyOf(house, placed)).payments).toHaveLength(1);
    expect((await shelf(house)).sold).toBe(sold + 1);
  });
});

describe('a notice that is believed', () => {
  it('is answered 204 however often it comes, and counts once', async () => {
    const same = good();
    expect(await deliver(house, same)).toBe(204);
    expect(await deliver(house, same)).toBe(204);
    expect((await moneyOf(house, placed)).payments).toHaveLength(1);
  });

  it('sixteen at once are answered 204 and count once', async () => {
    const { sold } = await shelf(house);
    const same = good();
    const said = await Promise.all(Array.from({ length: 16 }, () => deliver(house, same)));
    expect(new Set(said)).toEqual(new Set([204]));
    expect((await moneyOf(house, placed)).payments).toHaveLength(1);
    expect((await shelf(house)).sold).toBe(sold + 1);
    const events = await house.database.db
      .selectFrom('outbox')
      .selectAll()
      .where('name', '=', 'orders.paid')
      .execute();
    const mine = events.filter(({ payload }) => JSON.stringify(payload).includes(placed.orderId));
    expect(mine).toHaveLength(1);
  });

  it('of a payment that waits changes nothing', async () => {
    const before = await rowCounts(house.database.db);
    const waiting = { trade_state: 'USERPAYING', transaction_id: '', success_time: null };
    expect(await deliver(house, good(waiting))).toBe(204);
    expect(await rowCounts(house.database.db)).toBe(before);
  });

  it.each<[string, object]>([
    ['wrong_amount', { amount: { total: 39_899, currency: 'CNY' } }],
    ['wrong_amount', { amount: { total: 3_990_000, currency: 'CNY' } }],
    ['foreign_payer', { payer: { openid: 'o-somebody-else' } }],
    ['foreign_app', { appid: 'wx-another' }],
  ])('but says %s pays nothing: it is noted once, for people to look at', async (problem, lie) => {
    const told = good(lie);
    expect([await deliver(house, told), await deliver(house, told)]).toEqual([204, 204]);
    expect(await moneyOf(house, placed)).toEqual({ payments: [], refunds: [], doubts: [problem] });
    expect((await stateOf(house, guest, placed)).state).toBe('unpaid');
  });

  it('of an order that nobody placed is noted too', async () => {
    const before = await shelf(house);
    const nobodys = { ...placed, number: '20260101000000000000' };
    expect(
      await deliver(house, letter(house.standIn.keys(), paidText(house, guest, nobodys))),
    ).toBe(204);
    expect((await moneyOf(house, nobodys)).doubts).toEqual(['unknown_number']);
    expect(await shelf(house)).toEqual(before);
  });

  it('with a wrong amount from WeChat itself is taken and not asked for again', async () => {
    house.standIn.faults({ wrongAmounts: 1 });
    await pay(house, guest, placed);
    await house.timePasses();
    expect(await moneyOf(house, placed)).toMatchObject({ payments: [], doubts: ['wrong_amount'] });
  });
});

/** Another platform with the merchant's names, whose keys nobody here knows. */
function forger() {
  const keys = house.standIn.keys();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { ...keys, publicKey: { id: keys.publicKey.id, publicKeyPem, privateKeyPem } };
}

const header = (told: Letter, name: string, value: string): Letter => ({
  ...told,
  headers: { ...told.headers, [name]: value },
});
const without = ({ headers, body }: Letter, name: string): Letter => ({
  body,
  headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)),
});

describe('a notice that cannot be believed', () => {
  const forgeries: [string, () => Letter][] = [
    ['signed by another key', () => letter(forger(), paidText(house, guest, placed))],
    ['with the body of another', () => ({ ...good(), body: good().body })],
    ['whose body has one space more', () => ({ ...good(), body: `${good().body} ` })],
    ['with the serial of nobody', () => header(good(), 'Wechatpay-Serial', 'PUB_KEY_ID_0')],
    ['with a serial from the prototype', () => header(good(), 'Wechatpay-Serial', 'constructor')],
    ['signed 301 seconds ago', () => good({}, 301_000)],
    ['signed five minutes from now', () => good({}, -302_000)],
    ['whose time was changed', () => header(good(), 'Wechatpay-Timestamp', `${now() - 1}`)],
    ['whose time is no number', () => header(good(), 'Wechatpay-Timestamp', 'NaN')],
    ['whose nonce was changed', () => header(good(), 'Wechatpay-Nonce', 'x')],
    ['without a signature', () => without(good(), 'Wechatpay-Signature')],
    ['without a serial', () => without(good(), 'Wechatpay-Serial')],
    ['without a time', () => without(good(), 'Wechatpay-Timestamp')],
    ['with an empty signature', () => header(good(), 'Wechatpay-Signature', '')],
    ['sealed with another key', () => resealed()],
    ['for another merchant', () => good({ mchid: '1900000000' })],
    ['that lacks its amount', () => good({ amount: {} })],
    ['with half a fen', () => good({ amount: { total: 39_900.5 } })],
    ['that is empty', () => ({ headers: good().headers, body: '' })],
    ['without headers', () => ({ headers: {}, body: good().body })],
  ];
  const now = () => Math.floor(Date.now() / 1000);
  const resealed = () =>
    letter({ ...house.standIn.keys(), apiV3Key: 'k'.repeat(32) }, paidText(house, guest, placed));

  it.each(forgeries)('%s is answered 401 and changes no row', async (_what, forge) => {
    const before = await rowCounts(house.database.db);
    expect(await deliver(house, forge())).toBe(401);
    expect(await rowCounts(house.database.db)).toBe(before);
    expect((await stateOf(house, guest, placed)).state).toBe('unpaid');
  });

  it('is a probe: answered 401, and WeChat’s true notice that follows is taken', async () => {
    house.standIn.faults({ probeNotices: 1 });
    await pay(house, guest, placed);
    expect((await stateOf(house, guest, placed)).state).toBe('unpaid');
    await house.timePasses();
    expect((await stateOf(house, guest, placed)).state).toBe('paid');
  });

  it('is too large: 413, and nothing is read', async () => {
    expect(await deliver(house, { ...good(), body: 'x'.repeat(256 * 1024 + 1) })).toBe(413);
  });

  it('leaves a line that says why and quotes nothing of it', () => {
    const lines = house.lines.filter((line) => line.includes('notice_refused'));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.join()).not.toContain(guest.openid);
  });
});

describe('a defect while a notice is read', () => {
  it('asks WeChat to send it again, and then it settles', async () => {
    const { db } = house.database;
    await db.schema.alterTable('payments').renameTo('payments_elsewhere').execute();
    await pay(house, guest, placed);
    await db.schema.alterTable('payments_elsewhere').renameTo('payments').execute();
    expect((await stateOf(house, guest, placed)).state).toBe('unpaid');
    await house.timePasses();
    expect((await stateOf(house, guest, placed)).state).toBe('paid');
  });
});
