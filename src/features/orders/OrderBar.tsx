import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import type { OrderDeeds } from './useOrderDeeds';
import { nextDeed, type OrderView } from './words';

interface OrderBarProps {
  order: OrderView;
  deeds: OrderDeeds;
  onCancel: () => void;
}

/** What can be done with an order, at the thumb. */
export function OrderBar({ order, deeds, onCancel }: OrderBarProps) {
  if (nextDeed(order.state) === 'again') {
    return (
      <BottomBar>
        <Button id="buy-again" kind="quiet" onTap={() => void deeds.buyAgain(order)}>
          再次购买
        </Button>
      </BottomBar>
    );
  }
  return (
    <BottomBar>
      <Button id="cancel" kind="plain" onTap={onCancel}>
        取消订单
      </Button>
      <Button
        id="pay"
        loading={deeds.busyId === order.orderId}
        onTap={() => void deeds.payFor(order)}
      >
        去支付
      </Button>
    </BottomBar>
  );
}
