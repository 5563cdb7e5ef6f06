import {
  noteAccepted,
  savePreferences,
  showPreferences,
  showTemplates,
} from '../../../../cloudfunctions/domains/messaging/usecases/answer';
import { showBacklog } from '../../../../cloudfunctions/domains/messaging/usecases/backlog';
import type { Context } from '../../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { announce } from '../../../../cloudfunctions/platform/outbox';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon, type SmallShop } from '../../../support/small-shop';
import { quotaFaults } from './ledger';
import {
  accept,
  endingMessage,
  endingTemplate,
  leftOf,
  messagesOf,
  paidMessage,
  paidTemplate,
  run,
  talkingShop,
} from './setup';

const database = testDatabase();
let small: SmallShop;
let member: Context;
beforeEach(async () => {
  small = await talkingShop(database.db);
  member = await small.shopper();
});
afterEach(async () => {
  expect(await quotaFaults(database.db)).toEqual([]);
});

const reasonsOf = async (who: Context) => (await messagesOf(who)).map(({ reason }) => reason);

describe('marketing', () => {
  it('goes once a day, 32 at once and four workers too; messages about orders go besides', async () => {
    await savePreferences(member, { marketing: true });
    await accept(member, endingTemplate, 40);
    await accept(member, paidTemplate, 1);
    await Promise.all(Array.from({ length: 32 }, () => endingMessage(member)));
    await paidMessage(member);
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(member)));
    expect(runs.reduce((sum, done) => sum + done, 0)).toBe(2);
    const reasons = await reasonsOf(member);
    expect(reasons.filter((reason) => reason === 'cap_day')).toHaveLength(31);
    expect(await leftOf(member, endingTemplate)).toBe(39);
  });

  it('goes four times a month', async () => {
    await accept(member, endingTemplate, 10);
    for (let days = 0; days < 6; days += 1) {
      await endingMessage(member);
      await run(member, noon + days * day);
    }
    expect(await reasonsOf(member)).toEqual([null, null, null, null, 'cap_month', 'cap_month']);
    await endingMessage(member);
    expect(await run(member, noon + 12 * day)).toBe(1);
  });

  it('waits for the morning, and then still obeys the cap', async () => {
    await accept(member, endingTemplate, 2);
    await endingMessage(member);
    await endingMessage(member);
    const night = noon + 11 * hour;
    expect(await run(member, night)).toBe(0);
    const morning = noon + 20 * hour;
    expect(await messagesOf(member)).toMatchObject([
      { state: 'waiting', reason: 'quiet_hours', nextTryAt: morning },
      { state: 'waiting', reason: 'quiet_hours', nextTryAt: morning },
    ]);
    expect(await run(member, morning - 1)).toBe(0);
    expect(await run(member, morning)).toBe(1);
    expect((await reasonsOf(member)).sort()).toEqual(['cap_day', null]);
  });

  it('does not go to whom refused it meanwhile; what concerns her order does', async () => {
    expect(await showPreferences(member)).toEqual({ marketing: true });
    await accept(member, endingTemplate);
    await accept(member, paidTemplate);
    await endingMessage(member);
    await paidMessage(member);
    expect(await savePreferences(member, { marketing: false })).toEqual({ marketing: false });
    expect(await showPreferences(member)).toEqual({ marketing: false });
    expect(await run(member)).toBe(1);
    expect(await reasonsOf(member)).toEqual(['opted_out', null]);
    await savePreferences(member, { marketing: true });
    await endingMessage(member);
    expect(await run(member)).toBe(1);
  });
});

describe('an answer', () => {
  it('counts once per key, 32 times at once too', async () => {
    const answer = { key: newId(), accepted: [paidTemplate], rejected: [endingTemplate] };
    await Promise.all(Array.from({ length: 32 }, () => noteAccepted(member, answer)));
    expect(await leftOf(member)).toBe(1);
    expect(await leftOf(member, endingTemplate)).toBe(0);
    await noteAccepted(member, { ...answer, key: newId() });
    expect(await leftOf(member)).toBe(2);
  });

  it('to another’s template is refused whole', async () => {
    const answer = { key: newId(), accepted: [paidTemplate, 'template-else'], rejected: [] };
    expect((await refusalOf(noteAccepted(member, answer))).code).toBe('no_such_template');
    expect(await leftOf(member)).toBe(0);
  });

  it('counts no further than a hundred', async () => {
    await accept(member, paidTemplate, 103);
    expect(await leftOf(member)).toBe(100);
  });
});

it('the phone asks for the shop’s own templates, each at its tap, and knows what is left', async () => {
  await accept(member, endingTemplate);
  const { taps } = await showTemplates(member);
  expect(taps.filter(({ templates }) => templates.length > 0)).toEqual([
    { tap: 'place', templates: [{ kind: 'order_paid', templateId: paidTemplate, left: 0 }] },
    { tap: 'claim', templates: [{ kind: 'coupon_ending', templateId: endingTemplate, left: 1 }] },
  ]);
});

it('managers see what waits and since when, and why messages of today did not go', async () => {
  const manager = small.staff(small.manager, noon);
  expect(await showBacklog(manager)).toEqual({
    messages: { waiting: 0, oldestAt: null, sentToday: 0, refusedToday: 0, failedToday: 0 },
    ...{ reasons: [], events: { waiting: 0, oldestAt: null, failing: 0 } },
  });
  await accept(member);
  for (let count = 0; count < 3; count += 1) await paidMessage(member);
  await run(member);
  await paidMessage(small.at(member, noon + hour));
  const said = { shopId: small.shop.shopId, name: 'orders.paid', payload: {}, nowMs: noon };
  await announce(database.db, said);
  expect(await showBacklog(small.staff(small.manager, noon + hour))).toEqual({
    messages: { waiting: 1, oldestAt: noon + hour, sentToday: 1, refusedToday: 2, failedToday: 0 },
    reasons: [{ kind: 'order_paid', reason: 'no_quota', say: '订阅次数用完', times: 2 }],
    events: { waiting: 1, oldestAt: noon, failing: 0 },
  });
  const tomorrow = await showBacklog(small.staff(small.manager, noon + day));
  expect(tomorrow).toMatchObject({ messages: { sentToday: 0, refusedToday: 0 }, reasons: [] });
});
