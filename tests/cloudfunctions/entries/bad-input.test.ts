import { newId } from '../../../cloudfunctions/platform/ids';
import { smallShop } from '../../support/small-shop';
import { testHouse, type Guest } from '../../support/house';
import { rowCounts, shelf, type Placed } from './purchase';

const house = testHouse();
let guest: Guest;
beforeEach(async () => {
  guest = await house.shopper();
});

let keys = 0;
function order(lines: unknown, more: object = {}) {
  keys += 1;
  return {
    ...{ key: `bad-input-${keys}`, lines, payableFen: 39_900 },
    delivery: { kind: 'pickup', storeId: house.small.storeId },
    ...more,
  };
}

const place = (lines: unknown, more: object = {}) =>
  house.ask(guest.session, 'orders.place', order(lines, more));
const pairs = (quantity: unknown) => [{ skuId: house.small.skus[0], quantity }];

describe('a quantity', () => {
  it.each([-1, 0, 100, 1.5, 1e308, '1', null, true, [], {}])(
    'of %p is refused with its path, and the shelf stays as it is',
    async (quantity) => {
      const before = [await shelf(house), await rowCounts(house.database.db)];
      const { status, body } = await place(pairs(quantity));
      expect(status).toBe(400);
      const { faults } = body['details'] as { faults: { path: string }[] };
      expect(new Set(faults.map((fault) => fault.path))).toEqual(new Set(['lines.0.quantity']));
      expect([await shelf(house), await rowCounts(house.database.db)]).toEqual(before);
    },
  );

  it.each(['NaN', 'Infinity', '01', '+1', '0x1'])('written as %s is no JSON', async (quantity) => {
    const text = JSON.stringify({ name: 'orders.place', input: order(pairs('?')) });
    const told = await house.post(text.replace('"?"', quantity), {
      authorization: `Bearer ${guest.session}`,
    });
    expect(told).toMatchObject({ status: 400, body: { code: 'bad_json' } });
  });

  it('beyond every number is refused too', async () => {
    const text = JSON.stringify({ name: 'orders.place', input: order(pairs('?')) });
    const told = await house.post(text.replace('"?"', '1e999'), {
      authorization: `Bearer ${guest.session}`,
    });
    expect(told).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  });

  it('of more than there is takes nothing and says how many are left', async () => {
    await house.small.stock(house.small.skus[0], 3);
    expect(await place(pairs(4), { payableFen: 4 * 39_900 })).toMatchObject({
      status: 409,
      body: { code: 'sold_out', details: { problems: [{ code: 'too_few', left: 3 }] } },
    });
    expect(await shelf(house)).toEqual({ onHand: 3, held: 0, sold: 0 });
  });
});

describe('lines', () => {
  it.each<[string, () => unknown]>([
    ['none', () => []],
    ['one SKU in two lines', () => [...pairs(1), ...pairs(1)]],
    ['51 of them', () => Array.from({ length: 51 }, () => ({ skuId: newId(), quantity: 1 }))],
    ['no list', () => ({ 0: pairs(1)[0], length: 1 })],
    ['a text', () => 'all'],
  ])('that are %s are refused', async (_what, lines) => {
    expect((await place(lines())).status).toBe(400);
  });

  it('of another shop’s goods are as gone as goods that never were', async () => {
    const [foreign] = (await smallShop(house.database.db)).skus;
    for (const skuId of [foreign, newId()])
      expect(await place([{ skuId, quantity: 1 }])).toMatchObject({
        status: 409,
        body: { details: { problems: [{ skuId, code: 'gone' }] } },
      });
  });

  it('that come to more than money can be are refused, not a defect', async () => {
    const dear = { priceFen: 100_000_000 };
    const { db } = house.database;
    const [, skuId] = house.small.skus;
    await db.updateTable('skus').set(dear).where('skuId', '=', skuId).execute();
    await house.small.stock(skuId, 99);
    const lines = [{ skuId, quantity: 99 }];
    const preview = { lines, delivery: null };
    for (const told of [
      await house.ask(guest.session, 'orders.preview', preview),
      await place(lines, { payableFen: 99 * dear.priceFen }),
    ])
      expect(told).toMatchObject({ status: 409, body: { code: 'too_much' } });
    expect((await place([{ skuId, quantity: 9 }], { payableFen: 9 * dear.priceFen })).status).toBe(
      200,
    );
  });
});

/** What people type or paste, and what is kept of it. */
const texts: [string, string, string][] = [
  ['markup', '<b onclick=x()>芳</b>', '<b onclick=x()>芳</b>'],
  ['SQL', "芳'; drop table members", "芳'; drop table members"],
  ['emoji', '芳🏃‍♀️🎽', '芳🏃♀️🎽'],
  ['zero-width characters', '欧\u200b阳\ufeff芳\u2060', '欧阳芳'],
  ['right-to-left marks', '\u202e芳\u202c\u2067阳\u2069', '芳阳'],
  ['NUL bytes', '芳\u0000\u0000阳', '芳阳'],
  ['bells and escapes', '\u001b[31m芳\u0007', '[31m芳'],
  ['half a pair', '芳\ud83c阳\udfc3', '芳阳'],
  ['wide letters', 'Ｆａｎｇ　９', 'Fang 9'],
  ['a rare character', '𠮷野芳', '𠮷野芳'],
];

describe('text', () => {
  it.each(texts)('with %s is kept clean as nickname', async (_what, typed, kept) => {
    const told = await house.ask(guest.session, 'members.saveProfile', { nickname: typed });
    expect(told).toMatchObject({ status: 200, body: { value: { nickname: kept } } });
    const me = await house.ask(guest.session, 'members.me');
    expect(me.body).toMatchObject({ value: { nickname: kept } });
  });

  it.each(texts)('with %s is kept clean in an address', async (_what, typed, kept) => {
    const place = { phone: '13812345678', regionCode: '310104' };
    const name = typed.slice(0, 20);
    const saved = await house.ask(guest.session, 'members.saveAddress', {
      ...{ ...place, name, detail: typed },
    });
    expect(saved.status).toBe(200);
    const list = await house.ask(guest.session, 'members.addresses');
    expect(list.body).toMatchObject({ value: { items: [{ detail: kept }] } });
  });

  it.each(texts)('with %s is kept clean as remark of an order', async (_what, typed, kept) => {
    await house.small.stock(house.small.skus[0], 5);
    const told = await place(pairs(1), { remark: typed });
    expect(told.status).toBe(200);
    const { orderId } = told.body['value'] as Placed;
    const shown = await house.ask(guest.session, 'orders.show', { orderId });
    expect(shown.body).toMatchObject({ value: { remark: kept } });
    const listed = await house.ask(guest.session, 'orders.list', { words: typed });
    expect(listed.status).toBe(200);
  });

  it.each(texts)('with %s is looked for without a fault', async (_what, typed) => {
    const found = await house.ask(null, 'catalogue.products', { words: typed });
    expect([found.status, found.body['value']]).toEqual([200, { items: [], next: null }]);
  });

  it.each(['', ' ', '\u0000', '\u200b\u202e', '\ud800', '\u3000'])(
    'of nothing that is seen is no name: %j',
    async (nickname) => {
      expect(await house.ask(guest.session, 'members.saveProfile', { nickname })).toMatchObject({
        status: 400,
        body: { details: { faults: [{ path: 'nickname' }] } },
      });
    },
  );

  it('longer than allowed is refused, counted after it was cleaned', async () => {
    const save = async (nickname: string) =>
      (await house.ask(guest.session, 'members.saveProfile', { nickname })).status;
    expect(await save('芳'.repeat(24))).toBe(200);
    expect(await save(`${'芳\u200b'.repeat(24)}\u0000`)).toBe(200);
    expect(await save('芳'.repeat(25))).toBe(400);
    expect(await save('e\u0301'.repeat(24))).toBe(200);
    expect(await save('ｅ'.repeat(25))).toBe(400);
  });

  it.each([
    ...['javascript:alert(1)', 'data:text/html,x', '//elsewhere.example/a.png', 'http://a.example'],
    ...['/\\elsewhere.example', '/a\u0000', ' /a.png', 'https://a.example/ b'],
  ])('is no address of a picture: %j', async (avatarUrl) => {
    const told = await house.ask(guest.session, 'members.saveProfile', {
      nickname: '芳',
      avatarUrl,
    });
    expect(told.status).toBe(400);
  });

  it.each(['', '/pictures/a.webp', 'cloud://shop.7368/avatars/a.png', 'https://a.example/a?b=c'])(
    'is an address of a picture: %j',
    async (avatarUrl) => {
      const told = await house.ask(guest.session, 'members.saveProfile', {
        nickname: '芳',
        avatarUrl,
      });
      expect(told.body).toMatchObject({ value: { avatarUrl } });
    },
  );

  it('may stand in the id of a group; an entry is recorded all the same', async () => {
    for (const groupId of ['\u0000', '\ud800', 'tGid-1_2'])
      expect(
        await house.ask(null, 'referral.enter', { visitorId: newId(), scene: 1044, groupId }),
      ).toMatchObject({ status: 200 });
  });
});

describe('a damaged share id', () => {
  it.each(['', 'short', '0'.repeat(20), '\u0000'.repeat(20), "' or 1=1 --", '../../etc', '%s'])(
    'is an entry without a card: %j',
    async (shareId) => {
      const entry = { visitorId: newId(), scene: 1007, shareId };
      expect(await house.ask(null, 'referral.enter', entry)).toMatchObject({
        status: 200,
        body: { value: { guide: null, target: null } },
      });
    },
  );
});

describe('a cursor', () => {
  it.each([
    ...['', '~', 'x', '1', '1~', `1~${'-'.repeat(36)}`, `1~${'0'.repeat(36)}`, "1~' or 1=1"],
    ...[`1e3~${newId()}`, `99999999999999999999~${newId()}`, `1~${newId()}~`, '\u0000'],
  ])('that no list gave is refused: %j', async (cursor) => {
    for (const [session, name] of [
      [null, 'catalogue.products'],
      [guest.session, 'orders.list'],
      [house.session(house.small.guides[0].openid), 'referral.visits'],
    ] as const)
      expect(await house.ask(session, name, { cursor })).toMatchObject({
        status: 400,
        body: { code: 'bad_cursor' },
      });
  });
});
