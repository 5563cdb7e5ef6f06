import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { AskForm } from './AskForm';
import { openOrder } from './routes';

interface AskScreenProps {
  orderId: string;
  /** The line that is chosen when the form opens. */
  line: number;
}

const title = '申请售后';

/** Asks for money or goods of an order: what, how many, why, and what comes back is seen before it is sent. */
export function AskScreen({ orderId, line }: AskScreenProps) {
  const state = useAsk(() => askAsMember('afterSales.ofOrder', { orderId }), orderId);
  if (state.phase === 'ready' && state.value.whyNot === null)
    return (
      <AskForm
        ofOrder={state.value}
        filled={{ by: 'shopper', firstLine: line }}
        title={title}
        yes="提交申请"
      />
    );
  return (
    <Page title={title}>
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {({ whyNot }) => (
          <Empty
            icon="shield"
            say={whyNot ?? ''}
            action="查看订单"
            onAction={() => openOrder(orderId)}
          />
        )}
      </Ask>
    </Page>
  );
}
