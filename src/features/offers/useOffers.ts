import { useReachBottom } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { inSteps } from '../../kit/inSteps';
import { sayWhy } from '../../kit/sayWhy';
import { usePages, type ListPage } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { confirmed, toast } from '../../ui/toast';
import type { Which } from './OffersPage';
import { signInToOffers } from './signInToOffers';

/** As many cards as one step of scrolling brings: what travels to the mini program's view stays small. */
const cardsAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 6;

/** Offers of one tab, page by page, read anew whenever the page is shown again. */
export function useOffers<T>(load: (which: Which, cursor: string | null) => Promise<ListPage<T>>) {
  const [which, setWhich] = useState<Which>('now');
  const read = useMemo(
    () =>
      inSteps(async (cursor) => {
        await signInToOffers();
        return load(which, cursor);
      }, cardsAtOnce),
    [load, which],
  );
  const pages = usePages(read, which);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  useShownAgain(() => void pages.state.reload());
  return { which, setWhich, pages };
}

/** Stopping one offer at a time, after asking; `onStopped` hears of it. */
export function useStopping(
  question: string,
  stop: (id: string) => Promise<unknown>,
  onStopped: () => void,
) {
  const [busyId, setBusyId] = useState('');
  return {
    busyId,
    async stop(id: string, name: string): Promise<void> {
      if (!(await confirmed({ title: `停止「${name}」？`, say: question, yes: '停止' }))) return;
      setBusyId(id);
      try {
        await stop(id);
        toast('已停止');
        onStopped();
      } catch (reason) {
        toast(sayWhy(reason));
      } finally {
        setBusyId('');
      }
    },
  };
}
