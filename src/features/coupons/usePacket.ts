import { useState } from 'react';
import type { Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { askAsAnybody, askAsMember } from '../../stores/askAsMember';
import { toast } from '../../ui/toast';

export type Packet = Output<'coupons.packet'>;

/** A packet of coupons that somebody gives away, and taking one of it. */
export function usePacket(packetId: string) {
  const state = useAsk(() => askAsAnybody('coupons.packet', { packetId }), packetId);
  const [busy, setBusy] = useState(false);

  async function take(): Promise<void> {
    setBusy(true);
    try {
      await askAsMember('coupons.takePacket', { packetId });
      toast('已放入券包');
    } catch (reason) {
      toast(sayWhy(reason));
    }
    await state.reload();
    setBusy(false);
  }

  return { state, busy, take };
}
