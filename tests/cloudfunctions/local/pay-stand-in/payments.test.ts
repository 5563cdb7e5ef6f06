import { bought, purchase, setScene, type Scene } from './setup';

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(() => scene.close());

const minute = 60_000;
const outTradeNo = '202605280001';

describe.each(['certificate', 'public_key', 'both'] as const)('a shop that knows %s', (mode) => {
  it('announces, is paid, is told, and finds the payment', async () => {
    const client = scene.client(mode);
    await scene.restart(mode === 'both' ? {} : { signingMode: mode });
    const shop = scene.client(mode);
    expect(await shop.query(outTradeNo)).toBeNull();
    const { prepayId } = await shop.prepay(purchase(scene.nowMs()));
    expect(prepayId).toMatch(/^wx\d{14}[0-9a-f]{20}$/);
    expect(await shop.query(outTradeNo)).toMatchObject({ tradeState: 'NOTPAY', successAtMs: null });
    const phone = shop.signForPhone(prepayId);
    const paid = await scene.standIn.pay({ ...phone, payerOpenid: purchase(0).payerOpenid });
    await scene.standIn.idle();
    const [arrived] = scene.arrived;
    const notice = arrived && client.readNotice(arrived);
    const transaction = {
      outTradeNo,
      tradeState: 'SUCCESS',
      amountFen: 12_345,
      payerOpenid: purchase(0).payerOpenid,
      mchid: scene.standIn.keys().mchid,
      appid: scene.standIn.keys().appid,
      transactionId: paid.result === 'ok' ? paid.transactionId : '',
      successAtMs: scene.nowMs(),
    };
    expect(notice).toEqual({
      kind: 'transaction',
      noticeId: expect.any(String) as unknown,
      transaction,
    });
    expect(await shop.query(outTradeNo)).toEqual(transaction);
    expect(scene.arrived).toHaveLength(1);
    expect(scene.waits()).toEqual([]);
  });
});

describe('announcing again', () => {
  it('gives the same prepay id for the same values, and a new one when it has run out', async () => {
    const input = { ...purchase(scene.nowMs()), expiresAtMs: scene.nowMs() + 600 * minute };
    const first = await scene.client().prepay(input);
    expect(await scene.client().prepay(input)).toEqual(first);
    await scene.pass(120 * minute);
    const expired = await scene.standIn.pay(first);
    expect(expired).toMatchObject({ code: 'PREPAY_EXPIRED' });
    const second = await scene.client().prepay(input);
    expect(second).not.toEqual(first);
    expect(await scene.standIn.pay(first)).toMatchObject({ result: 'fail' });
    expect(await scene.standIn.pay(second)).toMatchObject({ result: 'ok' });
  });

  it.each([
    ['an other amount', { amountFen: 1 }, 403, 'OUT_TRADE_NO_USED'],
    ['an other description', { description: '跑鞋' }, 400, 'INVALID_REQUEST'],
    ['an other payer', { payerOpenid: 'somebody' }, 400, 'INVALID_REQUEST'],
    ['an other end', { expiresAtMs: 1_900_000_000_000 }, 400, 'INVALID_REQUEST'],
  ])('is refused with %s', async (_what, change, status, code) => {
    const input = purchase(scene.nowMs());
    await scene.client().prepay(input);
    const again = scene.client().prepay({ ...input, ...change });
    await expect(again).rejects.toMatchObject({ name: 'PayRefused', status, code });
  });

  it('is refused once paid, once closed, and after the end', async () => {
    const input = purchase(scene.nowMs());
    await bought(scene);
    await expect(scene.client().prepay(input)).rejects.toMatchObject({ code: 'ORDERPAID' });
    const closed = purchase(scene.nowMs(), 'closed-1');
    await scene.client().prepay(closed);
    await scene.client().close('closed-1');
    await expect(scene.client().prepay(closed)).rejects.toMatchObject({ code: 'ORDER_CLOSED' });
    const late = purchase(scene.nowMs(), 'late-1');
    await scene.client().prepay(late);
    await scene.pass(15 * minute);
    await expect(scene.client().prepay(late)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('paying', () => {
  it('is refused for the wrong payer, twice, after the end, when closed and for an unknown id', async () => {
    const pay = (prepayId: string, payerOpenid?: string) =>
      scene.standIn.pay({ prepayId, payerOpenid });
    const announce = async (number: string) =>
      (await scene.client().prepay(purchase(scene.nowMs(), number))).prepayId;
    const first = await announce('first-1');
    expect(await pay(first, 'somebody')).toMatchObject({ code: 'OPENID_MISMATCH' });
    const both = await Promise.all([pay(first), pay(first)]);
    expect(both.map(({ result }) => result).sort()).toEqual(['fail', 'ok']);
    const second = await announce('second-1');
    await scene.client().close('second-1');
    expect(await pay(second)).toMatchObject({ code: 'ORDER_CLOSED' });
    const third = await announce('third-1');
    await scene.pass(15 * minute);
    expect(await pay(third)).toMatchObject({ code: 'ORDER_EXPIRED' });
    expect(await pay('wx0')).toMatchObject({ code: 'PREPAY_UNKNOWN' });
    expect(scene.arrived).toHaveLength(1);
  });

  it('gives at least a minute, however early the end', async () => {
    const input = { ...purchase(scene.nowMs()), expiresAtMs: scene.nowMs() - 1_000 };
    const { prepayId } = await scene.client().prepay(input);
    await scene.pass(minute - 1);
    expect(await scene.standIn.pay({ prepayId })).toMatchObject({ result: 'ok' });
  });

  it.each([
    ['timeStamp', '1700000000'],
    ['nonceStr', 'other'],
    ['package', 'prepay_id=wx1'],
    ['signType', 'MD5'],
    ['paySign', 'AAAA'],
    ['paySign', undefined],
  ])('is refused when the %s given to the phone was changed', async (name, value) => {
    const { prepayId } = await scene.client().prepay(purchase(scene.nowMs()));
    const phone = { ...scene.client().signForPhone(prepayId), [name]: value };
    expect(await scene.standIn.pay(phone)).toMatchObject({ code: 'PAY_SIGN_ERROR' });
  });
});

describe('closing', () => {
  it('ends an unpaid payment, as often as asked, and not a paid one', async () => {
    await scene.client().prepay(purchase(scene.nowMs()));
    expect(await scene.client().close(outTradeNo)).toBe('closed');
    expect(await scene.client().close(outTradeNo)).toBe('closed');
    expect(await scene.client().query(outTradeNo)).toMatchObject({ tradeState: 'CLOSED' });
    await bought(scene, 'paid-1');
    expect(await scene.client().close('paid-1')).toBe('paid');
  });

  it('uses up a number that was never announced, so that a lost prepay can do no harm', async () => {
    expect(await scene.client().close(outTradeNo)).toBe('closed');
    const late = scene.client().prepay(purchase(scene.nowMs()));
    await expect(late).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
