import { create } from 'zustand';
import { ask, Declined, hasSession, keepSession, type Output } from '../cloud';
import { entryTold } from './attribution';
import { visitorId } from './visitor';

export type Me = Output<'members.me'>;

interface Session {
  /** Who is signed in, or null before. */
  me: Me | null;
  /** Signs in once; calls meanwhile and later share the answer. After a failure the next call tries again. */
  signIn: () => Promise<Me>;
  /** Takes over what the server said of me since, such as a saved nickname. */
  learn: (me: Me) => void;
}

let underway: Promise<Me> | null = null;

/** The person at this phone. */
export const useSession = create<Session>()((set) => ({
  me: null,
  signIn() {
    underway ??= join().then(
      (me) => {
        set({ me });
        return me;
      },
      (reason: unknown) => {
        underway = null;
        throw reason;
      },
    );
    return underway;
  },
  learn: (me) => set({ me }),
}));

/** Inside WeChat the platform says who calls; a browser needs a session first. */
async function join(): Promise<Me> {
  await entryTold();
  const input = { visitorId: visitorId() };
  if (process.env.TARO_ENV !== 'h5') return ask('members.signIn', input);
  const person = askedFor(window.location.search);
  if (person !== null || !hasSession()) await becomeDemoPerson(person ?? 'new');
  try {
    return await ask('members.signIn', input);
  } catch (reason) {
    if (!(reason instanceof Declined) || reason.code !== 'sign_in_first') throw reason;
    await becomeDemoPerson('new');
    return ask('members.signIn', input);
  }
}

/** The demo's person that an address such as `/?as=guide:1` names, or null. */
function askedFor(search: string): string | null {
  const person = new URLSearchParams(search).get('as');
  return person !== null && /^(new|(shopper|guide|manager):[1-9]\d{0,5})$/.test(person)
    ? person
    : null;
}

/** Browsers sign in only where the shop runs as a demo; elsewhere this door does not exist. */
async function becomeDemoPerson(person: string): Promise<void> {
  const session = await demoSession(person);
  if (session === null) throw new Declined('sign_in_first', '请在微信中打开');
  keepSession(session);
}

async function demoSession(person: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ as: person });
  let answer: unknown;
  try {
    answer = await (await fetch('/demo/sign-in', { method: 'POST', headers, body })).json();
  } catch {
    throw new Declined('no_answer', '网络不太顺，请稍后再试');
  }
  const value = field(answer, 'value');
  const session = field(value, 'session');
  return typeof session === 'string' && session !== '' ? session : null;
}

function field(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  return (record as Readonly<Record<string, unknown>>)[name];
}
