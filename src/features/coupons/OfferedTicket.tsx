import { View } from '@tarojs/components';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import { Ticket } from '../../ui/Ticket';
import { openGoodsOf } from './routes';
import { claimStep, ticketOf, validitySay, type OfferedCoupon } from './words';
import './OfferedTicket.scss';

interface OfferedTicketProps {
  offered: OfferedCoupon;
  onTake: () => void;
}

/** A coupon on offer: how much of it is gone, and its button. */
export function OfferedTicket({ offered, onTake }: OfferedTicketProps) {
  const { about, ...ticket } = ticketOf(offered);
  const step = claimStep(offered);
  return (
    <Ticket
      {...ticket}
      lines={[...about, validitySay(offered.validity)]}
      dim={step.kind === 'rest' && offered.mine === 0}
      action={
        step.kind === 'use' ? (
          <Button kind="quiet" compact onTap={() => openGoodsOf(offered.scope)}>
            {step.label}
          </Button>
        ) : (
          <Button compact disabled={step.kind === 'rest'} onTap={onTake}>
            {step.label}
          </Button>
        )
      }
    >
      <Taken percent={offered.takenPercent} rest={step.kind === 'rest'} />
    </Ticket>
  );
}

function Taken({ percent, rest }: { percent: number; rest: boolean }) {
  return (
    <View className="offered-taken">
      <View className="offered-taken__bar">
        <Progress percent={percent} tone={rest ? 'quiet' : undefined} />
      </View>
      已领 {percent}%
    </View>
  );
}
