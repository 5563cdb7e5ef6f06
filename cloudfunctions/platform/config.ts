import { z } from 'zod';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const pem = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .refine((text) => text.includes('-----BEGIN'), 'is not PEM');
/** JSON by serial; also as base64 of it, because deployment tools turn values that are JSON into objects. */
const keysBySerial = z
  .string()
  .transform((text, context) => {
    try {
      const json = text.trimStart().startsWith('{') ? text : Buffer.from(text, 'base64').toString();
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue('is neither JSON nor base64 of it');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), pem));

const Environment = z.object({
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(2),
  SHOP_ID: z.uuid(),
  DEMO: flag,
  IDENTITY: z.enum(['wechat', 'session']).default('wechat'),
  SESSION_SECRET: z.string().min(32).optional(),
  DATA_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'is not 32 bytes in base64'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CHECK_OUTPUTS: flag,
  PUBLIC_URL: z.url().default('http://127.0.0.1:8787'),
  FILES_FOLDER: z.string().default(''),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
  WECHAT_SECRET: z.string().min(1),
  WECHAT_PUSH_TOKEN: z.string().regex(/^[0-9A-Za-z]{3,32}$/),
  WECHAT_PUSH_AES_KEY: z.string().regex(/^[0-9A-Za-z]{43}$/),
  /** Empty: the shop has nobody to ask for the way of parcels. */
  TRACKER_URL: z.union([z.literal(''), z.url()]).default(''),
  WXPAY_BASE_URL: z.url().default('https://api.mch.weixin.qq.com'),
  WXPAY_MCHID: z.string().min(1),
  WXPAY_APPID: z.string().min(1),
  WXPAY_SERIAL: z.string().min(1),
  WXPAY_PRIVATE_KEY: pem,
  WXPAY_API_V3_KEY: z.string().length(32),
  WXPAY_PLATFORM_KEYS: keysBySerial,
  WXPAY_NOTIFY_URL: z.url(),
});

/** Everything that a deployment sets, from environment variables; the README says what each means. Throws one line that names every missing or wrong variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`configuration: ${faults.join('; ')}`);
  }
  const set = read.data;
  if (set.IDENTITY === 'session' && set.SESSION_SECRET === undefined) {
    throw new Error('configuration: SESSION_SECRET is needed when IDENTITY is session');
  }
  if (set.IDENTITY === 'wechat' && set.DEMO) {
    throw new Error('configuration: DEMO is not for a deployed shop (IDENTITY is wechat)');
  }
  return {
    databaseUrl: set.DATABASE_URL,
    databasePool: set.DATABASE_POOL,
    shopId: set.SHOP_ID,
    demo: set.DEMO,
    identity: set.IDENTITY,
    sessionSecret: set.SESSION_SECRET ?? '',
    dataKey: set.DATA_KEY,
    logLevel: set.LOG_LEVEL,
    checkOutputs: set.CHECK_OUTPUTS,
    publicUrl: set.PUBLIC_URL,
    filesFolder: set.FILES_FOLDER,
    wechat: {
      baseUrl: set.WECHAT_BASE_URL,
      appid: set.WXPAY_APPID,
      secret: set.WECHAT_SECRET,
      push: { token: set.WECHAT_PUSH_TOKEN, aesKey: set.WECHAT_PUSH_AES_KEY },
    },
    trackerUrl: set.TRACKER_URL,
    pay: {
      baseUrl: set.WXPAY_BASE_URL,
      mchid: set.WXPAY_MCHID,
      appid: set.WXPAY_APPID,
      serial: set.WXPAY_SERIAL,
      privateKeyPem: set.WXPAY_PRIVATE_KEY,
      apiV3Key: set.WXPAY_API_V3_KEY,
      platformKeys: set.WXPAY_PLATFORM_KEYS,
      notifyUrl: set.WXPAY_NOTIFY_URL,
    },
  };
}

/** The configuration of this process, read at its first use. */
export const config = once(() => readConfig(process.env));

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
