import { View } from '@tarojs/components';
import { isEnded } from '../../../cloudfunctions/domains/after-sales/flow';
import { stateName } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { Button } from '../../ui/Button';
import { openAskForm, openSale } from './routes';
import { saleOfLine, type OfOrder } from './words';
import './LineState.scss';

/** What was asked about an order and what may be, for the lines of its page; null before it is known. */
export function useOfOrder(orderId: string | null): OfOrder | null {
  const state = useAsk(() => askAsMember('afterSales.ofOrder', { orderId: orderId ?? '' }), orderId);
  useShownAgain(() => {
    if (orderId !== null) void state.reload();
  });
  return state.phase === 'ready' ? state.value : null;
}

interface LineStateProps {
  ofOrder: OfOrder | null;
  line: number;
}

/** Below a line of an order: how its after-sale stands, or the way to ask for one. */
export function LineState({ ofOrder, line }: LineStateProps) {
  if (ofOrder === null) return null;
  const sale = saleOfLine(ofOrder, line);
  const left = ofOrder.lines.find((one) => one.line === line);
  const askable = ofOrder.whyNot === null && (left?.unsent ?? 0) + (left?.sent ?? 0) > 0;
  const open = sale !== undefined && !isEnded(sale.state);
  if (sale === undefined && !askable) return null;
  return (
    <View className="line-state">
      {sale === undefined ? null : (
        <Button kind="plain" compact onTap={() => openSale(sale.afterSaleId)}>
          {stateName(sale.kind, sale.state)}
        </Button>
      )}
      {askable && !open ? (
        <Button kind="plain" compact onTap={() => openAskForm(ofOrder.orderId, line)}>
          申请售后
        </Button>
      ) : null}
    </View>
  );
}
