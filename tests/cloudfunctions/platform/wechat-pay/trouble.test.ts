import { openFarSide, prepayInput, refundInput, signed, type FarSide } from './far-side';
import { paidJson } from './platform';

let side: FarSide;

beforeEach(async () => {
  side = await openFarSide();
});

afterEach(() => side.close());

describe('no answer', () => {
  it('in time is a timeout, also when it began', async () => {
    side.reply = () => undefined;
    const timeout = { name: 'PayUnavailable', reason: 'timeout' };
    await expect(side.client({ timeoutMs: 20 }).query('202605280001')).rejects.toMatchObject(
      timeout,
    );
    side.reply = (response) => response.writeHead(200).write('{');
    await expect(side.client({ timeoutMs: 50 }).query('202605280001')).rejects.toMatchObject(
      timeout,
    );
  });

  it('at all is said as such', async () => {
    side.reply = (response) => response.destroy();
    const none = { name: 'PayUnavailable', reason: 'no_answer' };
    await expect(side.client().query('202605280001')).rejects.toMatchObject(none);
    const nobody = side.client({ baseUrl: 'http://127.0.0.1:9' });
    await expect(nobody.query('202605280001')).rejects.toMatchObject(none);
  });

  it('on a kept connection that had gone is asked again on a new one', async () => {
    side.reply = signed(200, paidJson);
    const kept = side.client();
    await kept.query('202605280001');
    const answer = side.reply;
    side.reply = (response, call) => {
      side.reply = answer;
      if (call.headers.connection === 'keep-alive') response.socket?.resetAndDestroy();
      else answer(response, call);
    };
    expect(await kept.query('202605280001')).not.toBeNull();
    expect(side.asked).toHaveLength(3);
  });
});

describe('what is logged', () => {
  it('names the operation and its outcome, and nobody', async () => {
    const lines: string[] = [];
    const say = (event: string, facts: object) =>
      void lines.push(JSON.stringify({ event, ...facts }));
    const logged = side.client({ log: { info: say, warn: say } });
    side.reply = (response, call) => {
      response.setHeader('Request-ID', '08F2');
      signed(200, { prepay_id: 'wx1' })(response, call);
    };
    await logged.prepay(prepayInput);
    side.reply = signed(403, { code: 'NOT_ENOUGH', message: '余额不足' });
    await expect(logged.refund(refundInput)).rejects.toThrow('余额不足');
    side.reply = signed(500, null);
    await expect(logged.query('202605280001')).rejects.toThrow('server_fault');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        event: 'wechat_pay.answered',
        operation: 'prepay',
        tookMs: 0,
        wechatRequest: '08F2',
        status: 200,
      },
      {
        event: 'wechat_pay.refused',
        operation: 'refund',
        tookMs: 0,
        wechatRequest: null,
        status: 403,
        code: 'NOT_ENOUGH',
      },
      {
        event: 'wechat_pay.unavailable',
        operation: 'query',
        tookMs: 0,
        wechatRequest: null,
        reason: 'server_fault',
      },
    ]);
    expect(lines.join()).not.toContain('oUpF8uMuAJO');
  });
});
