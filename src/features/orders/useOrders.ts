import { useReachBottom } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { withFirstPage } from './freshPage';
import { useShopClock } from '../../stores/shopClock';
import { useOrderDeeds } from './useOrderDeeds';
import { orderTab, statesOf, tabsWithCounts, type OrderTab } from './words';

type Counts = Output<'orders.counts'>;

/** My orders under a tab, narrowed by words, page by page. */
export function useOrders(firstTab: string | undefined) {
  const [tab, setTab] = useState<OrderTab>(orderTab(firstTab));
  const { words, ...search } = useWords();
  const [counts, setCounts] = useState<Counts | null>(null);
  const key = `${tab} ${words}`;

  /** The first page comes together with the counts, so that both are drawn at once. */
  async function firstPage() {
    const [page, fresh] = await Promise.all([
      listOrders(tab, words, null),
      askAsMember('orders.counts', {}),
    ]);
    useShopClock.getState().learn(page.nowMs);
    setCounts(fresh);
    return page;
  }
  const pages = usePages(
    (cursor) => (cursor === null ? firstPage() : listOrders(tab, words, cursor)),
    key,
  );
  const latestKey = useRef(key);
  useEffect(() => {
    latestKey.current = key;
  });

  /** Reads what may have changed, and keeps the place; without an answer the list stays as it was. */
  async function refresh(): Promise<void> {
    const first = await firstPage().catch(() => null);
    if (first === null || latestKey.current !== key) return;
    pages.state.change((seen) => withFirstPage(seen, first, (order) => order.orderId));
  }
  const reload = () => void refresh();

  useShownAgain(() => reload());
  useReachBottom(() => void pages.more());

  return {
    tab,
    setTab,
    ...search,
    words,
    tabs: tabsWithCounts(counts),
    pages,
    reload,
    deeds: useOrderDeeds(reload),
  };
}

/** Words that narrow the list: typed first, searched for by the keyboard's key, gone once the box is empty. */
function useWords() {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  return {
    typed,
    words,
    type(next: string) {
      setTyped(next);
      if (next === '') setWords('');
    },
    search: (next: string) => setWords(next.trim()),
  };
}

function listOrders(tab: OrderTab, words: string, cursor: string | null) {
  return askAsMember('orders.list', {
    states: statesOf(tab),
    ...(words === '' ? {} : { words }),
    ...(cursor === null ? {} : { cursor }),
  });
}
