import { create } from 'zustand';
import { ask, type Output } from '../cloud';
import { momentsScene, readEntry, type Entry, type EntryOptions } from './entry';
import { visitorId } from './visitor';

/** A guide as shoppers see her. */
export type GuideCard = NonNullable<Output<'referral.enter'>['guide']>;
/** What a card is about. */
export type Target = NonNullable<Output<'referral.enter'>['target']>;

interface Attribution {
  visitorId: string;
  /** The card opened last, or null: what I share names it as its parent. */
  shareId: string | null;
  /** Moments shows this page by itself, to be read and no more. */
  readOnly: boolean;
  /** The guide whose card was opened last; otherwise the one I am bound to; null without either. */
  guide: GuideCard | null;
  /** What the card opened last is about: a mini-program code has no room to name it. */
  target: Target | null;
  /** Tells the server of an entry, once each; false when it is the one told of last. */
  enter: (options: EntryOptions) => Promise<boolean>;
  /** Asks for the guide I am bound to, where no card said one. Needs somebody signed in. */
  findMyGuide: () => Promise<void>;
}

let lastEntry = '';
let telling: Promise<unknown> = Promise.resolve();

/** Resolves when no entry is on its way: who signs in before that leaves her first touch behind. */
export async function entryTold(): Promise<void> {
  await telling;
}

/** By whom this phone came into the shop. */
export const useAttribution = create<Attribution>()((set, get) => ({
  visitorId: visitorId(),
  shareId: null,
  readOnly: false,
  guide: null,
  target: null,
  async enter(options) {
    const entry = readEntry(options);
    const name = `${entry.scene} ${entry.shareId ?? ''}`;
    if (name === lastEntry) return false;
    lastEntry = name;
    const readOnly = entry.scene === momentsScene;
    if (readOnly !== get().readOnly) set({ readOnly });
    if (entry.shareId !== null) set({ shareId: entry.shareId });
    const told = tell(entry, get().visitorId);
    telling = told;
    const { guide, target } = await told;
    if (guide !== null) set({ guide, target });
    else if (target !== null) set({ target });
    return true;
  },
  async findMyGuide() {
    if (get().guide !== null) return;
    try {
      const { guide } = await ask('referral.myGuide', {});
      if (guide !== null && get().guide === null) set({ guide });
    } catch {
      // Without an answer the shop looks as it does to people without a guide.
      return;
    }
  },
}));

/** Records the entry. When that fails it may be told again, and the shop opens all the same. */
async function tell({ scene, shareId }: Entry, visitor: string): Promise<Output<'referral.enter'>> {
  try {
    const card = shareId === null ? {} : { shareId };
    return await ask('referral.enter', { visitorId: visitor, scene, ...card });
  } catch {
    lastEntry = '';
    return { guide: null, target: null };
  }
}
