import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { hasSession, type Output } from '../cloud';
import { askAsMember } from './askAsMember';
import { freshId } from './chance';

type Taps = Output<'messaging.templates'>['taps'];
type Tap = Taps[number]['tap'];
type Template = Taps[number]['templates'][number];

interface Subscriptions {
  /** What the shop asks for at each tap; null until it is known. */
  taps: Taps | null;
  /** Learns it once; a page that asks at a tap does so when it opens, since a tap cannot wait for the shop. */
  learn: () => Promise<void>;
  /** Counts what was accepted, before the shop is asked again. */
  accept: (templateIds: readonly string[]) => void;
}

let learning: Promise<void> | null = null;

/** Which messages the member may be asked for. */
export const useSubscriptions = create<Subscriptions>()((set, get) => ({
  taps: null,
  learn() {
    if (get().taps !== null || !mayAsk() || !hasSession()) return Promise.resolve();
    learning ??= askAsMember('messaging.templates', {})
      .then(
        ({ taps }) => set({ taps }),
        // Nobody misses a question that was not asked; the next page tries again.
        () => undefined,
      )
      .finally(() => {
        learning = null;
      });
    return learning;
  },
  accept: (templateIds) =>
    set(({ taps }) => ({
      taps:
        taps === null
          ? null
          : taps.map((one) => ({ ...one, templates: counted(one.templates, templateIds) })),
    })),
}));

function counted(templates: readonly Template[], accepted: readonly string[]): Template[] {
  return templates.map((one) =>
    accepted.includes(one.templateId) ? { ...one, left: one.left + 1 } : one,
  );
}

/** Only WeChat asks for messages; a browser has no such question. */
export function mayAsk(): boolean {
  return process.env.TARO_ENV === 'weapp';
}

/** What is to be asked for at a tap, as far as it is known. */
export function templatesAt(taps: Taps | null, tap: Tap): readonly Template[] {
  return taps?.find((one) => one.tap === tap)?.templates ?? [];
}

/**
 * Asks for a tap's messages, three at most, inside the tap itself: WeChat refuses the question later. Answers
 * whether any was accepted. A question that WeChat does not put (she said "never", or refused all) is no failure.
 */
export async function askForMessages(tap: Tap): Promise<boolean> {
  const { taps, accept } = useSubscriptions.getState();
  const ids = templatesAt(taps, tap).map(({ templateId }) => templateId);
  if (!mayAsk() || ids.length === 0) return false;
  const answers = await put(ids);
  const accepted = ids.filter((id) => answers[id] === 'accept');
  const rejected = ids.filter((id) => answers[id] === 'reject');
  if (accepted.length + rejected.length === 0) return false;
  accept(accepted);
  try {
    await askAsMember('messaging.accepted', { key: freshId(), accepted, rejected });
  } catch {
    // The shop then knows of one message less than WeChat; it asks again at the next tap.
  }
  return accepted.length > 0;
}

/** Asks at a tap where another deed is what she came for: only when a message there has none left. */
export async function askBesides(tap: Tap): Promise<void> {
  const { taps } = useSubscriptions.getState();
  if (templatesAt(taps, tap).some(({ left }) => left === 0)) await askForMessages(tap);
}

async function put(ids: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  try {
    const answer: unknown = await Taro.requestSubscribeMessage({
      tmplIds: [...ids],
      entityIds: [],
    });
    return typeof answer === 'object' && answer !== null ? { ...answer } : {};
  } catch {
    return {};
  }
}
