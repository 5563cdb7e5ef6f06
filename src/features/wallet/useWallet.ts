import { useReachBottom } from '@tarojs/taro';
import { useMemo } from 'react';
import type { Output } from '../../cloud';
import { inSteps } from '../../kit/inSteps';
import { rowsAtOnce } from '../../kit/rowsAtOnce';
import { usePages } from '../../kit/usePages';
import { askAsMember } from '../../stores/askAsMember';
import type { MyWallet, WalletEntry } from './words';

/** Entries as read at once; the first piece comes with the balance. */
export interface WalletPiece {
  readonly mine: MyWallet | null;
  readonly entries: readonly WalletEntry[];
}

/** My stored value and what moved it, page by page. */
export function useWallet() {
  const load = useMemo(() => loader(), []);
  const pages = usePages(load);
  useReachBottom(() => {
    if (pages.morePhase === 'idle') void pages.more();
  });
  return pages;
}

function loader() {
  const list = inSteps<Output<'wallet.entries'>>(
    (cursor) => askAsMember('wallet.entries', cursor === null ? {} : { cursor }),
    rowsAtOnce,
  );
  return async (cursor: string | null) => {
    const [{ items, next }, mine] = await Promise.all([
      list(cursor),
      cursor === null ? askAsMember('wallet.mine', {}) : null,
    ]);
    return { items: [{ mine, entries: items }], next };
  };
}
