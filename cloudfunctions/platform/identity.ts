import { config } from './config';
import { readSession, type Identity } from './session';

interface WechatContext {
  OPENID?: string;
}
interface WechatSdk {
  init(options: { env: symbol | string }): void;
  DYNAMIC_CURRENT_ENV: symbol | string;
  getWXContext(): WechatContext;
  getTempFileURL(asked: {
    fileList: readonly string[];
  }): Promise<{ fileList: readonly { fileID: string; tempFileURL: string }[] }>;
  openapi: {
    wxacode: {
      getUnlimited(code: {
        scene: string;
        page: string;
        checkPath: boolean;
        width: number;
      }): Promise<{ contentType: string; buffer: Buffer }>;
    };
  };
}

let sdk: WechatSdk | undefined;

/**
 * Who calls, by the platform's word: WeChat's context in the cloud, a signed session elsewhere; never by the
 * input. Null for a visitor whom nobody vouches for (a Moments page, a browser before sign-in).
 */
export function callerIdentity(
  event: { session?: string | undefined },
  nowMs: number,
): Identity | null {
  if (config().identity === 'session') {
    return event.session === undefined
      ? null
      : readSession(event.session, config().sessionSecret, nowMs);
  }
  const { OPENID } = wechatSdk().getWXContext();
  return OPENID === undefined || OPENID === '' ? null : { openid: OPENID };
}

/** The SDK is loaded late and in the cloud only: elsewhere it raises unhandled rejections that end Node. */
export function wechatSdk(): WechatSdk {
  if (sdk === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would run at start, everywhere
    sdk = require('wx-server-sdk') as WechatSdk;
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  }
  return sdk;
}
