import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { randomUUID } from 'node:crypto';

import type { NoticeRow } from './book';
import { chinaTime, type Desk } from './desk';
import { strikes } from './faults';
import type { Hand, SigningMode } from './sealing';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long WeChat Pay waits after each failed delivery before the next; then it gives up (24 h 4 min). */
export const retryWaitsMs: readonly number[] = [
  15 * second,
  15 * second,
  30 * second,
  3 * minute,
  10 * minute,
  20 * minute,
  30 * minute,
  30 * minute,
  30 * minute,
  60 * minute,
  3 * hour,
  3 * hour,
  3 * hour,
  6 * hour,
  6 * hour,
];

/** A merchant that has not answered a notice after this long has not answered it. */
const answerWithinMs = 5 * second;

/** How notices are signed and sent, and how much faster than WeChat's schedule they are repeated. */
export type Delivery = {
  hand: () => Hand;
  mode: SigningMode;
  scheduleScale: number;
  /** Sends every notice here instead of to the address that the merchant named. */
  urlOverride: string | undefined;
};

type Office = Omit<Desk, 'announce'>;
type Agents = { plain: HttpAgent; secure: HttpsAgent };

/** Delivers notices until each was taken with a 2xx, or the schedule is over. */
export function courier(desk: Office, delivery: Delivery) {
  const agents: Agents = {
    plain: new HttpAgent({ keepAlive: true }),
    secure: new HttpsAgent({ keepAlive: true }),
  };
  const deliver = async (row: NoticeRow, copies: number): Promise<void> => {
    // What is told must not be forgotten by a crash right after.
    await desk.book.durable();
    const sends = Array.from({ length: copies }, () => send(desk, delivery, agents, row));
    const taken = (await Promise.all(sends)).includes(true);
    const waitMs = retryWaitsMs[row.attempts];
    const ended = taken || waitMs === undefined;
    const next = { ...row, attempts: row.attempts + 1, ended };
    desk.book.keep({ kind: 'notice', row: next });
    if (!ended) desk.later(() => deliver(next, 1), waitMs * delivery.scheduleScale);
  };
  return {
    announce(notice: Parameters<Desk['announce']>[0]): void {
      if (strikes(desk.faults, 'dropNotices')) return;
      const fresh = { id: randomUUID(), createdAtMs: desk.nowMs(), attempts: 0, ended: false };
      const row = { ...notice, ...fresh };
      desk.book.keep({ kind: 'notice', row });
      const copies = strikes(desk.faults, 'duplicateNotices') ? 2 : 1;
      const afterMs = strikes(desk.faults, 'lateNotices') ? desk.faults.lateByMs : 0;
      desk.later(() => deliver(row, copies), afterMs);
    },
    /** Goes on with what an earlier run of the stand-in did not deliver. */
    resume(): void {
      for (const row of desk.book.notices.values()) desk.later(() => deliver(row, 1), 0);
    },
    close(): void {
      agents.plain.destroy();
      agents.secure.destroy();
    },
  };
}

/** Sends the notice once, signed anew. */
function send(desk: Office, delivery: Delivery, agents: Agents, row: NoticeRow): Promise<boolean> {
  const hand = delivery.hand();
  const body = noticeBody(row, hand);
  const headers = hand.signed(body, delivery.mode, desk.nowMs());
  if (strikes(desk.faults, 'probeNotices')) {
    headers['Wechatpay-Signature'] = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature']}`;
  }
  const url = new URL(delivery.urlOverride ?? row.url);
  return post(url, headers, body, url.protocol === 'https:' ? agents.secure : agents.plain);
}

function noticeBody(row: NoticeRow, hand: Hand): string {
  return JSON.stringify({
    id: row.id,
    create_time: chinaTime(row.createdAtMs),
    resource_type: 'encrypt-resource',
    event_type: row.eventType,
    summary: row.summary,
    resource: { original_type: row.about, ...hand.sealed(row.plain, row.about) },
  });
}

/** Whether the merchant took the notice: a 2xx within 5 seconds. */
function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  agent: HttpAgent | HttpsAgent,
): Promise<boolean> {
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const length = String(Buffer.byteLength(body));
    const all = { ...headers, 'Content-Type': 'application/json', 'Content-Length': length };
    const request = send(url, { method: 'POST', headers: all, agent });
    const timer = setTimeout(() => request.destroy(new Error('no answer')), answerWithinMs);
    const end = (taken: boolean) => {
      clearTimeout(timer);
      resolve(taken);
    };
    // Whatever the reason, a notice that got no answer is sent again: that is what the schedule is for.
    request.on('error', () => end(false));
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      response.resume();
      response.on('end', () => end(status >= 200 && status < 300));
      response.on('error', () => end(false));
    });
    request.end(body);
  });
}
