import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';

import { merchantSide } from '../../../../cloudfunctions/local/pay-stand-in/keys';
import { bought, purchase, setScene, type Scene } from './setup';

let scene: Scene;

beforeEach(async () => {
  scene = await setScene({ realNowMs: Date.now });
});

afterEach(() => scene.close());

type Said = { status: number; headers: Record<string, unknown>; body: string };
type Change = {
  authorization?: (fields: Record<string, string>) => string;
  target?: string;
  body?: string;
};

/** A call signed by the plugin of npm; `change` tampers with what was signed. */
function call(method: string, target: string, body = '', change: Change = {}): Promise<Said> {
  const { mchid, serial, privateKeyPem } = merchantSide(scene.standIn.keys());
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce_str = Formatter.nonce();
  const text = Formatter.request(method, target, timestamp, nonce_str, body);
  const signature = Rsa.sign(text, privateKeyPem);
  const fields = { mchid, serial_no: serial, timestamp, nonce_str, signature };
  const authorization = change.authorization?.(fields) ?? header(fields);
  const url = new URL(`${scene.standIn.url}${change.target ?? target}`);
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { authorization } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.on('error', reject).end(change.body ?? body);
  });
}

function header(fields: Record<string, string>): string {
  const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`;
}

const closing = '/v3/pay/transactions/out-trade-no/202605280001/close';
const query = () =>
  `/v3/pay/transactions/out-trade-no/202605280001?mchid=${scene.standIn.keys().mchid}`;

describe('the stand-in', () => {
  it('speaks with a client of others: announced, found, closed', async () => {
    const side = merchantSide(scene.standIn.keys());
    const wxpay = new Wechatpay({
      baseURL: scene.standIn.url,
      mchid: side.mchid,
      serial: side.serial,
      privateKey: side.privateKeyPem,
      certs: side.platformKeys,
    });
    const announced = await wxpay.chain('v3/pay/transactions/jsapi').post({
      appid: side.appid,
      mchid: side.mchid,
      description: '测试',
      out_trade_no: 'others-1',
      notify_url: 'https://shop.example/notify',
      amount: { total: 1 },
      payer: { openid: 'somebody' },
    });
    expect(announced.data).toEqual({ prepay_id: expect.stringMatching(/^wx/) as unknown });
    const path = 'v3/pay/transactions/out-trade-no/others-1';
    const found = await wxpay.chain(path).get({ params: { mchid: side.mchid } });
    expect(found.data).toMatchObject({ trade_state: 'NOTPAY', amount: { total: 1 } });
    const closed = await wxpay.chain(`${path}/close`).post({ mchid: side.mchid });
    expect(closed.status).toBe(204);
  });

  it.each<[string, Change]>([
    ['nothing', { authorization: () => '' }],
    ['another scheme', { authorization: (fields) => header(fields).replace('SHA256', 'SM2') }],
    ['another merchant', { authorization: (fields) => header({ ...fields, mchid: '1900000000' }) }],
    ['another serial', { authorization: (fields) => header({ ...fields, serial_no: 'AB' }) }],
    ['another nonce', { authorization: (fields) => header({ ...fields, nonce_str: 'x' }) }],
    ['an old time', { authorization: (fields) => header({ ...fields, timestamp: '1700000000' }) }],
    ['another signature', { authorization: (fields) => header({ ...fields, signature: 'AAAA' }) }],
    ['another path', { target: `${closing}?mchid=1` }],
    ['another body', { body: '{}' }],
  ])('turns away a call signed with %s, unsigned, with 401', async (_what, change) => {
    const said = await call('POST', closing, '{"mchid":"1"}', change);
    expect(said.status).toBe(401);
    expect(JSON.parse(said.body)).toMatchObject({ code: 'SIGN_ERROR' });
    expect(said.headers).not.toHaveProperty('wechatpay-signature');
  });

  it('says which value is wrong', async () => {
    const path = '/v3/pay/transactions/jsapi';
    const side = merchantSide(scene.standIn.keys());
    const body = {
      appid: side.appid,
      mchid: side.mchid,
      description: '测试',
      out_trade_no: '202605280001',
      notify_url: 'https://shop.example/notify',
      amount: { total: 0.5 },
      payer: { openid: 'somebody' },
    };
    const asked = async (change: object) => {
      const said = await call('POST', path, JSON.stringify({ ...body, ...change }));
      return [said.status, JSON.parse(said.body)] as unknown;
    };
    const wrong = (field: string) => [
      400,
      {
        code: 'PARAM_ERROR',
        message: '参数错误',
        detail: expect.objectContaining({ field }) as unknown,
      },
    ];
    expect(await asked({})).toEqual(wrong('/amount/total'));
    expect(await asked({ amount: { total: 1 }, notify_url: 'https://shop.invalid/c?d=1' })).toEqual(
      wrong('/notify_url'),
    );
    expect(await asked({ amount: { total: 1, currency: 'USD' } })).toEqual(
      wrong('/amount/currency'),
    );
    expect(await asked({ amount: { total: 1 }, appid: 'wx0' })).toMatchObject([
      400,
      { code: 'APPID_MCHID_NOT_MATCH' },
    ]);
    expect(JSON.parse((await call('POST', path, 'hello')).body)).toMatchObject({
      code: 'PARAM_ERROR',
    });
  });

  it('knows no other path, and a query needs its merchant', async () => {
    expect(await call('GET', '/v3/nothing')).toMatchObject({ status: 404, body: '' });
    expect(await call('GET', query().replace(/\?.*/, ''))).toMatchObject({ status: 400 });
  });

  it('lists its certificates, sealed with the APIv3 key', async () => {
    scene.standIn.rotateCertificate();
    const keys = scene.standIn.keys();
    const { data } = JSON.parse((await call('GET', '/v3/certificates')).body) as {
      data: { serial_no: string; encrypt_certificate: Record<string, string> }[];
    };
    const opened = data.map(({ serial_no, encrypt_certificate: sealed }) => {
      const { ciphertext = '', nonce = '', associated_data } = sealed;
      return [serial_no, Aes.AesGcm.decrypt(ciphertext, keys.apiV3Key, nonce, associated_data)];
    });
    expect(opened).toEqual(keys.certificates.map((one) => [one.serial, one.certificatePem]));
  });

  it('signs with its own choice for a shop that names no key, and else with the key that is named', async () => {
    const input = purchase(Date.now());
    const refused = scene.client('certificate').prepay(input);
    await expect(refused).rejects.toMatchObject({ reason: 'unverified' });
    await scene.restart({ signingMode: 'certificate' });
    const number = input.outTradeNo;
    expect(await scene.client('certificate').query(number)).toMatchObject({ tradeState: 'NOTPAY' });
    expect(await scene.client('public_key').query(number)).toMatchObject({ tradeState: 'NOTPAY' });
  });
});

describe('the book of the stand-in', () => {
  it('keeps payments and refunds over a restart, though a crash cut off its last line', async () => {
    const transactionId = await bought(scene);
    const refund = {
      outTradeNo: '202605280001',
      outRefundNo: 'R1',
      amountFen: 5,
      totalFen: 12_345,
    };
    const { refundId } = await scene.client().refund({ ...refund, reason: '' });
    await scene.standIn.close();
    appendFileSync(join(scene.folder, 'book.jsonl'), '{"kind":"payment","row":{"outTr');
    await scene.restart();
    expect(await scene.client().query('202605280001')).toMatchObject({ transactionId });
    expect(await scene.client().queryRefund('R1')).toMatchObject({ refundId });
    expect(readFileSync(join(scene.folder, 'book.jsonl'), 'utf8')).not.toContain('"outTr\n');
  });

  it('has a payment on the disk before it is said to be paid', async () => {
    const { prepayId } = await scene.client().prepay(purchase(Date.now()));
    await scene.standIn.pay({ prepayId });
    const text = readFileSync(join(scene.folder, 'book.jsonl'), 'utf8');
    expect(text).toContain('"state":"SUCCESS"');
  });

  it('and the keys are for their owner alone', () => {
    const modes = ['book.jsonl', 'keys.json'].map(
      (name) => statSync(join(scene.folder, name)).mode,
    );
    expect(modes.map((mode) => mode & 0o077)).toEqual([0, 0]);
  });
});
