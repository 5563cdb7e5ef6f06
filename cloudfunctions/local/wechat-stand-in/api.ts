import { z } from 'zod';
import { fine, no, refusals, type ApiAnswer } from './answers';
import { strikes } from './faults';
import { whyNotFields } from './fields';
import type { Desk } from './desk';
import { shipped } from './shipping';

const Grant = z.object({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().default(false),
});
const Message = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().max(1_024).optional(),
  data: z.record(z.string(), z.object({ value: z.string() })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']).optional(),
});
const Text = z.object({
  version: z.literal(2),
  openid: z.string().min(1),
  scene: z.number(),
  content: z.string(),
});
const Media = z.object({
  version: z.literal(2),
  openid: z.string().min(1),
  scene: z.number(),
  media_url: z.url(),
  media_type: z.literal(2),
});
const Confirming = z.object({
  transaction_id: z.string().optional(),
  merchant_id: z.string().optional(),
  merchant_trade_no: z.string().optional(),
  received_time: z.number().int().positive(),
});

/** A token lives this long, as WeChat's do. */
const tokenSeconds = 7_200;

type Deed = (desk: Desk, body: unknown) => ApiAnswer;

/** What each call does, by its path. */
const deeds: Readonly<Record<string, Deed>> = {
  '/cgi-bin/message/subscribe/send': send,
  '/wxa/msg_sec_check': checkText,
  '/wxa/media_check_async': checkMedia,
  '/wxa/sec/order/upload_shipping_info': shipped,
  '/wxa/sec/order/notify_confirm_receive': confirm,
};

/** What becomes of one call: an answer, none (it hangs), or one that is lost on its way; null for an unknown path. */
export function answerTo(
  desk: Desk,
  call: { path: string; accessToken: string; body: unknown },
): { answer: ApiAnswer | 'silence'; lost: boolean } | null {
  const { path, body } = call;
  const deed = path === '/cgi-bin/stable_token' ? grant : deeds[path];
  if (deed === undefined) return null;
  desk.counts[path] = (desk.counts[path] ?? 0) + 1;
  const early = trouble(desk, path === '/cgi-bin/stable_token' ? null : call.accessToken);
  if (early !== null) return { answer: early, lost: false };
  if (body === undefined) return { answer: refusals.notJson, lost: false };
  const answer = deed(desk, body);
  const isGrant = path === '/cgi-bin/stable_token';
  return { answer, lost: !isGrant && strikes(desk.faults, 'loseAnswers') };
}

/** What goes wrong before a call is looked at. A token is asked for by none of the faults. */
function trouble(desk: Desk, accessToken: string | null): ApiAnswer | 'silence' | null {
  if (accessToken === null) return null;
  if (strikes(desk.faults, 'endTokens')) desk.token = null;
  const token = desk.token;
  if (token === null || token.text !== accessToken || token.untilMs <= desk.nowMs()) {
    return refusals.badToken;
  }
  if (strikes(desk.faults, 'timeouts')) return 'silence';
  if (strikes(desk.faults, 'busy')) return refusals.busy;
  return strikes(desk.faults, 'limited') ? refusals.limited : null;
}

function grant(desk: Desk, body: unknown): ApiAnswer {
  const read = Grant.safeParse(body);
  if (!read.success) return refusals.notJson;
  const { grant_type: type, appid, secret, force_refresh: force } = read.data;
  if (type !== 'client_credential') return refusals.badGrant;
  if (appid !== desk.keys.appid) return refusals.badApp;
  if (secret !== desk.keys.secret) return refusals.badSecret;
  const now = desk.nowMs();
  if (force || desk.token === null || desk.token.untilMs <= now) {
    desk.token = { text: `stand-in-${desk.newId()}`, untilMs: now + tokenSeconds * 1_000 };
  }
  const seconds = Math.floor((desk.token.untilMs - now) / 1_000);
  return { errcode: 0, access_token: desk.token.text, expires_in: Math.max(1, seconds) };
}

function send(desk: Desk, body: unknown): ApiAnswer {
  const read = Message.safeParse(body);
  if (!read.success) return formFault(read.error);
  const { touser, template_id: templateId, page = '', data } = read.data;
  const wrong = whyNotFields(data);
  if (wrong !== null) return wrong;
  if (strikes(desk.faults, 'noQuota')) return refusals.noQuota;
  desk.sent.messages.push({ openid: touser, templateId, page, data, atMs: desk.nowMs() });
  return fine({ msgid: desk.sent.messages.length });
}

function formFault(error: z.ZodError): ApiAnswer {
  const [first] = error.issues[0]?.path ?? [];
  if (first === 'touser') return refusals.badOpenid;
  return first === 'template_id'
    ? refusals.badTemplate
    : no(47_003, `argument invalid! ${String(first)}`);
}

function checkText(desk: Desk, body: unknown): ApiAnswer {
  const read = Text.safeParse(body);
  if (!read.success)
    return read.error.issues[0]?.path[0] === 'openid' ? refusals.badOpenid : refusals.notJson;
  const { scene, content } = read.data;
  if (![1, 2, 3, 4].includes(scene)) return refusals.badScene;
  if (content === '') return refusals.empty;
  if ([...content].length > 2_500) return refusals.tooLong;
  desk.sent.texts.push({ scene, content });
  const suggest = strikes(desk.faults, 'risky') ? 'risky' : verdictOn(content);
  return fine({ result: { suggest, label: labels[suggest] }, trace_id: desk.newId() });
}

const labels = { pass: 100, review: 20_001, risky: 20_001 } as const;

/** By agreement: 违规 stands for what is not allowed, 存疑 for what people have to look at. */
function verdictOn(content: string): keyof typeof labels {
  if (content.includes('违规')) return 'risky';
  return content.includes('存疑') ? 'review' : 'pass';
}

function checkMedia(desk: Desk, body: unknown): ApiAnswer {
  const read = Media.safeParse(body);
  if (!read.success) return refusals.notJson;
  const { scene, media_url: url } = read.data;
  if (![1, 2, 3, 4].includes(scene)) return refusals.badScene;
  const traceId = desk.newId();
  desk.sent.pictures.push({ url, traceId });
  const suggest = strikes(desk.faults, 'risky') ? 'risky' : verdictOn(decodeURIComponent(url));
  desk.pushLater({
    Event: 'wxa_media_check',
    appid: desk.keys.appid,
    trace_id: traceId,
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label: labels[suggest], prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label: labels[suggest] },
  });
  return fine({ trace_id: traceId });
}

function confirm(desk: Desk, body: unknown): ApiAnswer {
  const read = Confirming.safeParse(body);
  if (!read.success) return no(10_060_014, 'invalid request');
  desk.sent.confirmations.push(read.data);
  return fine();
}
