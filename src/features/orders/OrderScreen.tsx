import type { Input } from '../../cloud';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { Amounts } from '../../ui/Amounts';
import { Ask } from '../../ui/Ask';
import { Page } from '../../ui/Page';
import { askAsMember } from '../../stores/askAsMember';
import { amountRows } from './amountRows';
import { Block } from './Block';
import { CancelSheet } from './CancelSheet';
import { ConfirmSheet } from './ConfirmSheet';
import { LineRow } from './LineRow';
import { OrderBar } from './OrderBar';
import { OrderFacts } from './OrderFacts';
import { OrderHead } from './OrderHead';
import { OrderPlace } from './OrderPlace';
import { OrderSkeleton } from './OrderSkeleton';
import { Refunds } from './Refunds';
import { useShopClock } from '../../stores/shopClock';
import { Timeline } from './Timeline';
import { useOrderDeeds } from './useOrderDeeds';
import './OrderScreen.scss';
import { earnedSay, lineLooks, totalName, type OrderView } from './words';

export type OrderGuide = NonNullable<OrderView['guide']>;

interface OrderScreenProps<Beside> {
  /** Which order: by its id, or by its number. */
  wanted: Input<'orders.show'>;
  /** The card of the guide who looks after this order. */
  guideCard: (guide: OrderGuide) => ReactNode;
  /** How the goods of a paid order travel. */
  delivery: (order: OrderView) => ReactNode;
  /** What else the page asks for, so that it is drawn at once with the order. */
  beside: (orderId: string) => Promise<Beside>;
  /** Draws the order's lines, each with what stands below it. */
  lines: (beside: Beside, draw: DrawLines) => ReactNode;
}

/** Draws lines with a foot each, found by the line's place in the order. */
type DrawLines = (foot: (line: number) => ReactNode) => ReactNode;

/** One order: how it stands, where it goes, what it cost, and what can be done. */
export function OrderScreen<Beside>(props: OrderScreenProps<Beside>) {
  const { wanted, guideCard, delivery, beside, lines } = props;
  const state = useOrder(wanted, beside);
  const deeds = useOrderDeeds(() => void state.reload());
  const [open, setOpen] = useState<'nothing' | 'cancel' | 'confirm'>('nothing');
  const close = () => setOpen('nothing');
  const order = state.phase === 'ready' ? state.value.order : null;
  const bar =
    order === null ? null : (
      <OrderBar
        order={order}
        deeds={deeds}
        onCancel={() => setOpen('cancel')}
        onConfirm={() => setOpen('confirm')}
      />
    );
  return (
    <Page title="订单详情" bar={bar}>
      <Ask state={state} skeleton={<OrderSkeleton />}>
        {(value) => (
          <OrderBody
            order={value.order}
            guideCard={guideCard}
            delivery={delivery}
            lines={(draw) => lines(value.beside, draw)}
            onExpired={() => void state.reload()}
          />
        )}
      </Ask>
      <CancelSheet
        open={open === 'cancel'}
        onClose={close}
        onCancel={(reason) => {
          close();
          if (order !== null) void deeds.cancel(order, reason);
        }}
      />
      <ConfirmSheet
        open={open === 'confirm'}
        lines={order?.lines ?? []}
        onClose={close}
        onConfirm={() => {
          close();
          if (order !== null) void deeds.confirm(order);
        }}
      />
    </Page>
  );
}

interface OrderBodyProps {
  order: OrderView;
  guideCard: (guide: OrderGuide) => ReactNode;
  delivery: (order: OrderView) => ReactNode;
  lines: (draw: DrawLines) => ReactNode;
  onExpired: () => void;
}

function OrderBody({ order, guideCard, delivery, lines, onExpired }: OrderBodyProps) {
  return (
    <>
      <OrderHead order={order} onExpired={onExpired} />
      <Refunds order={order} />
      {delivery(order)}
      <OrderPlace order={order} />
      {lines((foot) => (
        <Block>
          {order.lines.map((line) => (
            <View key={line.line}>
              <LineRow {...line} {...lineLooks(line, order.quote)} />
              {foot(line.line)}
            </View>
          ))}
        </Block>
      ))}
      <Block>
        <Amounts
          rows={amountRows(order.quote, order.delivery, true)}
          totalName={totalName(order)}
          totalFen={order.dueFen}
        />
        {earnedSay(order) === '' ? null : <View className="order-earned">{earnedSay(order)}</View>}
      </Block>
      {order.guide === null ? null : <View className="order-guide">{guideCard(order.guide)}</View>}
      <OrderFacts order={order} />
      <Timeline events={order.events} />
    </>
  );
}

/** The order with what stands beside it: both at once where its id is known, else one after the other. */
function useOrder<Beside>(
  wanted: Input<'orders.show'>,
  askBeside: (orderId: string) => Promise<Beside>,
) {
  const state = useAsk(async () => {
    const early = wanted.orderId === undefined ? null : askBeside(wanted.orderId);
    const order = await askAsMember('orders.show', wanted);
    useShopClock.getState().learn(order.nowMs);
    return { order, beside: await (early ?? askBeside(order.orderId)) };
  }, JSON.stringify(wanted));
  useShownAgain(() => void state.reload());
  return state;
}
