import Taro from '@tarojs/taro';

/** What WeChat's pay sheet is opened with; the shop signed it. */
interface SignedPayment {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** What became of the pay sheet: the shopper paid, turned away, or the browser left for the sheet's page. */
export type SheetOutcome = 'done' | 'cancelled' | 'left';

interface Way {
  /** The page that a browser comes back to. */
  readonly back: string;
  /** The present page is not come back to. */
  readonly replace: boolean;
}

/** The sheet closed without a payment, and not because she turned away. */
class NotPaid extends Error {
  readonly say = '支付没有完成，请再试一次';
}

/**
 * Opens the pay sheet. In the mini program it lies over the page; a browser leaves for the sheet's own page,
 * which comes back to `back`. Throws with a sentence to show when the sheet itself failed.
 */
export async function openPaySheet(
  payment: SignedPayment,
  { back, replace }: Way,
): Promise<SheetOutcome> {
  if (process.env.TARO_ENV !== 'h5') return openWeChatSheet(payment);
  const url = paySheetUrl(payment, back);
  if (replace) window.location.replace(url);
  else window.location.assign(url);
  return 'left';
}

/** Where a browser pays, and where it comes back to. */
export function paySheetUrl(payment: Pick<SignedPayment, 'package'>, back: string): string {
  const query = [
    ['prepay_id', payment.package.replace('prepay_id=', '')],
    ['back', back],
  ] as const;
  return `/pay-sheet?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

async function openWeChatSheet(payment: SignedPayment): Promise<SheetOutcome> {
  try {
    await Taro.requestPayment(payment);
    return 'done';
  } catch (reason) {
    if (/cancel/.test(messageIn(reason))) return 'cancelled';
    throw new NotPaid(messageIn(reason));
  }
}

function messageIn(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null || !('errMsg' in reason)) return '';
  return String(reason.errMsg);
}
