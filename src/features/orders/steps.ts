import type { Output } from '../../cloud';

export type OrderPreview = Output<'orders.preview'>;

export type DeliveryKind = 'express' | 'pickup';

/** Where the goods shall go, as the cloud takes it. */
export type Delivery = { kind: 'express'; addressId: string } | { kind: 'pickup'; storeId: string };

/** What the shopper has chosen so far; an empty id is not chosen yet. */
export interface DeliveryChoice {
  readonly kind: DeliveryKind;
  readonly addressId: string;
  readonly storeId: string;
}

/** The choice as the cloud takes it; null while its address or store is missing. */
export function deliveryOf(choice: DeliveryChoice): Delivery | null {
  if (choice.kind === 'express') {
    return choice.addressId === '' ? null : { kind: 'express', addressId: choice.addressId };
  }
  return choice.storeId === '' ? null : { kind: 'pickup', storeId: choice.storeId };
}

/** Two choices with the same text get the same quote. */
function deliveryText(delivery: Delivery | null): string {
  if (delivery === null) return '';
  return delivery.kind === 'express'
    ? `express ${delivery.addressId}`
    : `pickup ${delivery.storeId}`;
}

/** The address to begin with: the one chosen before if it still exists, else the default, else the first. */
export function firstAddressId(
  addresses: readonly { addressId: string; isDefault: boolean }[],
  chosenId: string,
): string {
  const kept = addresses.find((address) => address.addressId === chosenId);
  const usual = addresses.find((address) => address.isDefault);
  return (kept ?? usual ?? addresses[0])?.addressId ?? '';
}

/** What the button at the thumb does now. */
export type CheckoutStep =
  | { kind: 'chooseAddress'; label: string }
  | { kind: 'chooseStore'; label: string }
  | { kind: 'ask'; label: string }
  | { kind: 'mend'; label: string }
  | { kind: 'blocked'; label: string }
  | { kind: 'submit'; label: string };

interface CheckoutFacts {
  readonly lines: readonly { skuId: string; quantity: number }[];
  readonly choice: DeliveryChoice;
  readonly preview: Pick<OrderPreview, 'problems' | 'quote'>;
  /** The destination that `preview` was quoted for. */
  readonly quotedFor: Delivery | null;
  /** A new quote is on its way. */
  readonly refreshing: boolean;
}

/** The next step of a checkout: what is missing first, then what cannot be bought, then the order itself. */
export function checkoutStep(facts: CheckoutFacts): CheckoutStep {
  const delivery = deliveryOf(facts.choice);
  if (delivery === null) {
    return facts.choice.kind === 'express'
      ? { kind: 'chooseAddress', label: '填写收货地址' }
      : { kind: 'chooseStore', label: '选择自提门店' };
  }
  if (!facts.refreshing && deliveryText(delivery) !== deliveryText(facts.quotedFor)) {
    return { kind: 'ask', label: '重新计算金额' };
  }
  const { problems } = facts.preview;
  if (problems.length > 0) {
    return linesThatCanBeBought(facts.lines, problems).length > 0
      ? { kind: 'mend', label: '按现有库存结算' }
      : { kind: 'blocked', label: '商品已售罄' };
  }
  if (!facts.preview.quote.deliverable) return { kind: 'blocked', label: '该地区暂不配送' };
  return { kind: 'submit', label: '提交订单' };
}

/** The lines without those that cannot be bought, and with the quantities that are left. */
export function linesThatCanBeBought<Line extends { skuId: string; quantity: number }>(
  lines: readonly Line[],
  problems: OrderPreview['problems'],
): Line[] {
  const bySku = new Map(problems.map((problem) => [problem.skuId, problem]));
  return lines.flatMap((line) => {
    const problem = bySku.get(line.skuId);
    if (problem === undefined) return [line];
    if (problem.code !== 'too_few' || problem.left < 1) return [];
    return [{ ...line, quantity: Math.min(line.quantity, problem.left) }];
  });
}

/** What to do after the shop refused an order. */
export type AfterRefusal =
  | { kind: 'newQuote'; payableFen: number | null }
  | { kind: 'soldOut'; skuId: string | null }
  | { kind: 'placedBefore' }
  | { kind: 'say' };

/** Reads a refusal of `orders.place`; details that are missing or damaged are simply not used. */
export function afterRefusal(
  code: string,
  details: Readonly<Record<string, unknown>>,
): AfterRefusal {
  switch (code) {
    case 'price_changed':
      return { kind: 'newQuote', payableFen: payableIn(details['quote']) };
    case 'sold_out': {
      const skuId = details['skuId'];
      return { kind: 'soldOut', skuId: typeof skuId === 'string' ? skuId : null };
    }
    case 'key_reused':
      return { kind: 'placedBefore' };
    default:
      return { kind: 'say' };
  }
}

function payableIn(quote: unknown): number | null {
  if (typeof quote !== 'object' || quote === null || !('payableFen' in quote)) return null;
  return Number.isSafeInteger(quote.payableFen) ? Number(quote.payableFen) : null;
}

/** The freight of a quote; null before it is known where the goods go. */
export function knownFreight(quoted: {
  preview: Pick<OrderPreview, 'quote'>;
  quotedFor: Delivery | null;
}): number | null {
  return quoted.quotedFor === null ? null : quoted.preview.quote.freightFen;
}

/** How the goods travel, told in the breakdown: one line per template, or why there is nothing to pay. */
export function freightWorkings(
  quote: Pick<OrderPreview['quote'], 'freight'>,
  kind: DeliveryKind,
): string[] {
  if (kind === 'pickup') return ['到店自提，免运费'];
  if (quote.freight.length === 0) return ['选择收货地址后计算运费'];
  return quote.freight.map((part) => part.working);
}
