import { WechatRefused } from '../../../../cloudfunctions/platform/wechat/errors';
import { message, setScene, type Scene } from '../../local/wechat-stand-in/setup';

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(() => scene.close());

const tokenPath = '/cgi-bin/stable_token';
const sendPath = '/cgi-bin/message/subscribe/send';

describe('the access token', () => {
  it('is asked for once, by calls at the same time as well', async () => {
    const client = scene.client();
    await Promise.all([1, 2, 3].map(() => client.sendSubscribe(message)));
    await client.sendSubscribe(message);
    expect(scene.standIn.calls(tokenPath)).toBe(1);
    expect(scene.standIn.sent().messages).toHaveLength(4);
  });

  it('is the same for every instance', async () => {
    const [one, other] = [scene.client(), scene.client()];
    await one.sendSubscribe(message);
    await other.sendSubscribe(message);
    await one.sendSubscribe(message);
    expect(scene.standIn.calls(tokenPath)).toBe(2);
    expect(scene.standIn.sent().messages).toHaveLength(3);
  });

  it('is asked for anew a while before it ends', async () => {
    const client = scene.client();
    await client.sendSubscribe(message);
    scene.advance(7_200_000 - 5 * 60_000);
    await client.sendSubscribe(message);
    expect(scene.standIn.calls(tokenPath)).toBe(2);
    expect(scene.standIn.calls(sendPath)).toBe(2);
  });

  it('is replaced once when WeChat knows it no more, and the call is made again', async () => {
    const client = scene.client();
    await client.sendSubscribe(message);
    scene.standIn.faults({ endTokens: 1 });
    await Promise.all([1, 2, 3].map(() => client.sendSubscribe(message)));
    expect(scene.standIn.sent().messages).toHaveLength(4);
    scene.standIn.faults({ endTokens: 2 });
    await expect(client.sendSubscribe(message)).rejects.toMatchObject({ errcode: 40_001 });
    expect(scene.standIn.sent().messages).toHaveLength(4);
  });

  it('is refused to a wrong secret', async () => {
    const client = scene.client({ secret: 'wrong' });
    await expect(client.sendSubscribe(message)).rejects.toMatchObject({ errcode: 40_125 });
  });
});

describe('a subscribe message', () => {
  it('arrives with its fields and its page', async () => {
    await scene.client().sendSubscribe(message);
    const [sent] = scene.standIn.sent().messages;
    expect(sent).toMatchObject({
      openid: 'oShopper',
      templateId: 'template-paid',
      page: message.page,
    });
    expect(sent?.data).toEqual({
      thing1: { value: '山茶花跑鞋' },
      amount2: { value: '399.00' },
      character_string3: { value: '202605280001' },
    });
  });

  it.each([
    ['a long thing', { thing1: '一'.repeat(21) }],
    ['an empty thing', { thing1: '' }],
    ['a phrase that is too long', { phrase1: '正在为您备货' }],
    ['a phrase that is no Chinese', { phrase1: 'paid' }],
    ['an amount that is none', { amount1: '很多' }],
    ['a time that is none', { time1: '明天' }],
    ['a string that is Chinese', { character_string1: '订单一' }],
    ['a field that no template has', { word1: 'x' }],
  ])('is refused for %s', async (_what, data) => {
    const sending = scene.client().sendSubscribe({ ...message, data });
    await expect(sending).rejects.toEqual(
      new WechatRefused(
        'sendSubscribe',
        47_003,
        `argument invalid! data.${Object.keys(data)[0]}.value invalid`,
      ),
    );
  });

  it('is refused to nobody and without a template', async () => {
    const client = scene.client();
    const toNobody = client.sendSubscribe({ ...message, openid: '' });
    await expect(toNobody).rejects.toMatchObject({ errcode: 40_003 });
    const ofNothing = client.sendSubscribe({ ...message, templateId: '' });
    await expect(ofNothing).rejects.toMatchObject({ errcode: 40_037 });
  });

  it.each([
    [{ noQuota: 1 }, { name: 'WechatRefused', errcode: 43_101 }],
    [{ busy: 1 }, { name: 'WechatUnavailable', reason: 'busy', limited: false }],
    [{ limited: 1 }, { name: 'WechatUnavailable', reason: 'too_many_requests', limited: true }],
  ])('with %j is not sent, and the next one is', async (faults, failure) => {
    const client = scene.client();
    scene.standIn.faults(faults);
    await expect(client.sendSubscribe(message)).rejects.toMatchObject(failure);
    expect(scene.standIn.sent().messages).toEqual([]);
    await client.sendSubscribe(message);
    expect(scene.standIn.sent().messages).toHaveLength(1);
  });

  it('that nobody answers ends by the clock, not sent', async () => {
    const client = scene.client({ timeoutMs: 150 });
    await client.checkText({ openid: 'o', scene: 'comment', content: '好' });
    scene.standIn.faults({ timeouts: 1 });
    await expect(client.sendSubscribe(message)).rejects.toMatchObject({ reason: 'timeout' });
    expect(scene.standIn.sent().messages).toEqual([]);
  });

  it('whose answer is lost was sent, and is not sent again by itself', async () => {
    const client = scene.client();
    await client.sendSubscribe(message);
    scene.standIn.faults({ loseAnswers: 1 });
    await expect(client.sendSubscribe(message)).rejects.toMatchObject({
      ...{ name: 'WechatUnavailable', reason: 'no_answer' },
    });
    expect(scene.standIn.calls(sendPath)).toBe(2);
  });
});

describe('content', () => {
  it('is fine, to be looked at, or not allowed', async () => {
    const client = scene.client();
    const check = (content: string) => client.checkText({ openid: 'o', scene: 'comment', content });
    expect(await check('很好穿')).toBe('pass');
    expect(await check('有点存疑')).toBe('review');
    expect(await check('这是违规内容')).toBe('risky');
    scene.standIn.faults({ risky: 1 });
    expect(await check('很好穿')).toBe('risky');
    expect(await check('长'.repeat(3_000))).toBe('pass');
    expect(scene.standIn.sent().texts.map(({ scene: at }) => at)).toEqual([2, 2, 2, 2, 2]);
  });

  it('of a picture is judged later, by a push that the shop believes', async () => {
    const client = scene.client();
    const mediaUrl = 'https://files.example/uploads/a.jpg';
    const { traceId } = await client.checkMedia({ openid: 'o', scene: 'comment', mediaUrl });
    expect(scene.arrived).toEqual([]);
    await scene.timePasses();
    expect(scene.arrived.map((arrived) => client.readPush(arrived))).toEqual([
      { kind: 'mediaChecked', traceId, verdict: 'pass' },
    ]);
  });
});

describe('shipping info', () => {
  const order = { mchid: '1900000001', outTradeNo: '202605280001' };
  const parcel = (trackingNo: string, more = {}) => ({
    ...{ itemDesc: '山茶花跑鞋 × 1', trackingNo, company: 'YTO' },
    ...more,
  });
  const info = (change = {}) => ({
    ...{ order, by: 'express' as const, split: false, allDelivered: true },
    ...{ parcels: [parcel('YT1')], uploadedAtMs: scene.nowMs(), payerOpenid: 'oShopper' },
    ...change,
  });

  it('reaches WeChat in its form, and WeChat says when it will pay', async () => {
    const client = scene.client();
    await client.uploadShippingInfo(info());
    expect(scene.standIn.sent().shipments[0]?.call).toEqual({
      order_key: { order_number_type: 1, mchid: '1900000001', out_trade_no: '202605280001' },
      ...{ logistics_type: 1, delivery_mode: 1, upload_time: '2026-05-28T20:00:00.000+08:00' },
      shipping_list: [{ item_desc: '山茶花跑鞋 × 1', tracking_no: 'YT1', express_company: 'YTO' }],
      payer: { openid: 'oShopper' },
    });
    await scene.timePasses();
    expect(scene.arrived.map((arrived) => client.readPush(arrived))).toEqual([
      {
        ...{ kind: 'settlement', transactionId: '4200202605280001', outTradeNo: '202605280001' },
        ...{ confirmedAtMs: null, settledAtMs: null, confirmedBy: null },
      },
    ]);
  });

  it('travels in parts until all is told, and is told anew once', async () => {
    const client = scene.client();
    const part = (numbers: string[], allDelivered: boolean) =>
      client.uploadShippingInfo(
        info({ split: true, allDelivered, parcels: numbers.map((number) => parcel(number)) }),
      );
    await part(['YT1'], false);
    await part(['YT2'], true);
    expect(scene.standIn.sent().shipments[0]?.parcels).toHaveLength(2);
    await part(['YT3'], true);
    await expect(part(['YT4'], true)).rejects.toMatchObject({ errcode: 10_060_003 });
  });

  it('of pick-up and same city goes without a number', async () => {
    const client = scene.client();
    const parcels = [{ itemDesc: '发酵饼干' }];
    await client.uploadShippingInfo(info({ by: 'pickup', parcels }));
    const other = { transactionId: '4200' };
    await client.uploadShippingInfo(info({ by: 'sameCity', parcels, order: other }));
    const calls = scene.standIn.sent().shipments.map(({ call }) => call);
    expect(calls.map((call) => call.logistics_type)).toEqual([4, 2]);
    expect(calls[1]?.order_key).toEqual({ order_number_type: 2, transaction_id: '4200' });
  });

  it.each([
    ['no parcel', { parcels: [] }],
    ['sixteen', { split: true, parcels: Array.from({ length: 16 }, (_, n) => parcel(`YT${n}`)) }],
    ['two that are not split', { parcels: [parcel('YT1'), parcel('YT2')] }],
    ['split pick-up', { by: 'pickup' as const, split: true }],
    ['no number', { parcels: [{ itemDesc: '鞋', company: 'YTO' }] }],
  ])('of %s never leaves', async (_what, change) => {
    await expect(scene.client().uploadShippingInfo(info(change))).rejects.toThrow(RangeError);
    expect(scene.standIn.calls('/wxa/sec/order/upload_shipping_info')).toBe(0);
  });

  it('by SF needs a masked number', async () => {
    const client = scene.client();
    const sf = (more = {}) => info({ parcels: [parcel('SF1', { company: 'SF', ...more })] });
    await expect(client.uploadShippingInfo(sf())).rejects.toMatchObject({ name: 'WechatRefused' });
    const bare = sf({ receiverContact: '13812345678' });
    await expect(client.uploadShippingInfo(bare)).rejects.toMatchObject({ name: 'WechatRefused' });
    await client.uploadShippingInfo(sf({ receiverContact: '138****5678' }));
  });

  it('is followed by a reminder to confirm, and by the receipt', async () => {
    const client = scene.client();
    await client.notifyConfirmReceive(order, scene.nowMs());
    expect(scene.standIn.sent().confirmations).toEqual([
      {
        ...{ merchant_id: '1900000001', merchant_trade_no: '202605280001' },
        received_time: scene.nowMs() / 1_000,
      },
    ]);
    const body = JSON.stringify({ outTradeNo: '202605280001', by: 'payer' });
    await fetch(`${scene.standIn.url}/confirm`, { method: 'POST', body });
    await scene.timePasses();
    expect(scene.arrived.map((arrived) => client.readPush(arrived))).toMatchObject([
      { kind: 'settlement', confirmedAtMs: scene.nowMs(), confirmedBy: 'payer' },
    ]);
  });
});

test('nobody at the address is unavailable, and the token stays out of the error', async () => {
  const client = scene.client({ baseUrl: 'http://127.0.0.1:9' });
  const failure = await client.sendSubscribe(message).catch((fault: unknown) => fault);
  expect(failure).toMatchObject({ name: 'WechatUnavailable', reason: 'no_answer' });
  expect(failure).not.toHaveProperty('cause');
  expect(() => scene.client({ baseUrl: 'ftp://127.0.0.1' })).toThrow(RangeError);
});
