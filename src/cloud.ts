import Taro from '@tarojs/taro';
import type { Input, Output, ProcedureName } from '../cloudfunctions/entries/api/procedures';

export type { Input, Output, ProcedureName };

/** What the cloud said no with: a code for the program, a sentence for the person, facts to show with it. */
export class Declined extends Error {
  constructor(
    readonly code: string,
    readonly say: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'Declined';
  }
}

const sessionKey = 'session';

/**
 * Keeps the session that a browser got at sign-in; inside WeChat the platform itself says who calls. Each tab
 * of a browser keeps its own, so that shopper, guide and manager can stand side by side; a new tab begins
 * with the latest.
 */
export function keepSession(session: string): void {
  sessionStorage.setItem(sessionKey, session);
  Taro.setStorageSync(sessionKey, session);
}

function keptSession(): string {
  const kept: unknown = sessionStorage.getItem(sessionKey) ?? Taro.getStorageSync(sessionKey);
  return typeof kept === 'string' ? kept : '';
}

/** Whether anybody is signed in here: always so inside WeChat, by a kept session in a browser. */
export function hasSession(): boolean {
  return process.env.TARO_ENV === 'weapp' || keptSession() !== '';
}

/** A file to send: its path on the phone, in a browser the file itself. */
export interface Sending {
  readonly path: string;
  readonly file?: File;
}

/**
 * Sends a file to the platform's storage, into `place` (`<folder>/<name>`) where the phone may say where; its id
 * there. Throws {@link Declined}.
 */
export async function sendFile(sending: Sending, place: string): Promise<string> {
  return process.env.TARO_ENV === 'h5' ? postFile(sending) : sendToCloud(sending, place);
}

async function sendToCloud({ path }: Sending, place: string): Promise<string> {
  try {
    openCloud();
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: place, filePath: path });
    return fileID;
  } catch {
    throw new Declined('no_answer', '网络不太顺，请稍后再试');
  }
}

/** A host that stands for the storage gives the file a name itself. */
async function postFile({ file }: Sending): Promise<string> {
  const headers = { Authorization: `Bearer ${keptSession()}` };
  let answer: unknown;
  try {
    const sent = await fetch('/uploads', { method: 'POST', headers, body: file ?? null });
    answer = await sent.json();
  } catch {
    throw new Declined('no_answer', '网络不太顺，请稍后再试');
  }
  if (isAnswer(answer) && answer.ok) return (answer.value as { fileId: string }).fileId;
  if (isAnswer(answer) && !answer.ok) throw new Declined(answer.code, answer.say);
  throw new Declined('no_answer', '网络不太顺，请稍后再试');
}

/** Asks the cloud for a procedure. Throws {@link Declined} with a sentence to show, whatever went wrong. */
export async function ask<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer =
    process.env.TARO_ENV === 'weapp' ? await callFunction(name, input) : await post(name, input);
  if (isAnswer(answer) && answer.ok) return answer.value as Output<Name>;
  if (isAnswer(answer) && !answer.ok) throw new Declined(answer.code, answer.say, answer.details);
  throw new Declined('no_answer', '网络不太顺，请稍后再试');
}

type CloudAnswer =
  | { ok: true; value: unknown }
  | { ok: false; code: string; say: string; details?: Readonly<Record<string, unknown>> };

function isAnswer(answer: unknown): answer is CloudAnswer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

let opened = false;

/** Names the cloud environment once; without a name WeChat takes the first one of the account. */
function openCloud(): void {
  if (opened) return;
  opened = true;
  const env = process.env.TARO_APP_CLOUD_ENV ?? '';
  Taro.cloud.init(env === '' ? {} : { env });
}

async function callFunction(name: string, input: unknown): Promise<unknown> {
  try {
    openCloud();
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { name, input } });
    return result;
  } catch {
    throw new Declined('no_answer', '网络不太顺，请稍后再试');
  }
}

async function post(name: string, input: unknown): Promise<unknown> {
  const session = keptSession();
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (session !== '') headers['Authorization'] = `Bearer ${session}`;
  try {
    const answer = await fetch('/api', {
      method: 'POST',
      headers,
      body: JSON.stringify({ name, input }),
    });
    return (await answer.json()) as unknown;
  } catch {
    throw new Declined('no_answer', '网络不太顺，请稍后再试');
  }
}
