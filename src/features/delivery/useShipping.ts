import { useRef, useState } from 'react';
import { ask, Declined } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { freshId } from '../../stores/chance';
import { toast } from '../../ui/toast';
import type { TypedLabel } from './NumberField';

interface Wanted {
  readonly orderId: string;
  readonly units: readonly { line: number; quantity: number }[];
  readonly label: TypedLabel;
}

/** Sends a parcel. A try that got no answer is repeated under its key, so that nothing leaves twice. */
export function useShipping(onShipped: () => void) {
  const [busy, setBusy] = useState(false);
  const unanswered = useRef<{ said: string; key: string } | null>(null);

  async function ship({ orderId, units, label }: Wanted): Promise<void> {
    const { number, carrier } = label;
    const body = { orderId, units: [...units], number, ...(carrier === null ? {} : { carrier }) };
    const said = JSON.stringify(body);
    const key = unanswered.current?.said === said ? unanswered.current.key : freshId();
    unanswered.current = { said, key };
    setBusy(true);
    try {
      const { carrierName } = await ask('delivery.ship', { ...body, key });
      unanswered.current = null;
      toast(`已发货，${carrierName}`);
      onShipped();
    } catch (reason) {
      if (!(reason instanceof Declined) || reason.code !== 'no_answer') unanswered.current = null;
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return { busy, ship };
}
