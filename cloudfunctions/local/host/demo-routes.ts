import { randomUUID } from 'node:crypto';
import { realNowMs, shopNowMs } from '../../platform/clock';
import { signSession } from '../../platform/session';
import { traceByClock } from '../tracker-stand-in/trace';
import type { DemoClock } from './demo-clock';
import { json, readObject, refusal, type Exchange, type Reply } from './exchange';

/** What the demo's own routes need. */
export interface Demo {
  readonly clock: DemoClock;
  readonly sessionSecret: string;
  /** The page of the pay stand-in that plays WeChat's pay sheet. */
  readonly sheetUrl: string | undefined;
  /** Called after the clock moved. */
  readonly onClockMoved: () => void;
}

const person = /^(shopper|guide|manager):([1-9]\d{0,5})$/;
const longestAdvanceMs = 400 * 86_400_000;
const latestOffsetMs = 20 * 365 * 86_400_000;

/** A session for one of the demo's people, or for somebody new. */
export async function signIn(demo: Demo, { request }: Exchange): Promise<Reply> {
  const read = await readObject(request);
  if ('refused' in read) return read.refused;
  const openid = openidOf(read.value['as']);
  if (openid === null) {
    return refusal(
      400,
      'bad_person',
      '没有这个演示人物，可用 shopper:1、guide:1、manager:1 或 new',
    );
  }
  const session = signSession({ openid }, demo.sessionSecret, realNowMs());
  return json(200, { ok: true, value: { session } });
}

/** Moves the shop's clock forward, so that its timers can be watched. */
export async function moveClock(demo: Demo, { request }: Exchange): Promise<Reply> {
  const read = await readObject(request);
  if ('refused' in read) return read.refused;
  const advanceMs = read.value['advanceMs'];
  if (!isAdvance(advanceMs) || demo.clock.offsetMs + advanceMs > latestOffsetMs) {
    return refusal(400, 'bad_advance', '时间只能向前拨，一次最多 400 天');
  }
  await demo.clock.advance(advanceMs);
  demo.onClockMoved();
  const { offsetMs } = demo.clock;
  return json(200, { ok: true, value: { nowMs: shopNowMs(offsetMs), clockOffsetMs: offsetMs } });
}

/** Plays the carriers: how far a parcel has come, by the shop's clock. */
export async function traceParcel(demo: Demo, { request }: Exchange): Promise<Reply> {
  const read = await readObject(request);
  if ('refused' in read) return read.refused;
  const { carrier, number, phoneTail, sinceMs } = read.value;
  if (typeof number !== 'string' || typeof sinceMs !== 'number') {
    return refusal(400, 'bad_parcel', '缺少运单号或寄出时间');
  }
  const nowMs = shopNowMs(demo.clock.offsetMs);
  const asked = { carrier: String(carrier), number, phoneTail: String(phoneTail), sinceMs, nowMs };
  return json(200, traceByClock(asked));
}

/** Sends the browser to the stand-in's pay sheet, and tells that page the way back into the shop. */
export function openPaySheet({ sheetUrl }: Demo, { request, url }: Exchange): Reply {
  if (sheetUrl === undefined) return refusal(404, 'no_pay_sheet', '没有支付页');
  const shop = new URL(`http://${request.headers.host ?? 'localhost'}`);
  const sheet = new URL(sheetUrl);
  // A phone in the local network came by that network's address, and finds the sheet by it too.
  sheet.hostname = shop.hostname;
  for (const [name, value] of url.searchParams) sheet.searchParams.append(name, value);
  sheet.searchParams.set('back', new URL(wayBack(url), shop).href);
  return { status: 302, headers: { location: sheet.href, 'cache-control': 'no-store' } };
}

/** Only a path within the shop: a link must not lead from the pay sheet to a stranger's page. */
function wayBack(url: URL): string {
  const wanted = url.searchParams.get('back') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

function openidOf(as: unknown): string | null {
  if (as === 'new') return `demo-new-${randomUUID()}`;
  const [, role, number] = (typeof as === 'string' ? person.exec(as) : null) ?? [];
  return role === undefined ? null : `demo-${role}-${number}`;
}

function isAdvance(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= longestAdvanceMs;
}
