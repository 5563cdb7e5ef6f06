import Taro from '@tarojs/taro';
import { ask, Declined, type Output } from '../../cloud';
import { resultPage } from './routes';

/** What became of the pay sheet: the shopper paid, turned away, or the browser left for the sheet's page. */
export type SheetOutcome = 'done' | 'cancelled' | 'left';

/**
 * Opens the pay sheet of an order. In the mini program it lies over the page; a browser leaves for the
 * sheet's own page, which comes back to the result. `replace`: the present page is not come back to.
 */
export async function pay(orderId: string, replace: boolean): Promise<SheetOutcome> {
  const { payment } = await ask('orders.prepay', { orderId });
  if (process.env.TARO_ENV === 'h5') {
    const url = paySheetUrl(payment, orderId);
    if (replace) window.location.replace(url);
    else window.location.assign(url);
    return 'left';
  }
  return openWeChatSheet(payment);
}

/** Where a browser pays, and where it comes back to. */
export function paySheetUrl(payment: Payment, orderId: string): string {
  const query = [
    ['prepay_id', payment.package.replace('prepay_id=', '')],
    ['back', resultPage(orderId)],
  ] as const;
  return `/pay-sheet?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

type Payment = Output<'orders.prepay'>['payment'];

async function openWeChatSheet(payment: Payment): Promise<SheetOutcome> {
  try {
    await Taro.requestPayment(payment);
    return 'done';
  } catch (reason) {
    if (/cancel/.test(messageIn(reason))) return 'cancelled';
    throw new Declined('pay_failed', '支付没有完成，请再试一次');
  }
}

function messageIn(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null || !('errMsg' in reason)) return '';
  return String(reason.errMsg);
}
