import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import type { Me } from '../../stores/session';
import { signInAsGuide } from './signInAsGuide';
import type { Credited, DeskNumbers, Visit } from './words';

/** As many of the latest orders and visits as the desk shows. */
const latest = 3;

export interface Desk {
  readonly name: string;
  readonly avatarUrl: string;
  /** Empty when the store is not found. */
  readonly storeName: string;
  readonly numbers: DeskNumbers;
  readonly orders: readonly Credited[];
  readonly visits: readonly Visit[];
}

/** All that the desk shows, asked for at once, and again whenever it comes back to sight. */
export function useDesk() {
  const state = useAsk(loadDesk);
  const { reload } = state;
  const seen = useRef(false);
  useDidShow(() => {
    if (seen.current) void reload();
    seen.current = true;
  });
  return state;
}

async function loadDesk(): Promise<Desk> {
  const me = await signInAsGuide();
  const [numbers, orders, visits, storeName] = await Promise.all([
    ask('reports.desk', {}),
    ask('orders.credited', {}),
    ask('referral.visits', {}),
    findStoreName(me),
  ]);
  return {
    name: me.staff?.name ?? me.nickname,
    avatarUrl: me.avatarUrl,
    storeName,
    numbers,
    orders: orders.items.slice(0, latest),
    visits: visits.items.slice(0, latest),
  };
}

/** The name of the store where somebody works; empty when there is none. */
export async function findStoreName({ staff }: Pick<Me, 'staff'>): Promise<string> {
  if (staff === null) return '';
  const { items } = await ask('guides.stores', {});
  return items.find(({ storeId }) => storeId === staff.storeId)?.name ?? '';
}
