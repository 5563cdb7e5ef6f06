import { settle } from '../../../../cloudfunctions/domains/messaging/usecases/settle';
import { takeNext } from '../../../../cloudfunctions/domains/messaging/usecases/take';
import type { Context } from '../../../../cloudfunctions/domains/registry';
import { hour, minute, second } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import {
  WechatRefused,
  WechatUnavailable,
} from '../../../../cloudfunctions/platform/wechat/errors';
import { testDatabase } from '../../../support/database';
import { noon, type SmallShop } from '../../../support/small-shop';
import { quotaFaults } from './ledger';
import { accept, leftOf, messagesOf, paidMessage, run, talkingShop } from './setup';

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

const sent = () => small.ports.wechat.messages;
const fails = (...faults: Error[]) => void small.ports.wechat.faults.push(...faults);
const unavailable = (reason: 'timeout' | 'busy' | 'too_many_requests') =>
  new WechatUnavailable('sendSubscribe', reason);
const refused = (errcode: number) => new WechatRefused('sendSubscribe', errcode, '');
const statesOf = async (who: Context) =>
  (await messagesOf(who)).map(({ state, reason }) => [state, reason]);

describe('a message', () => {
  it('goes to whom accepted it, in the words that its template has', async () => {
    await accept(member);
    await paidMessage(member);
    expect(await run(member)).toBe(1);
    expect(sent()).toEqual([
      {
        ...{ openid: member.caller.openid, templateId: 'template-paid' },
        page: expect.stringMatching(/^pages\/shopper\/order\/index\?orderId=/) as string,
        data: { thing1: '山茶花跑鞋', amount2: '399.00元', character_string3: '20261120' },
      },
    ]);
    expect(await statesOf(member)).toEqual([['sent', null]]);
    expect(await leftOf(member)).toBe(0);
    expect(await run(member)).toBe(0);
  });

  it('is made once by its cause, 32 times at once too', async () => {
    const cause = newId();
    await accept(member, undefined, 3);
    await Promise.all(Array.from({ length: 32 }, () => paidMessage(member, cause)));
    await run(member);
    expect(sent()).toHaveLength(1);
    expect(await leftOf(member)).toBe(2);
  });

  it('is not even made where the shop has no template for it', async () => {
    small.shop.settings.messages.templates = {};
    await paidMessage(member);
    expect(await messagesOf(member)).toEqual([]);
  });

  it('is refused, with the reason kept, to whom accepted none or has none left', async () => {
    await paidMessage(member);
    await run(member);
    await accept(member);
    await paidMessage(member);
    await run(member);
    await paidMessage(member);
    await run(member);
    expect(await statesOf(member)).toEqual([
      ['refused', 'not_accepted'],
      ['sent', null],
      ['refused', 'no_quota'],
    ]);
  });

  it('that says nothing any more is not sent', async () => {
    await accept(member);
    await paidMessage(member, newId(), { goodUntil: noon + minute });
    await run(member, noon + minute);
    expect(await statesOf(member)).toEqual([['refused', 'too_late']]);
    expect(await leftOf(member)).toBe(1);
  });

  it('whose template the shop gave up is refused', async () => {
    await accept(member);
    await paidMessage(member);
    small.shop.settings.messages.templates = {};
    await run(member);
    expect(await statesOf(member)).toEqual([['refused', 'no_template']]);
  });
});

describe('one accept', () => {
  it('is one message, for 32 messages and four workers at once', async () => {
    await accept(member, undefined, 5);
    await Promise.all(Array.from({ length: 32 }, () => paidMessage(member)));
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(member)));
    expect(runs.reduce((sum, done) => sum + done, 0)).toBe(5);
    expect(sent()).toHaveLength(5);
    const states = (await messagesOf(member)).map(({ state }) => state);
    expect(states.filter((state) => state === 'refused')).toHaveLength(27);
    expect(await leftOf(member)).toBe(0);
  });

  it('is no other member’s', async () => {
    const other = await small.shopper();
    await accept(other);
    await paidMessage(member);
    await run(member);
    expect(sent()).toEqual([]);
    expect(await leftOf(other)).toBe(1);
  });
});

describe('when WeChat does not take a message', () => {
  beforeEach(async () => {
    await accept(member, undefined, 2);
    await paidMessage(member);
  });

  it('for none is left there, what the ledger has goes', async () => {
    fails(refused(43_101));
    expect(await run(member)).toBe(0);
    expect(await statesOf(member)).toEqual([['refused', 'no_quota']]);
    expect(await leftOf(member)).toBe(0);
    await paidMessage(member);
    await run(member);
    expect(sent()).toEqual([]);
    await accept(member);
    await paidMessage(member);
    expect(await run(member)).toBe(1);
  });

  it('for a fault of ours, the message fails and its quota comes back', async () => {
    fails(refused(47_003));
    await run(member);
    expect(await statesOf(member)).toEqual([['failed', 'errcode_47003']]);
    expect(await leftOf(member)).toBe(2);
    await run(member, noon + hour);
    expect(sent()).toEqual([]);
  });

  it.each(['busy', 'timeout'] as const)(
    'for it was %s, it is tried again later, on one quota',
    async (why) => {
      fails(unavailable(why), unavailable(why));
      await run(member);
      expect(await statesOf(member)).toEqual([['waiting', 'unavailable']]);
      await run(member, noon + second);
      expect(sent()).toEqual([]);
      await run(member, noon + minute);
      await run(member, noon + 5 * minute);
      expect(await messagesOf(member)).toMatchObject([{ state: 'sent', tries: 3 }]);
      expect(await leftOf(member)).toBe(1);
    },
  );

  it('six times, it fails; the quota comes back when it surely was not sent', async () => {
    fails(...Array.from({ length: 6 }, () => unavailable('busy')));
    for (let turn = 0; turn < 8; turn += 1) await run(member, noon + turn * hour);
    expect(await messagesOf(member)).toMatchObject([
      { state: 'failed', reason: 'unavailable', tries: 6 },
    ]);
    expect(await leftOf(member)).toBe(2);
  });

  it('six times and nobody knows, the quota stays spent', async () => {
    fails(...Array.from({ length: 6 }, () => unavailable('timeout')));
    for (let turn = 0; turn < 8; turn += 1) await run(member, noon + turn * hour);
    expect(await leftOf(member)).toBe(1);
  });

  it('for it was asked too often, every message waits', async () => {
    const other = await small.shopper();
    for (let count = 0; count < 20; count += 1) await paidMessage(other);
    await accept(other, undefined, 20);
    fails(...Array.from({ length: 4 }, () => unavailable('too_many_requests')));
    await run(member);
    const before = sent().length;
    expect(before).toBe(0);
    await run(member, noon + 9 * minute);
    expect(sent()).toHaveLength(before);
    await run(member, noon + 10 * minute);
    expect(sent()).toHaveLength(21);
  });

  it('for it is out of reach, a run gives up after a few calls and leaves the rest as it is', async () => {
    for (let count = 0; count < 20; count += 1) await paidMessage(member);
    await accept(member, undefined, 20);
    fails(...Array.from({ length: 21 }, () => unavailable('timeout')));
    await run(member);
    const tried = (await messagesOf(member)).filter(({ tries }) => tries > 0);
    expect(tried.length).toBeGreaterThanOrEqual(4);
    expect(tried.length).toBeLessThanOrEqual(8);
  });

  it('for a defect of ours, the message waits and the others go', async () => {
    fails(new Error('no such field'));
    await paidMessage(member);
    expect(await run(member)).toBe(1);
    await run(member, noon + hour);
    expect(sent()).toHaveLength(2);
  });
});

describe('a worker that dies in a call', () => {
  it('is followed after its lease, on the same quota', async () => {
    await accept(member);
    await paidMessage(member);
    expect(await takeNext(member)).toMatchObject({ templateId: 'template-paid', tries: 1 });
    expect(await leftOf(member)).toBe(0);
    expect(await run(member, noon + 30 * second)).toBe(0);
    expect(await run(member, noon + minute)).toBe(1);
    expect(await messagesOf(member)).toMatchObject([{ state: 'sent', tries: 2 }]);
    expect(await leftOf(member)).toBe(0);
  });

  it('and comes back later changes nothing of what its follower does and finds', async () => {
    await accept(member, undefined, 2);
    await paidMessage(member);
    const late = await takeNext(member);
    const later = small.at(member, noon + minute);
    const follower = await takeNext(later);
    if (typeof late === 'string' || typeof follower === 'string') throw new Error('both took it');
    await settle(later, late, { arrived: false, fault: refused(43_101) });
    expect(await statesOf(member)).toEqual([['sending', null]]);
    await settle(later, follower, { arrived: true });
    await settle(later, late, { arrived: false, fault: refused(47_003) });
    expect(await statesOf(member)).toEqual([['sent', null]]);
    expect(await leftOf(member)).toBe(1);
  });
});
