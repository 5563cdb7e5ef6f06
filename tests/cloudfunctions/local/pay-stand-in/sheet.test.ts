import { purchase, setScene, type Scene } from './setup';

let scene: Scene;
let prepayId: string;

beforeEach(async () => {
  scene = await setScene({ merchantName: '熟客 <旗舰店>' });
  const input = { ...purchase(scene.nowMs()), description: '"山茶花" <b>跑鞋</b> & 袜' };
  ({ prepayId } = await scene.client().prepay(input));
});

afterEach(() => scene.close());

const back = 'http://shop.example/pages/result?order=1#top';

async function show(asked: Record<string, string>) {
  const response = await fetch(`${scene.standIn.url}/sheet?${new URLSearchParams(asked)}`);
  return { status: response.status, page: await response.text() };
}

async function choose(asked: Record<string, string>) {
  const body = new URLSearchParams(asked);
  const url = `${scene.standIn.url}/sheet`;
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  const { status, headers } = response;
  return { status, location: headers.get('location'), page: await response.text() };
}

const state = async () => (await scene.client().query('202605280001'))?.tradeState;

describe('the pay sheet', () => {
  it('says that it is a stand-in, and for whom, what and how much', async () => {
    const { status, page } = await show({ prepay_id: prepayId, back });
    expect(status).toBe(200);
    for (const text of ['模拟微信支付，不会扣款', '确认支付', '取消', '123.45']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('熟客 &lt;旗舰店&gt;');
    expect(page).toContain('&quot;山茶花&quot; &lt;b&gt;跑鞋&lt;/b&gt; &amp; 袜');
    expect(page).not.toMatch(/<script|https?:\/\/(?!shop\.example)/);
  });

  it('pays and returns with result=ok, on a second tap too', async () => {
    const tap = () => choose({ prepay_id: prepayId, back, do: 'pay' });
    const location = 'http://shop.example/pages/result?order=1&result=ok#top';
    expect(await tap()).toMatchObject({ status: 303, location });
    expect(await tap()).toMatchObject({ status: 303, location });
    await scene.standIn.idle();
    expect(await state()).toBe('SUCCESS');
    expect(scene.arrived).toHaveLength(1);
  });

  it('returns with result=cancel and has not paid', async () => {
    const location = 'http://shop.example/pages/result?order=1&result=cancel#top';
    const turned = await choose({ prepay_id: prepayId, back, do: 'cancel' });
    expect(turned).toMatchObject({ status: 303, location });
    expect(await state()).toBe('NOTPAY');
  });

  it('says why it cannot be paid, and then offers only the way back', async () => {
    await scene.client().close('202605280001');
    const shown = await show({ prepay_id: prepayId, back });
    const chosen = await choose({ prepay_id: prepayId, back, do: 'pay' });
    for (const { status, page } of [shown, chosen]) {
      expect(status).toBe(409);
      expect(page).toContain('该订单已关闭，请重新下单');
      expect(page).not.toContain('确认支付');
      expect(page).toContain('返回');
    }
    expect(await show({ prepay_id: 'wx0', back })).toMatchObject({ status: 409 });
  });

  it.each(['', 'javascript:alert(1)', '/pages/result', 'file:///etc/passwd'])(
    'pays nothing when it could not return: "%s"',
    async (nowhere) => {
      expect(await show({ prepay_id: prepayId, back: nowhere })).toMatchObject({ status: 400 });
      const chosen = await choose({ prepay_id: prepayId, back: nowhere, do: 'pay' });
      expect(chosen).toMatchObject({ status: 400, location: null });
      expect(await state()).toBe('NOTPAY');
    },
  );
});

describe('POST /pay', () => {
  const pay = async (call: object) => {
    const body = JSON.stringify(call);
    const response = await fetch(`${scene.standIn.url}/pay`, { method: 'POST', body });
    return { status: response.status, said: (await response.json()) as unknown };
  };

  it('pays with the arguments of the phone, and says why not a second time', async () => {
    const phone = scene.client().signForPhone(prepayId);
    const payerOpenid = purchase(0).payerOpenid;
    const ok = { result: 'ok', outTradeNo: '202605280001' };
    expect(await pay({ ...phone, payerOpenid })).toMatchObject({ status: 200, said: ok });
    const again = { result: 'fail', code: 'ORDERPAID' };
    expect(await pay({ prepayId })).toMatchObject({ status: 409, said: again });
  });

  it('refuses what is not of its form', async () => {
    expect(await pay({ prepayId: 1 })).toMatchObject({ status: 400 });
    expect(await pay({})).toMatchObject({ status: 409, said: { code: 'PREPAY_UNKNOWN' } });
  });
});

describe('the server', () => {
  it('is healthy, knows no other page, and takes no body over 256 KB', async () => {
    const status = async (path: string, init?: RequestInit) =>
      (await fetch(`${scene.standIn.url}${path}`, init)).status;
    expect(await status('/healthz')).toBe(200);
    expect(await status('/')).toBe(404);
    const body = 'x'.repeat(256 * 1024 + 1);
    expect(await status('/pay', { method: 'POST', body })).toBe(413);
  });

  it('says that its port is taken, and leaves nothing open', async () => {
    const port = Number(new URL(scene.standIn.url).port);
    await expect(setScene({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
