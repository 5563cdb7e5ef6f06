import { sealedPush } from '../../../../cloudfunctions/local/wechat-stand-in/pushes';
import { answerEcho, openPush } from '../../../../cloudfunctions/platform/wechat/push';

const keys = {
  ...{ appid: 'wx0000000000000001', secret: 's', mchid: '1900000001' },
  pushToken: 'pushToken',
  pushAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
const mine = { appid: keys.appid, token: keys.pushToken, aesKey: keys.pushAesKey };
const now = Date.UTC(2026, 4, 28, 12);
const judged = JSON.stringify({
  ...{ MsgType: 'event', Event: 'wxa_media_check', trace_id: 't1', errcode: 0 },
  result: { suggest: 'risky', label: 20_001 },
});

/** A push that is right in everything that `change` does not say. */
function push(text = judged, change: Partial<typeof keys> = {}, atMs = now) {
  const { query, body } = sealedPush({ ...keys, ...change }, text, atMs);
  return { query, rawBody: body };
}

const reasonOf = (work: () => unknown) => {
  try {
    work();
  } catch (fault) {
    return (fault as { reason?: string }).reason;
  }
  return 'believed';
};
const opening = (arrived: ReturnType<typeof push>, at = now) =>
  reasonOf(() => openPush(arrived, mine, at));

describe('a message of WeChat', () => {
  it('is opened whatever its length, as text or bytes', () => {
    expect(openPush(push(), mine, now)).toEqual({
      ...{ kind: 'mediaChecked', traceId: 't1', verdict: 'risky' },
    });
    for (let length = 0; length < 70; length += 1) {
      const event = '汉'.repeat(length);
      const { query, rawBody } = push(JSON.stringify({ MsgType: 'event', Event: event }));
      expect(openPush({ query, rawBody: Buffer.from(rawBody) }, mine, now)).toEqual({
        ...{ kind: 'other', event },
      });
    }
  });

  it('may come a little late or early, and no more than that', () => {
    expect(opening(push(), now + 300_000)).toBe('believed');
    expect(opening(push(), now - 300_000)).toBe('believed');
    expect(opening(push(), now + 301_000)).toBe('outside_window');
    expect(opening(push(), now - 301_000)).toBe('outside_window');
  });

  it('of a check that failed has no verdict', () => {
    const failed = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 't1', errcode: -1008 };
    const read = openPush(push(JSON.stringify(failed)), mine, now);
    expect(read).toEqual({ kind: 'mediaChecked', traceId: 't1', verdict: null });
  });

  it('reminds of shipping', () => {
    const reminder = {
      ...{ MsgType: 'event', Event: 'trade_manage_remind_shipping' },
      ...{ transaction_id: '4200', merchant_trade_no: '2026', msg: '请尽快发货' },
    };
    expect(openPush(push(JSON.stringify(reminder)), mine, now)).toEqual({
      ...{ kind: 'remindShipping', transactionId: '4200', outTradeNo: '2026' },
    });
  });
});

describe('what is not believed', () => {
  it.each([
    ['another token', { pushToken: 'otherToken' }, 'bad_signature'],
    ['another key', { pushAesKey: 'b'.repeat(43) }, 'bad_seal'],
    ['another app', { appid: 'wx0000000000000002' }, 'other_app'],
    ['an app whose name only begins so', { appid: `${keys.appid}0` }, 'other_app'],
  ])('%s', (_what, change, reason) => {
    expect(opening(push(judged, change))).toBe(reason);
  });

  it.each(['msg_signature', 'timestamp', 'nonce'])('a push without %s', (name) => {
    const arrived = push();
    arrived.query.delete(name);
    expect(opening(arrived)).not.toBe('believed');
  });

  it('a push whose time or text was changed', () => {
    const late = push(judged, {}, now - 900_000);
    late.query.set('timestamp', String(now / 1_000));
    expect(opening(late)).toBe('bad_signature');
    const { query } = push();
    expect(opening({ query, rawBody: push().rawBody })).toBe('bad_signature');
  });

  it('an open message, even with WeChat’s own signature for it', () => {
    const { query } = push();
    expect(opening({ query, rawBody: judged })).toBe('malformed');
    expect(opening({ query, rawBody: 'no JSON' })).toBe('malformed');
    expect(opening({ query, rawBody: `"${'x'.repeat(300_000)}"` })).toBe('malformed');
  });

  it('a sealed text that is none', () => {
    expect(opening(push('no JSON'))).toBe('malformed');
    expect(opening(push('{"MsgType":"event","Event":"wxa_media_check"}'))).toBe('malformed');
  });

  it('anything where nothing was set up', () => {
    const empty = { ...mine, token: '', aesKey: '' };
    expect(reasonOf(() => openPush(push(judged, { pushToken: '' }), empty, now))).toBe('unset');
  });
});

describe('the test of the address', () => {
  const echo = (change = {}, at = now) => {
    const { query } = sealedPush({ ...keys, ...change }, '', at);
    query.set('echostr', '4711');
    return query;
  };

  it('is answered with what it brings', () => {
    expect(answerEcho(echo(), mine, now)).toBe('4711');
  });

  it('is not answered to anybody else', () => {
    expect(reasonOf(() => answerEcho(echo({ pushToken: 'other' }), mine, now))).toBe(
      'bad_signature',
    );
    expect(reasonOf(() => answerEcho(echo({}, now - 301_000), mine, now))).toBe('outside_window');
    const bare = new URLSearchParams({ echostr: '4711' });
    expect(reasonOf(() => answerEcho(bare, mine, now))).toBe('malformed');
  });
});
