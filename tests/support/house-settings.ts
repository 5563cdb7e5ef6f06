import type { MerchantSide } from '../../cloudfunctions/local/pay-stand-in/keys';
import type { WechatKeys } from '../../cloudfunctions/local/wechat-stand-in/desk';
import { wechatSettings } from '../../cloudfunctions/local/wechat-stand-in/settings';

/** What signs the sessions of a house. */
export const houseSecret = 'a secret of a house that stands only in tests';

/** The key under which the small shop seals what it writes. */
const smallDataKey = Buffer.alloc(32, 7).toString('base64');

interface Site {
  databaseUrl: string;
  shopId: string;
  payUrl: string;
  notifyUrl: string;
  merchant: MerchantSide;
  wechat: { url: string; keys: WechatKeys };
  logLevel: string;
}

/** Every variable that a shop is told, as a merchant would copy it from WeChat Pay's pages. */
export function houseSettings(site: Site): Record<string, string> {
  const { merchant, wechat } = site;
  return {
    DATABASE_URL: site.databaseUrl,
    DATABASE_POOL: '8',
    SHOP_ID: site.shopId,
    DEMO: '1',
    IDENTITY: 'session',
    SESSION_SECRET: houseSecret,
    DATA_KEY: smallDataKey,
    LOG_LEVEL: site.logLevel,
    CHECK_OUTPUTS: '1',
    WXPAY_BASE_URL: site.payUrl,
    WXPAY_MCHID: merchant.mchid,
    WXPAY_APPID: merchant.appid,
    WXPAY_SERIAL: merchant.serial,
    WXPAY_PRIVATE_KEY: merchant.privateKeyPem,
    WXPAY_API_V3_KEY: merchant.apiV3Key,
    WXPAY_PLATFORM_KEYS: JSON.stringify(merchant.platformKeys),
    WXPAY_NOTIFY_URL: site.notifyUrl,
    ...wechatSettings(wechat),
  };
}
