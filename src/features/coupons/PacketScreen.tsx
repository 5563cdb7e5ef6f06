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
import { packetSay, packetStep, ticketOf, validitySay } from './words';
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
    <Page title="优惠券包">
      <Ask state={state} skeleton={<PacketSkeleton />}>
        {(packet) => (
          <View className="packet">
            <View className="packet__card">
              <Giver packet={packet} />
              <View className="packet__ticket">
                <PacketTicket packet={packet} />
              </View>
              <Left packet={packet} />
            </View>
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
      <Avatar name={packet.owner} src={null} size="large" />
      <View className="packet__name">{packet.isMine ? '您的券包' : packet.owner}</View>
      <View className="packet__say">{packetSay(packet)}</View>
    </View>
  );
}

function PacketTicket({ packet }: { packet: Packet }) {
  const { about, ...ticket } = ticketOf(packet);
  return (
    <Ticket
      {...ticket}
      lines={[...about, validitySay(packet.validity)]}
      stamp={packet.mine === null ? undefined : '已领取'}
    />
  );
}

function Left({ packet: { pieces, taken } }: { packet: Packet }) {
  const left = Math.max(0, pieces - taken);
  return (
    <View className="packet__left">
      <View className="packet__bar">
        <Progress percent={pieces === 0 ? 0 : (taken / pieces) * 100} />
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
        <Button id="take" kind={packet.isMine ? 'quiet' : 'primary'} loading={busy} onTap={onTake}>
          领取
        </Button>
      ) : null}
      {step === 'use' ? <Button onTap={() => openGoodsOf(packet.scope)}>去使用</Button> : null}
      {step === 'rest' ? (
        <Button kind="quiet" onTap={openMyCoupons}>
          查看我的优惠券
        </Button>
      ) : null}
      {packet.isMine && packet.taken < packet.pieces ? share : null}
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
      <Skeleton className="packet">
        <View className="packet__card packet__giver">
          <Bone shape="face" />
          <Bone shape="title" width="third" />
          <Bone shape="line" width="half" />
        </View>
      </Skeleton>
      <CouponsSkeleton count={1} />
    </>
  );
}
