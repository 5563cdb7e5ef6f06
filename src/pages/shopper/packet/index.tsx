import { useRouter } from '@tarojs/taro';
import { PacketScreen } from '../../../features/coupons/PacketScreen';
import { usePacket, type Packet } from '../../../features/coupons/usePacket';
import { useShare, type Shared } from '../../../features/referral/useShare';
import { Button } from '../../../ui/Button';

/** A packet of coupons, opened from a chat. */
export default function PacketPage() {
  const { id = '' } = useRouter().params;
  const { state, busy, take } = usePacket(id);
  const packet = state.phase === 'ready' ? state.value : null;
  const copyLink = useShare(packet === null ? null : sharedOf(packet));
  return (
    <PacketScreen
      state={state}
      busy={busy}
      onTake={() => void take()}
      share={<SendButton onCopy={copyLink} />}
    />
  );
}

/** Opens WeChat's own way to pass the packet on; a browser copies its link. */
function SendButton({ onCopy }: { onCopy: () => Promise<void> }) {
  if (process.env.TARO_ENV !== 'h5') return <Button openType="share">送给好友</Button>;
  return <Button onTap={() => void onCopy()}>送给好友</Button>;
}

function sharedOf({ packetId, name }: Packet): Shared {
  return {
    target: { kind: 'home' },
    title: `送您一张「${name}」`,
    pictureUrl: '',
    page: '/pages/shopper/packet/index',
    query: `id=${packetId}`,
    late: true,
    own: true,
  };
}
