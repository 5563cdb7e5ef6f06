import { ask } from '../../cloud';
import { openPaySheet, type SheetOutcome } from '../../kit/paySheet';
import { resultPage } from './routes';

/** Opens the pay sheet of an order; a browser comes back to its result. `replace`: but not to the present page. */
export async function pay(orderId: string, replace: boolean): Promise<SheetOutcome> {
  const { payment } = await ask('orders.prepay', { orderId });
  return openPaySheet(payment, { back: resultPage(orderId), replace });
}
