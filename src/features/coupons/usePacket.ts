import { useState } from 'react';
import type { Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { toast } from '../../ui/toast';

export type Packet = Output<'coupons.packet'>;

/** A packet of coupons that somebody gives away, and taking one of it. */
export function usePacket(packetId: string) {
  const state = useAsk(() => askAsMember('coupons.packet', { packetId }), packetId);
  const [busy, setBusy] = useState(false);

  async function take(): Promise<void> {
    setBusy(true);
    try {
      const packet = await askAsMember('coupons.openPacket', { packetId });
      state.change(() => packet);
    } catch (reason) {
      toast(sayWhy(reason));
      await state.reload();
    } finally {
      setBusy(false);
    }
  }

  return { state, busy, take };
}
