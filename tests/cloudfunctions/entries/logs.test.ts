import { newId } from '../../../cloudfunctions/platform/ids';
import { testHouse, type Guest, type Told } from '../../support/house';
import { confirm, openSheet, type Placed } from './purchase';

const house = testHouse('debug');

const person = {
  nickname: '爱跑步的芳芳',
  ...{ name: '欧阳芳', phone: '13987654321', detail: '漕溪北路 88 弄 3 号 501 室' },
};
const told: Told[] = [];
let guest: Guest;
let guideSession: string;
let settingsRead: Record<string, unknown>[];

async function ask(session: string | null, name: string, input: unknown = {}): Promise<Told> {
  const answer = await house.ask(session, name, input);
  told.push(answer);
  return answer;
}

const valueOf = <T>(answer: Told) => answer.body['value'] as T;

/** Everything that a sale is made of, with all that may go wrong in it. */
beforeAll(async () => {
  guest = await house.shopper();
  guideSession = house.session(house.small.guides[0].openid);
  const visitorId = newId();
  const target = { kind: 'product', productId: house.small.productId };
  const share = valueOf<{ shareId: string }>(
    await ask(guideSession, 'referral.share', { target, channel: 'chat' }),
  );
  await ask(guideSession, 'referral.poster', { shareId: share.shareId });
  const entry = { visitorId, scene: 1007, shareId: share.shareId, groupId: 'group-of-friends' };
  await ask(null, 'referral.enter', entry);
  const { session } = guest;
  await ask(session, 'members.signIn', { visitorId });
  await ask(session, 'members.saveProfile', { nickname: person.nickname });
  await ask(session, 'members.readAddress', {
    text: `${person.name} ${person.phone} 上海市徐汇区${person.detail}`,
  });
  const { nickname: _nickname, ...contact } = person;
  const saved = await ask(session, 'members.saveAddress', { ...contact, regionCode: '310104' });
  const { addressId } = valueOf<{ addressId: string }>(saved);
  const lines = [{ skuId: house.small.skus[0], quantity: 1 }];
  const delivery = { kind: 'express', addressId };
  await ask(session, 'orders.preview', { lines, delivery });
  const order = { lines, delivery, remark: `请电 ${person.phone}`, payableFen: 39_900 };
  const placed = valueOf<Placed>(
    await ask(session, 'orders.place', { ...order, key: 'log-order-1' }),
  );
  await confirm(house, guest, await openSheet(house, guest, placed));
  await ask(session, 'orders.show', { orderId: placed.orderId });
  await ask(guideSession, 'orders.credited');
  await ask(guideSession, 'referral.visits');
  await ask(house.session(house.small.manager.openid), 'reports.rows', {
    number: 'net',
    window: 'today',
  });
  await house.host.tick();
  await misfortunes(contact, order);
});

/** Refusals, a defect, a doubt and a refund: what is logged when things go wrong. */
async function misfortunes(contact: object, order: object): Promise<void> {
  const { session } = guest;
  await ask(session, 'members.saveAddress', { ...contact, phone: `${person.phone}0` });
  await ask(`${session}x`, 'members.me');
  const { db } = house.database;
  await db.schema.alterTable('addresses').renameTo('addresses_elsewhere').execute();
  await ask(session, 'members.saveAddress', { ...contact, regionCode: '310104' });
  await db.schema.alterTable('addresses_elsewhere').renameTo('addresses').execute();
  const second = valueOf<Placed>(
    await ask(session, 'orders.place', { ...order, key: 'log-order-2' }),
  );
  house.standIn.faults({ wrongPayers: 1 });
  await confirm(house, guest, await openSheet(house, guest, second));
  house.standIn.faults({ failAnswers: 1 });
  await ask(session, 'orders.cancel', { orderId: second.orderId, reason: person.name });
  await house.host.tick();
  settingsRead = house.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('every call of the sale went as it should', () => {
  expect(told.map(({ status }) => status)).toEqual([
    ...[200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    ...[400, 401, 500, 200, 200],
  ]);
});

describe('the log at its most talkative', () => {
  it('says much: statements, calls, what WeChat Pay answered, jobs', () => {
    const events = new Set(settingsRead.map((line) => line['event']));
    for (const event of ['sql', 'call', 'call.refused', 'call.defect', 'wechat_pay.answered'])
      expect(events).toContain(event);
    for (const event of ['request', 'pay.settled', 'pay.doubt', 'jobs'])
      expect(events).toContain(event);
  });

  it.each<[string, () => string[]]>([
    ['phone number', () => [person.phone]],
    ['name', () => [person.name]],
    ['nickname', () => [person.nickname]],
    ['address', () => [person.detail, '漕溪北路', '徐汇']],
    ['openid', () => [guest.openid, ...house.small.guides.map((guide) => guide.openid)]],
    ['session', () => [guest.session, ...guest.session.split('.'), ...guideSession.split('.')]],
    ['guide’s name', () => house.small.guides.map((guide) => guide.name)],
    ['group of friends', () => ['group-of-friends']],
    ['key of the shop', () => Object.values(keysOfTheShop())],
  ])('holds no %s', (_what, secrets) => {
    const all = house.lines.join('\n');
    for (const secret of secrets()) {
      expect(secret.length).toBeGreaterThan(1);
      expect(all.includes(secret)).toBe(false);
    }
  });

  it('is JSON, line by line, with time, level and event', () => {
    expect(settingsRead.length).toBeGreaterThan(100);
    for (const line of settingsRead)
      expect(line).toMatchObject({
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        level: expect.stringMatching(/^(debug|info|warn|error)$/) as string,
        event: expect.any(String) as string,
      });
  });

  it('names the request in every line of it: host, function, statements and calls to WeChat Pay', () => {
    const idOf = (line: Record<string, unknown>) => line['request'] ?? line['requestId'];
    expect(settingsRead.filter((line) => typeof idOf(line) !== 'string')).toEqual([]);
    for (const { requestId } of told.filter(({ status }) => status === 200)) {
      const lines = settingsRead.filter((line) => idOf(line) === requestId);
      const events = new Set(lines.map((line) => line['event']));
      expect([...events]).toEqual(expect.arrayContaining(['sql', 'call', 'request']));
    }
    const paying = settingsRead.filter((line) => String(line['event']).startsWith('wechat_pay.'));
    const requests = new Set(settingsRead.filter(isRequest).map(idOf));
    const jobs = new Set(settingsRead.filter(({ event }) => event === 'jobs').map(idOf));
    for (const line of paying) expect([...requests, ...jobs]).toContain(idOf(line));
  });
});

const isRequest = ({ event }: Record<string, unknown>) => event === 'request';

function keysOfTheShop(): Record<string, string> {
  const { apiV3Key, merchant } = house.standIn.keys();
  return { apiV3Key, key: merchant.privateKeyPem.split('\n')[3] ?? '' };
}
