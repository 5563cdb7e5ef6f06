import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isEnded } from '../../../cloudfunctions/domains/after-sales/flow';
import { stateName } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { askAsMember } from '../../stores/askAsMember';
import { Button } from '../../ui/Button';
import { openAskForm, openSale } from './routes';
import { saleOfLine, type OfOrder } from './words';
import './LineStates.scss';

interface LineStatesProps {
  /** What the order's after-sales are; null while that is unknown. */
  ofOrder: OfOrder | null;
  /** Draws the lines, each with its foot. */
  draw: (foot: (line: number) => ReactNode) => ReactNode;
}

/** How the after-sales of an order stand, for the page that draws its lines; null without an answer. */
export async function askOfOrder(orderId: string): Promise<OfOrder | null> {
  return askAsMember('afterSales.ofOrder', { orderId }).catch(() => null);
}

/** The lines of an order's page with how the after-sale of each stands, or the way to ask for one. */
export function LineStates({ ofOrder, draw }: LineStatesProps) {
  return (
    <>
      {draw((line) => (
        <LineState ofOrder={ofOrder} line={line} />
      ))}
    </>
  );
}

interface LineStateProps {
  ofOrder: OfOrder | null;
  line: number;
}

/** Below a line of an order: how its after-sale stands, or the way to ask for one. */
function LineState({ ofOrder, line }: LineStateProps) {
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
