import { useRouter } from '@tarojs/taro';
import { PacketScreen } from '../../../features/coupons/PacketScreen';
import { usePacket } from '../../../features/coupons/usePacket';

/** A packet of coupons, opened from a chat. */
export default function PacketPage() {
  const { id = '' } = useRouter().params;
  const { state, busy, take } = usePacket(id);
  return <PacketScreen state={state} busy={busy} onTake={() => void take()} share={null} />;
}
