import { z } from 'zod';
import { isTokenOver, post, type Call, type Line, type WechatLog } from './ask';
import { ForgedPush } from './errors';
import { answerEcho, openPush, type PushArrived, type PushKeys, type PushMessage } from './push';
import { shippingBody, type ShippedOrder, type ShippingInfo } from './shipping';
import { keepToken } from './token';

/** A mini program at WeChat's server API, or at its stand-in: the two differ in nothing but what stands here. */
export type WechatOptions = {
  /** `https://api.weixin.qq.com`, or the stand-in's address. */
  baseUrl: string;
  appid: string;
  secret: string;
  /** What WeChat signs and seals its messages with; empty ones believe nothing. */
  push: Omit<PushKeys, 'appid'>;
  /** The wall clock; never a shop's clock that was moved. */
  realNowMs: () => number;
  /** For one whole call; 6 s unless told. */
  timeoutMs?: number;
  log?: WechatLog;
};

/** A subscribe message: the values of a template's fields by their names, such as `thing1`. */
export type SubscribeMessage = {
  openid: string;
  templateId: string;
  /** Where a tap on it leads, such as `pages/shopper/order/index?orderId=…`. */
  page: string;
  data: Readonly<Record<string, string>>;
};

/** Where a text or a picture shows. */
export type ContentScene = 'profile' | 'comment' | 'forum' | 'social';

/** What WeChat makes of content: fine, to be looked at by people, or not allowed. */
export type Verdict = 'pass' | 'review' | 'risky';

/** WeChat's server API. Calls throw `WechatUnavailable` or `WechatRefused`. */
export type WechatClient = {
  /** Sends one message. Is never repeated by itself: WeChat would count it twice. */
  sendSubscribe(message: SubscribeMessage): Promise<void>;
  /** What WeChat makes of a text of ≤ 2 500 characters that `openid` wrote in the last two hours. */
  checkText(text: { openid: string; scene: ContentScene; content: string }): Promise<Verdict>;
  /** Has a picture checked, which WeChat fetches from `mediaUrl`; a push with the trace id brings the verdict. */
  checkMedia(picture: {
    openid: string;
    scene: ContentScene;
    mediaUrl: string;
  }): Promise<{ traceId: string }>;
  /** Reports that a payment's goods are on their way, so that WeChat pays the shop. */
  uploadShippingInfo(info: ShippingInfo): Promise<void>;
  /** Has WeChat remind the payer to confirm, once per payment, when the carrier has delivered. */
  notifyConfirmReceive(order: ShippedOrder, receivedAtMs: number): Promise<void>;
  /** What to answer to WeChat's test of the push address. Throws {@link ForgedPush} when it is not WeChat. */
  answerEcho(query: URLSearchParams): string;
  /** What a pushed message says. Throws {@link ForgedPush} unless WeChat signed and sealed it for this app just now. */
  readPush(arrived: PushArrived): PushMessage;
};

const scenes = { profile: 1, comment: 2, forum: 3, social: 4 } as const;
const mostText = 2_500;
const picture = 2;
const Done = z.unknown();
const TextChecked = z.object({
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }),
});
const MediaAsked = z.object({ trace_id: z.string().min(1).max(128) });

/** A client for one mini program. Make it once and keep it: it holds the access token. */
export function wechatClient(options: WechatOptions): WechatClient {
  const line = lineOf(options);
  const call = callWith(line);
  const keys: PushKeys = { ...options.push, appid: options.appid };
  return {
    async sendSubscribe(message) {
      await call(sendCall(message), Done);
    },
    async checkText({ openid, scene, content }) {
      const cut = [...content].slice(0, mostText).join('');
      const body = { version: 2, openid, scene: scenes[scene], content: cut };
      const asked = { operation: 'checkText', path: '/wxa/msg_sec_check', body };
      return (await call(asked, TextChecked)).result.suggest;
    },
    async checkMedia({ openid, scene, mediaUrl }) {
      const body = {
        ...{ version: 2, openid, scene: scenes[scene] },
        ...{ media_url: mediaUrl, media_type: picture },
      };
      const asked = { operation: 'checkMedia', path: '/wxa/media_check_async', body };
      return { traceId: (await call(asked, MediaAsked)).trace_id };
    },
    async uploadShippingInfo(info) {
      const path = '/wxa/sec/order/upload_shipping_info';
      await call({ operation: 'uploadShippingInfo', path, body: shippingBody(info) }, Done);
    },
    async notifyConfirmReceive(order, receivedAtMs) {
      const path = '/wxa/sec/order/notify_confirm_receive';
      const body = { ...confirmKey(order), received_time: Math.floor(receivedAtMs / 1_000) };
      await call({ operation: 'notifyConfirmReceive', path, body }, Done);
    },
    answerEcho: (query) => answerEcho(query, keys, options.realNowMs()),
    readPush: (arrived) => openPushSaying(arrived, keys, options),
  };
}

function lineOf(options: WechatOptions): Line {
  const url = new URL(options.baseUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RangeError('the base URL of WeChat is not http or https');
  }
  const { appid, secret, realNowMs, timeoutMs = 6_000, log } = options;
  return { baseUrl: url.origin, appid, secret, timeoutMs, realNowMs, log };
}

/** Makes calls with the token that is kept; one that WeChat knows no more is replaced once. */
function callWith(line: Line) {
  const tokens = keepToken(line);
  return async <T>(call: Call, read: z.ZodType<T>): Promise<T> => {
    const token = await tokens.current();
    try {
      return await post(line, call, token, read);
    } catch (fault) {
      if (!isTokenOver(fault)) throw fault;
      return post(line, call, await tokens.after(token), read);
    }
  };
}

function sendCall({ openid, templateId, page, data }: SubscribeMessage): Call {
  const fields = Object.entries(data).map(([name, value]) => [name, { value }] as const);
  const body = {
    ...{ touser: openid, template_id: templateId, page },
    ...{ data: Object.fromEntries(fields), miniprogram_state: 'formal', lang: 'zh_CN' },
  };
  const path = '/cgi-bin/message/subscribe/send';
  return { operation: 'sendSubscribe', path, body, once: true };
}

function confirmKey(order: ShippedOrder) {
  return 'transactionId' in order
    ? { transaction_id: order.transactionId }
    : { merchant_id: order.mchid, merchant_trade_no: order.outTradeNo };
}

function openPushSaying(
  arrived: PushArrived,
  keys: PushKeys,
  { realNowMs, log }: WechatOptions,
): PushMessage {
  try {
    return openPush(arrived, keys, realNowMs());
  } catch (fault) {
    if (fault instanceof ForgedPush) log?.warn('wechat.push_refused', { reason: fault.reason });
    throw fault;
  }
}
