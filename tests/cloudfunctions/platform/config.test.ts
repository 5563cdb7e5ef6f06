import { generateKeyPairSync } from 'node:crypto';
import { readConfig } from '../../../cloudfunctions/platform/config';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

const whole: Record<string, string | undefined> = {
  DATABASE_URL: 'postgres://shop@127.0.0.1:5432/shop',
  SHOP_ID: '0193a5c0-0000-7000-8000-000000000001',
  DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
  WXPAY_MCHID: '1900000001',
  WXPAY_APPID: 'wx0000000000000001',
  WXPAY_SERIAL: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  WXPAY_PRIVATE_KEY: privatePem,
  WXPAY_API_V3_KEY: 'k'.repeat(32),
  WXPAY_PLATFORM_KEYS: JSON.stringify({ PUB_KEY_ID_1: publicPem }),
  WXPAY_NOTIFY_URL: 'https://shop.example/pay/notify',
  WECHAT_SECRET: '5'.repeat(32),
  WECHAT_PUSH_TOKEN: 'pushToken',
  WECHAT_PUSH_AES_KEY: 'k'.repeat(43),
};

/** The line that a shop with this change says instead of starting. */
function objection(change: Record<string, string | undefined>): string {
  try {
    readConfig({ ...whole, ...change });
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
  return 'nothing';
}

describe('the configuration', () => {
  it('of a deployed shop needs no more than this, and then is no demo', () => {
    const set = readConfig(whole);
    expect(set).toMatchObject({
      demo: false,
      identity: 'wechat',
      logLevel: 'info',
      databasePool: 2,
    });
    expect(set.pay.baseUrl).toBe('https://api.mch.weixin.qq.com');
    expect(set.pay.platformKeys).toEqual({ PUB_KEY_ID_1: publicPem });
  });

  it('reads the platform’s keys also as base64, which deployment tools leave alone', () => {
    const keys = Buffer.from(whole['WXPAY_PLATFORM_KEYS'] ?? '').toString('base64');
    const set = readConfig({ ...whole, WXPAY_PLATFORM_KEYS: keys });
    expect(set.pay.platformKeys).toEqual({ PUB_KEY_ID_1: publicPem });
    expect(objection({ WXPAY_PLATFORM_KEYS: 'nonsense' })).toContain('WXPAY_PLATFORM_KEYS');
  });

  it('reads keys that a console squeezed into one line', () => {
    const squeezed = privatePem.replaceAll('\n', '\\n');
    expect(readConfig({ ...whole, WXPAY_PRIVATE_KEY: squeezed }).pay.privateKeyPem).toBe(
      privatePem,
    );
  });

  it.each(Object.keys(whole))('names %s when it is missing, in one line', (name) => {
    const said = objection({ [name]: undefined });
    expect(said).toMatch(/^configuration: /);
    expect(said).toContain(name);
    expect(said).not.toContain('\n');
  });

  it('names everything that is wrong at once', () => {
    const said = objection({ DATABASE_URL: undefined, SHOP_ID: 'shop', DATABASE_POOL: 'many' });
    for (const name of ['DATABASE_URL', 'SHOP_ID', 'DATABASE_POOL']) expect(said).toContain(name);
  });

  it.each([
    ['DATA_KEY', Buffer.alloc(31).toString('base64')],
    ['WXPAY_PRIVATE_KEY', 'a key'],
    ['WXPAY_API_V3_KEY', 'k'.repeat(31)],
    ['WXPAY_PLATFORM_KEYS', 'no JSON'],
    ['WXPAY_PLATFORM_KEYS', '{"serial":"no key"}'],
    ['WXPAY_NOTIFY_URL', 'notify'],
    ['WECHAT_PUSH_TOKEN', 'no'],
    ['WECHAT_PUSH_AES_KEY', 'k'.repeat(42)],
    ['DATABASE_POOL', '0'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['IDENTITY', 'anybody'],
  ])('refuses %s = %p by its name and does not repeat a secret', (name, value) => {
    const said = objection({ [name]: value });
    expect(said).toContain(name);
    expect(said).not.toContain('k'.repeat(31));
    expect(said).not.toContain('AAAAAAAA');
  });

  it('never lets a shop of WeChat’s cloud be a demo', () => {
    expect(objection({ DEMO: '1' })).toContain('DEMO');
  });

  it('wants a secret where sessions say who calls, and a long one', () => {
    expect(objection({ IDENTITY: 'session' })).toContain('SESSION_SECRET');
    expect(objection({ IDENTITY: 'session', SESSION_SECRET: 'short' })).toContain('SESSION_SECRET');
    expect(objection({ IDENTITY: 'session', SESSION_SECRET: 's'.repeat(32) })).toBe('nothing');
  });
});
