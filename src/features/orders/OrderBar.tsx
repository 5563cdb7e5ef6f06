import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { openParcels } from './routes';
import type { OrderDeeds } from './useOrderDeeds';
import { isPartSent, nextDeed, type OrderView } from './words';

interface OrderBarProps {
  order: OrderView;
  deeds: OrderDeeds;
  onCancel: () => void;
  onConfirm: () => void;
}

/** What can be done with an order, at the thumb. */
export function OrderBar(props: OrderBarProps) {
  const deed = nextDeed(props.order.state);
  if (deed === 'pay') return <UnpaidBar {...props} />;
  if (deed === 'confirm') return <ShippedBar {...props} />;
  return <AgainBar {...props} />;
}

function UnpaidBar({ order, deeds, onCancel }: OrderBarProps) {
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

function ShippedBar({ order, deeds, onConfirm }: OrderBarProps) {
  const busy = deeds.busyId === order.orderId;
  return (
    <BottomBar>
      {order.extended ? (
        <Button id="parcels" kind="plain" onTap={() => openParcels(order.orderId)}>
          查看物流
        </Button>
      ) : (
        <Button id="extend" kind="plain" disabled={busy} onTap={() => void deeds.extend(order)}>
          延长收货
        </Button>
      )}
      <Button id="confirm" loading={busy} onTap={onConfirm}>
        确认收货
      </Button>
    </BottomBar>
  );
}

function AgainBar({ order, deeds }: OrderBarProps) {
  const travels = order.delivery === 'express' && isPartSent(order);
  return (
    <BottomBar>
      {travels ? (
        <Button id="parcels" kind="plain" onTap={() => openParcels(order.orderId)}>
          查看物流
        </Button>
      ) : null}
      <Button id="buy-again" kind="quiet" onTap={() => void deeds.buyAgain(order)}>
        再次购买
      </Button>
    </BottomBar>
  );
}
