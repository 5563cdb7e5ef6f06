import { sql } from 'kysely';
import { newId } from '../../../cloudfunctions/platform/ids';
import { testHouse, type Guest } from '../../support/house';
import { pay, place } from './purchase';

const house = testHouse('info');
const templateId = 'template-paid';
let guest: Guest;

beforeAll(async () => {
  const fields = { goods: 'thing1', amount: 'amount2', number: 'character_string3', time: 'time4' };
  const settings = { messages: { templates: { order_paid: { id: templateId, fields } } } };
  await sql`update shops set settings = ${JSON.stringify(settings)}::jsonb`.execute(
    house.database.db,
  );
});
beforeEach(async () => {
  guest = await house.shopper();
});

const accept = (times = 1) =>
  Promise.all(
    Array.from({ length: times }, () => {
      const answer = { key: newId(), accepted: [templateId], rejected: [] };
      return house.ask(guest.session, 'messaging.accepted', answer);
    }),
  );
const sentTo = ({ openid }: Guest) =>
  house.wechat.sent().messages.filter((message) => message.openid === openid);
const buy = async () => {
  const placed = await place(house, guest);
  await pay(house, guest, placed);
  return placed;
};
/** Runs the jobs after so many minutes; one run delivers the event, and sends what it brought. */
const later = async (minutes: number) => {
  await house.advance(minutes * 60_000);
  await house.host.tick();
};
const storyOf = async ({ memberId }: Guest) =>
  house.database.db
    .selectFrom('messages')
    .select(['state', 'reason', 'tries'])
    .where('memberId', '=', memberId)
    .execute();

it('a paid order is told once, in the fields of the shop’s template', async () => {
  await accept();
  const { number } = await buy();
  await house.host.tick();
  await house.host.tick();
  expect(sentTo(guest)).toMatchObject([
    {
      templateId,
      page: expect.stringMatching(/^pages\/shopper\/order\/index\?orderId=/) as string,
      data: {
        ...{ amount2: { value: '399.00元' }, character_string3: { value: number } },
        ...{ thing1: { value: expect.any(String) as string } },
      },
    },
  ]);
});

it('nobody is told who did not accept, and managers see it', async () => {
  await buy();
  await house.host.tick();
  expect(sentTo(guest)).toEqual([]);
  const manager = house.session(house.small.manager.openid);
  const { body } = await house.ask(manager, 'messaging.backlog');
  expect(body['value']).toMatchObject({
    reasons: [{ kind: 'order_paid', reason: 'not_accepted', say: '顾客没有订阅过' }],
    events: { waiting: 0, failing: 0 },
  });
});

it.each([
  [{ busy: 1 }, 1],
  [{ timeouts: 1 }, 1],
  [{ limited: 4 }, 1],
])('WeChat that fails with %j gets the message later, once', async (faults, times) => {
  await accept();
  await buy();
  house.wechat.faults(faults);
  await house.host.tick();
  expect(sentTo(guest)).toHaveLength(0);
  house.wechat.faults({ busy: 0, timeouts: 0, limited: 0 });
  await later(15);
  await later(15);
  expect(sentTo(guest)).toHaveLength(times);
  expect(await storyOf(guest)).toMatchObject([{ state: 'sent', tries: 2 }]);
});

it('an answer that is lost costs no second message beyond what was accepted', async () => {
  await accept();
  await buy();
  house.wechat.faults({ loseAnswers: 1 });
  await house.host.tick();
  expect(sentTo(guest)).toHaveLength(1);
  // WeChat counts what it sent, so the next try finds none left there.
  house.wechat.faults({ noQuota: 1 });
  await later(15);
  await later(15);
  expect(sentTo(guest)).toHaveLength(1);
  expect(await storyOf(guest)).toMatchObject([{ state: 'refused', reason: 'no_quota' }]);
});

it('43101 ends what the ledger has left', async () => {
  await accept(3);
  await buy();
  house.wechat.faults({ noQuota: 1 });
  await house.host.tick();
  const { body } = await house.ask(guest.session, 'messaging.templates');
  expect(JSON.stringify(body)).toContain('"left":0');
  await buy();
  await house.host.tick();
  expect(sentTo(guest)).toEqual([]);
});

it('no openid and no word of a message stands in the log', () => {
  const said = house.lines.join('\n');
  expect(said).toContain('wechat.answered');
  expect(said).not.toMatch(/"o-[0-9a-f-]{36}/);
  expect(said).not.toContain('399.00');
});
