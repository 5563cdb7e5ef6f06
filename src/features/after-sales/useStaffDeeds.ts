import { useRef } from 'react';
import { ask } from '../../cloud';
import { freshId } from '../../stores/chance';
import { confirmed } from '../../ui/toast';
import type { Deed } from './useDeed';

/** What a manager does with an after-sale; a deed whose answer was lost is tried again under its key. */
export function useStaffDeeds(afterSaleId: string, { doing }: Deed) {
  const keys = useRef(new Map<string, string>());
  const keyOf = (deed: string) => {
    const key = keys.current.get(deed) ?? freshId();
    keys.current.set(deed, key);
    return key;
  };
  /** A refused deed may be wished again, which is another wish; a done one needs its key no more. */
  const once = async (name: string, deed: (key: string) => Promise<unknown>, said: string) => {
    const done = await doing(() => deed(keyOf(name)), said);
    if (done) keys.current.delete(name);
    return done;
  };
  return {
    agree: async () => {
      const sure = await confirmed({ say: '同意后不能撤回，确定同意吗', yes: '同意' });
      if (!sure) return false;
      return once('agree', (key) => ask('afterSales.agree', { key, afterSaleId }), '已同意');
    },
    receive: (restock: boolean) =>
      once(
        `receive ${String(restock)}`,
        (key) => ask('afterSales.received', { key, afterSaleId, restock }),
        '已确认收货',
      ),
    send: (parcel: { carrier: string; number: string }) =>
      once(
        `send ${parcel.carrier} ${parcel.number}`,
        (key) => ask('afterSales.sendExchange', { key, afterSaleId, ...parcel }),
        '已寄出',
      ),
    refuse: (reason: string) =>
      doing(() => ask('afterSales.refuse', { afterSaleId, reason }), '已拒绝'),
    note: (note: string) => doing(() => ask('afterSales.note', { afterSaleId, note }), '已备注'),
  };
}

export type StaffDeeds = ReturnType<typeof useStaffDeeds>;
