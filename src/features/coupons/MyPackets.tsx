import Taro from '@tarojs/taro';
import { lastDay } from '../../kit/shopTime';
import { Cell, CellGroup } from '../../ui/Cell';
import { useMyPackets, type MyPacket } from './useMyPackets';

/** Packets that came with my orders, or with this one, and that I may give away; nothing at all without any. */
export function MyPackets({ orderId }: { orderId?: string }) {
  const packets = useMyPackets(orderId);
  if (packets.length === 0) return null;
  return (
    <CellGroup>
      {packets.map((packet) => (
        <Cell
          key={packet.packetId}
          icon="gift"
          title={`可送好友：${packet.name}`}
          note={packetNote(packet)}
          onTap={() => open(packet)}
        />
      ))}
    </CellGroup>
  );
}

function packetNote({ pieces, taken, endsAt }: MyPacket): string {
  return `还剩 ${pieces - taken} 张，${lastDay(endsAt)} 前可领`;
}

function open({ packetId }: MyPacket) {
  void Taro.navigateTo({ url: `/pages/shopper/packet/index?id=${packetId}` });
}
