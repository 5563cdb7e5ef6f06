import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Asked } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Progress } from '../../ui/Progress';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Ticket } from '../../ui/Ticket';
import { CouponsSkeleton } from './CouponsSkeleton';
import { openGoodsOf, openMyCoupons } from './routes';
import type { Packet } from './usePacket';
import { packetSay, packetStep, ticketOf } from './words';
import './PacketScreen.scss';

interface PacketScreenProps {
  state: Asked<Packet>;
  busy: boolean;
  onTake: () => void;
  /** Passes the packet on; only its owner does. */
  share: ReactNode;
}

/** A packet of coupons (裂变券) that somebody gives away: who, what, how many are left, and one for me. */
export function PacketScreen({ state, busy, onTake, share }: PacketScreenProps) {
  return (
    <Page title="好友送的优惠券">
      <Ask state={state} skeleton={<PacketSkeleton />}>
        {(packet) => (
          <View className="packet">
            <Giver packet={packet} />
            <View className="packet__ticket">
              <PacketTicket packet={packet} />
            </View>
            <Left packet={packet} />
            <Deeds packet={packet} busy={busy} onTake={onTake} share={share} />
            <Rules />
          </View>
        )}
      </Ask>
    </Page>
  );
}

function Giver({ packet }: { packet: Packet }) {
  return (
    <View className="packet__giver">
      <Avatar
        name={packet.ownerName}
        src={packet.ownerAvatarUrl === '' ? null : packet.ownerAvatarUrl}
        size="large"
      />
      <View className="packet__name">{packet.mine ? '您送出的优惠券' : packet.ownerName}</View>
      <View className="packet__say">{packetSay(packet)}</View>
    </View>
  );
}

function PacketTicket({ packet }: { packet: Packet }) {
  const { about, ...ticket } = ticketOf(packet);
  return <Ticket {...ticket} lines={about} stamp={packet.got ? '已领取' : undefined} />;
}

function Left({ packet: { pieces, left } }: { packet: Packet }) {
  return (
    <View className="packet__left">
      <View className="packet__bar">
        <Progress percent={pieces === 0 ? 0 : ((pieces - left) / pieces) * 100} />
      </View>
      {left > 0 ? `共 ${pieces} 张，还剩 ${left} 张` : `${pieces} 张已领完`}
    </View>
  );
}

function Deeds({
  packet,
  busy,
  onTake,
  share,
}: Omit<PacketScreenProps, 'state'> & { packet: Packet }) {
  const step = packetStep(packet);
  return (
    <View className="packet__deeds">
      {step === 'take' ? (
        <Button id="take" loading={busy} onTap={onTake}>
          领取
        </Button>
      ) : null}
      {step === 'use' ? <Button onTap={() => openGoodsOf(packet.scope)}>去使用</Button> : null}
      {step === 'rest' ? (
        <Button kind="quiet" onTap={openMyCoupons}>
          查看我的优惠券
        </Button>
      ) : null}
      {packet.mine && packet.left > 0 ? share : null}
    </View>
  );
}

function Rules() {
  return (
    <View className="packet__rules">
      优惠券先到先得，每人限领一张；领取后放入「我的优惠券」，在有效期内使用。
    </View>
  );
}

function PacketSkeleton() {
  return (
    <>
      <Skeleton className="packet packet__giver">
        <Bone shape="face" />
        <Bone shape="title" width="third" />
        <Bone shape="line" width="half" />
      </Skeleton>
      <CouponsSkeleton count={1} />
    </>
  );
}
