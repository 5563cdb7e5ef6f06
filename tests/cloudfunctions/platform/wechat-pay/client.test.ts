import { Formatter, Rsa } from 'wechatpay-axios-plugin';

import { openFarSide, prepayInput, refundInput, signed, type FarSide, type Sent } from './far-side';
import {
  atMs,
  keyId,
  merchantPublicPem,
  optionsFor,
  paidJson,
  refundJson,
  signedHeaders,
} from './platform';

let side: FarSide;

beforeEach(async () => {
  side = await openFarSide();
});

afterEach(() => side.close());

describe('a call', () => {
  it('is signed as others understand it, and asks for the public key to be used', async () => {
    side.reply = signed(200, { prepay_id: 'wx201410272009395522657a690389285100' });
    const { prepayId } = await side.client().prepay(prepayInput);
    expect(prepayId).toBe('wx201410272009395522657a690389285100');
    const [call] = side.asked;
    const fields = fieldsOf(call?.headers.authorization ?? '');
    const { timestamp = '', nonce_str: nonce = '', signature = '' } = fields;
    const text = Formatter.request(
      'POST',
      '/v3/pay/transactions/jsapi',
      timestamp,
      nonce,
      call?.body,
    );
    expect(Rsa.verify(text, signature, merchantPublicPem)).toBe(true);
    expect(timestamp).toBe(String(Math.floor(atMs / 1000)));
    expect(fields).toMatchObject({ mchid: '1900000001', serial_no: optionsFor('').serial });
    expect(call?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'shuke',
      'content-type': 'application/json; charset=utf-8',
      'wechatpay-serial': keyId,
    });
  });

  it('announces a payment in the fields of WeChat Pay', async () => {
    side.reply = signed(200, { prepay_id: 'wx1' });
    await side.client().prepay({ ...prepayInput, description: `${'鞋'.repeat(126)}👟👟` });
    expect(JSON.parse(side.asked[0]?.body ?? '')).toEqual({
      appid: 'wx2421b1c4370ec43b',
      mchid: '1900000001',
      description: '鞋'.repeat(126),
      out_trade_no: '202605280001',
      time_expire: '2026-05-28T20:41:40+08:00',
      notify_url: 'https://shop.example/pay-notify',
      amount: { total: 12_345, currency: 'CNY' },
      payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
    });
  });

  it.each([
    ['a fraction of a fen', { amountFen: 1.5 }],
    ['nothing to pay', { amountFen: 0 }],
    ['a number that WeChat Pay has no room for', { outTradeNo: '1'.repeat(33) }],
    ['a path in the number', { outTradeNo: '../../../x' }],
    ['no payer', { payerOpenid: '' }],
  ])('is not made with %s', async (_what, change) => {
    await expect(side.client().prepay({ ...prepayInput, ...change })).rejects.toThrow(RangeError);
    expect(side.asked).toEqual([]);
  });

  it('is not made for a refund over its payment, or a number that is a path', async () => {
    const over = side.client().refund({ ...refundInput, amountFen: 12_346 });
    await expect(over).rejects.toThrow(RangeError);
    await expect(side.client().query('a/b')).rejects.toThrow(RangeError);
    await expect(side.client().close('..')).rejects.toThrow(RangeError);
    await expect(side.client().queryRefund('')).rejects.toThrow(RangeError);
    expect(side.asked).toEqual([]);
  });
});

describe('an answer', () => {
  it('gives the payment, of which an unpaid one lacks the payer', async () => {
    side.reply = signed(200, { ...paidJson, attach: '😀' });
    expect(await side.client().query('202605280001')).toMatchObject({
      tradeState: 'SUCCESS',
      amountFen: 12_345,
    });
    expect(side.asked[0]?.target).toBe(
      '/v3/pay/transactions/out-trade-no/202605280001?mchid=1900000001',
    );
    const { mchid, appid } = paidJson;
    const unpaid = { mchid, appid, out_trade_no: '202605280001', trade_state: 'NOTPAY', payer: {} };
    side.reply = signed(200, unpaid);
    expect(await side.client().query('202605280001')).toEqual({
      mchid,
      appid,
      outTradeNo: '202605280001',
      tradeState: 'NOTPAY',
      amountFen: null,
      transactionId: null,
      payerOpenid: null,
      successAtMs: null,
    });
  });

  it('about another payment, merchant or refund is not taken', async () => {
    const unreadable = { name: 'PayUnavailable', reason: 'unreadable' };
    for (const change of [
      { out_trade_no: '2' },
      { mchid: '2' },
      { appid: 'wx2' },
      { amount: 'x' },
    ]) {
      side.reply = signed(200, { ...paidJson, ...change });
      await expect(side.client().query('202605280001')).rejects.toMatchObject(unreadable);
    }
    side.reply = signed(200, { ...refundJson, out_refund_no: 'R2' });
    await expect(side.client().refund(refundInput)).rejects.toMatchObject(unreadable);
    await expect(side.client().queryRefund('R1')).rejects.toMatchObject(unreadable);
  });

  it.each<[string, (sent: Sent) => Sent]>([
    ['a changed body', ({ headers, body }) => ({ headers, body: body.replace('12345', '12346') })],
    ['a changed timestamp', changedHeader('wechatpay-timestamp')],
    ['a changed nonce', changedHeader('wechatpay-nonce')],
    ['a changed serial', changedHeader('wechatpay-serial')],
    ['a changed signature', changedHeader('wechatpay-signature')],
    ['no signature', ({ body }) => ({ headers: {}, body })],
    [
      'a probe',
      ({ headers, body }) => ({
        headers: {
          ...headers,
          'wechatpay-signature': `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`,
        },
        body,
      }),
    ],
    [
      'an old signature',
      ({ body }) => ({ headers: signedHeaders(body, { nowMs: atMs - 300_000 }), body }),
    ],
  ])('with %s is not believed', async (what, change) => {
    side.reply = signed(200, paidJson, change);
    const unverified = { name: 'PayUnavailable', reason: 'unverified' };
    await expect(side.client().query('202605280001')).rejects.toMatchObject(unverified);
    side.reply = signed(204, null, (sent) => ({ ...change(sent), body: '' }));
    if (what === 'a changed body') return;
    await expect(side.client().close('202605280001')).rejects.toMatchObject(unverified);
  });

  it('that says no carries its code; signed, it is checked, and unsigned, as from the gateway, it is not', async () => {
    const no = { code: 'INVALID_REQUEST', message: '请求重入时，参数与首次请求时不一致' };
    const refused = { name: 'PayRefused', status: 400, ...no };
    side.reply = signed(400, no);
    await expect(side.client().prepay(prepayInput)).rejects.toMatchObject(refused);
    side.reply = (response) => response.writeHead(400).end(JSON.stringify(no));
    await expect(side.client().prepay(prepayInput)).rejects.toMatchObject(refused);
    side.reply = signed(400, no, changedHeader('wechatpay-signature'));
    await expect(side.client().prepay(prepayInput)).rejects.toMatchObject({ reason: 'unverified' });
  });

  it('that the number is unknown gives null, but an unknown path or a stranger page does not', async () => {
    side.reply = signed(404, { code: 'ORDER_NOT_EXIST', message: '订单不存在' });
    expect(await side.client().query('202605280001')).toBeNull();
    side.reply = signed(404, { code: 'RESOURCE_NOT_EXISTS', message: '退款单不存在' });
    expect(await side.client().queryRefund('R1')).toBeNull();
    side.reply = (response) => response.writeHead(404).end();
    await expect(side.client().query('202605280001')).rejects.toMatchObject({ code: 'HTTP_404' });
    side.reply = (response) => response.writeHead(404).end('<html>');
    await expect(side.client().query('202605280001')).rejects.toMatchObject({
      reason: 'unreadable',
    });
  });

  it.each([
    ['closed', 204, null],
    ['paid', 400, { code: 'ORDERPAID', message: '该订单已支付' }],
    ['closed', 400, { code: 'ORDER_CLOSED', message: '该订单已关闭' }],
    ['absent', 404, { code: 'ORDER_NOT_EXIST', message: '订单不存在' }],
  ])('to a close tells: %s', async (outcome, status, json) => {
    side.reply = signed(status, json);
    expect(await side.client().close('202605280001')).toBe(outcome);
  });

  it.each([
    [500, 'server_fault'],
    [502, 'server_fault'],
    [429, 'too_many_requests'],
    [302, 'unreadable'],
  ])('of %i means: later', async (status, reason) => {
    side.reply = signed(status, { code: 'X', message: '' });
    const later = { name: 'PayUnavailable', operation: 'refund', reason };
    await expect(side.client().refund(refundInput)).rejects.toMatchObject(later);
  });
});

function changedHeader(name: string): (sent: Sent) => Sent {
  return ({ headers, body }) => {
    const value = headers[name] ?? '';
    const last = String.fromCharCode(value.charCodeAt(value.length - 5) ^ 1);
    const changed = `${value.slice(0, -5)}${last}${value.slice(-4)}`;
    return { headers: { ...headers, [name]: changed }, body };
  };
}

describe('the arguments of wx.requestPayment', () => {
  it('are signed over four lines with the package', () => {
    const phone = side.client().signForPhone('wx201410272009395522657a690389285100');
    expect(phone).toMatchObject({
      timeStamp: String(Math.floor(atMs / 1000)),
      package: 'prepay_id=wx201410272009395522657a690389285100',
      signType: 'RSA',
    });
    const text = `wx2421b1c4370ec43b\n${phone.timeStamp}\n${phone.nonceStr}\n${phone.package}\n`;
    expect(Rsa.verify(text, phone.paySign, merchantPublicPem)).toBe(true);
    expect(phone.nonceStr).toMatch(/^[0-9A-Za-z]{32}$/);
  });
});

function fieldsOf(authorization: string): Record<string, string | undefined> {
  expect(authorization).toMatch(/^WECHATPAY2-SHA256-RSA2048 /);
  const pairs = [...authorization.matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value]) => [name, value]));
}
