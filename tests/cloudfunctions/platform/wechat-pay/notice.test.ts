import { payClient } from '../../../../cloudfunctions/platform/wechat-pay/client';
import { ForgedNotice } from '../../../../cloudfunctions/platform/wechat-pay/errors';
import {
  atMs,
  noticeBody,
  optionsFor,
  paidJson,
  refundJson,
  secondKeyId,
  secondPem,
  signedHeaders,
  type Signer,
} from './platform';

const client = payClient(optionsFor('https://pay.example'));

function read(rawBody: string, headers: Record<string, string> = signedHeaders(rawBody)) {
  return client.readNotice({ headers, rawBody });
}

/** The reason for which a notice is refused; 'believed' when it is not. */
function why(rawBody: string, headers?: Record<string, string>): string {
  try {
    read(rawBody, headers);
    return 'believed';
  } catch (error) {
    if (error instanceof ForgedNotice) return error.reason;
    throw error;
  }
}

const paid = noticeBody('TRANSACTION.SUCCESS', paidJson);
const { status: _status, ...shared } = refundJson;
const refundNotice = { ...shared, mchid: paidJson.mchid, refund_status: 'SUCCESS' };

describe('a notice of a payment', () => {
  it('says what was paid, by whom, when and to which merchant', () => {
    expect(read(paid)).toEqual({
      kind: 'transaction',
      noticeId: 'EV-2018022511223320873',
      transaction: {
        mchid: '1900000001',
        appid: 'wx2421b1c4370ec43b',
        outTradeNo: '202605280001',
        tradeState: 'SUCCESS',
        amountFen: 12_345,
        transactionId: '4200001234202605281234567890',
        payerOpenid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
        successAtMs: Date.parse('2026-05-28T20:26:40+08:00'),
      },
    });
  });

  it('is read from bytes as from text', () => {
    const rawBody = Buffer.from(paid, 'utf8');
    expect(client.readNotice({ headers: signedHeaders(paid), rawBody })).toEqual(read(paid));
  });

  it('is believed from either of two keys while they are rotated, and from no third', () => {
    const signed = (signer: Signer) => why(paid, signedHeaders(paid, signer));
    expect(signed({ pem: secondPem, serial: secondKeyId })).toBe('believed');
    expect(signed({})).toBe('believed');
    expect(signed({ pem: secondPem })).toBe('bad_signature');
    expect(signed({ serial: secondKeyId })).toBe('bad_signature');
    expect(signed({ serial: 'PUB_KEY_ID_unknown' })).toBe('unknown_serial');
  });

  it('is refused when it is 300 s old or from the future', () => {
    const at = (nowMs: number) => why(paid, signedHeaders(paid, { nowMs }));
    expect([at(atMs - 299_000), at(atMs + 299_000)]).toEqual(['believed', 'believed']);
    expect([at(atMs - 300_000), at(atMs + 300_000)]).toEqual(['outside_window', 'outside_window']);
  });

  it('is refused with any byte of its body changed', () => {
    const headers = signedHeaders(paid);
    for (let at = 0; at < paid.length; at += 1) {
      const other = String.fromCharCode(paid.charCodeAt(at) ^ 1);
      expect(why(`${paid.slice(0, at)}${other}${paid.slice(at + 1)}`, headers)).toBe(
        'bad_signature',
      );
    }
  });

  it('is refused with a header changed, doubled or missing', () => {
    const headers = signedHeaders(paid);
    for (const [name, value] of Object.entries(headers)) {
      const { [name]: _left, ...rest } = headers;
      expect(why(paid, rest)).toBe('missing_header');
      for (let at = 0; at < value.length; at += 1) {
        const other = String.fromCharCode(value.charCodeAt(at) ^ 1);
        const changed = `${value.slice(0, at)}${other}${value.slice(at + 1)}`;
        expect(why(paid, { ...headers, [name]: changed })).not.toBe('believed');
      }
      const doubled = { ...headers, [name]: [value, value] };
      expect(() => client.readNotice({ headers: doubled, rawBody: paid })).toThrow(ForgedNotice);
    }
  });

  it('is refused as a probe when WeChat Pay tests the shop', () => {
    const headers = signedHeaders(paid);
    const signature = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`;
    expect(why(paid, { ...headers, 'wechatpay-signature': signature })).toBe('probe');
  });

  it('is refused when sealed with another key or for another merchant', () => {
    expect(why(noticeBody('TRANSACTION.SUCCESS', paidJson, 'b'.repeat(32)))).toBe('bad_seal');
    const other = { ...paidJson, mchid: '1900000002' };
    expect(why(noticeBody('TRANSACTION.SUCCESS', other))).toBe('other_merchant');
  });

  it.each([
    ['not JSON', 'hello'],
    ['no resource', JSON.stringify({ id: '1', event_type: 'TRANSACTION.SUCCESS' })],
    ['a seal of another kind', paid.replace('AEAD_AES_256_GCM', 'AEAD_SM4_GCM')],
    ['no text in the seal', noticeBody('TRANSACTION.SUCCESS', 'paid')],
    ['paid without an amount', noticeBody('TRANSACTION.SUCCESS', { ...paidJson, amount: null })],
    ['paid by nobody', noticeBody('TRANSACTION.SUCCESS', { ...paidJson, payer: {} })],
    ['an amount in yuan', noticeBody('TRANSACTION.SUCCESS', withTotal(123.45))],
    ['an amount as text', noticeBody('TRANSACTION.SUCCESS', withTotal('12345'))],
    ['an amount below zero', noticeBody('TRANSACTION.SUCCESS', withTotal(-1))],
    ['dollars', noticeBody('TRANSACTION.SUCCESS', withTotal(1, 'USD'))],
    [
      'a day that is none',
      noticeBody('TRANSACTION.SUCCESS', withTime('2026-13-28T20:26:40+08:00')),
    ],
    ['a time without a zone', noticeBody('TRANSACTION.SUCCESS', withTime('2026-05-28T20:26:40'))],
    ['over 64 KB', JSON.stringify({ id: 'x'.repeat(70_000) })],
  ])('is refused as malformed: %s', (_what, body) => {
    expect(why(body)).toBe('malformed');
  });

  it('is refused when it is of a kind that the shop has no use for', () => {
    expect(why(noticeBody('PAYSCORE.USER_OPEN_SERVICE', paidJson))).toBe('unknown_kind');
  });
});

function withTotal(total: unknown, currency = 'CNY') {
  return { ...paidJson, amount: { total, currency } };
}

function withTime(successTime: string) {
  return { ...paidJson, success_time: successTime };
}

describe('a notice of a refund', () => {
  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'])('says how it ended: %s', (status) => {
    const resource = { ...refundNotice, refund_status: status };
    expect(read(noticeBody(`REFUND.${status}`, resource))).toMatchObject({
      kind: 'refund',
      refund: { outRefundNo: 'R202605280001', status, amountFen: 45, totalFen: 12_345 },
    });
  });

  it('is refused for another merchant', () => {
    const other = { ...refundNotice, mchid: '1900000002' };
    expect(why(noticeBody('REFUND.SUCCESS', other))).toBe('other_merchant');
  });
});

describe('what is logged of a refused notice', () => {
  it('is the reason alone', () => {
    const lines: unknown[] = [];
    const log = { info: () => undefined, warn: (...line: unknown[]) => void lines.push(line) };
    const logged = payClient(optionsFor('https://pay.example', { log }));
    expect(() => logged.readNotice({ headers: {}, rawBody: paid })).toThrow(ForgedNotice);
    expect(lines).toEqual([['wechat_pay.notice_refused', { reason: 'missing_header' }]]);
  });
});
