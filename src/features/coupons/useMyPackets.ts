import type { Output } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';

export type MyPacket = Output<'coupons.packets'>['items'][number];

/** As many of my packets as are shown. */
const most = 3;

/** Packets of mine, or of one order, of which somebody can still take one; none where the answer does not come. */
export function useMyPackets(orderId?: string): readonly MyPacket[] {
  const state = useAsk(() => askAsMember('coupons.packets', {}));
  if (state.phase !== 'ready') return [];
  const open = state.value.items.filter(({ pieces, taken }) => taken < pieces);
  return open
    .filter((packet) => orderId === undefined || packet.orderId === orderId)
    .slice(0, most);
}
