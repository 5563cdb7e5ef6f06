import type { Output } from '../../cloud';

export type OrderPreview = Output<'orders.preview'>;

/** What the shopper wants of offers; a coupon that she leaves open is chosen by the shop: the best. */
export interface OfferChoice {
  /** Null for none. */
  readonly couponId?: string | null;
  readonly freightCouponId?: string | null;
  /** Points to pay with, at most. */
  readonly points: number;
  /** Stored value to pay with, at most, in fen. */
  readonly storedFen: number;
  readonly exchangeId?: string;
  readonly addOns: readonly { promotionId: string; skuId: string; quantity: number }[];
}

/** The choice as the cloud takes it. */
export function choiceOf({ addOns, ...choice }: OfferChoice) {
  return { ...choice, addOns: [...addOns] };
}

export type DeliveryKind = 'express' | 'pickup' | 'city';

/** Where the goods shall go, as the cloud takes it. */
export type Delivery =
  | { kind: 'express'; addressId: string }
  | { kind: 'pickup'; storeId: string }
  | { kind: 'city'; addressId: string; slotAt: number | null };

/** What the shopper has chosen so far; an empty id is not chosen yet. */
export interface DeliveryChoice {
  readonly kind: DeliveryKind;
  readonly addressId: string;
  readonly storeId: string;
  /** When the slot begins in which goods come within the city, in ms; null is as soon as they can. */
  readonly slotAt: number | null;
}

/** The choice as the cloud takes it; null while its address or store is missing. */
export function deliveryOf(choice: DeliveryChoice): Delivery | null {
  const { addressId } = choice;
  if (choice.kind === 'express') return addressId === '' ? null : { kind: 'express', addressId };
  if (choice.kind === 'city') {
    return addressId === '' ? null : { kind: 'city', addressId, slotAt: choice.slotAt };
  }
  return choice.storeId === '' ? null : { kind: 'pickup', storeId: choice.storeId };
}

/** Two choices with the same text get the same quote. */
function deliveryText(delivery: Delivery | null): string {
  if (delivery === null) return '';
  if (delivery.kind === 'pickup') return `pickup ${delivery.storeId}`;
  return `${delivery.kind} ${delivery.addressId}`;
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
  | { kind: 'chooseSlot'; label: string }
  | { kind: 'ask'; label: string }
  | { kind: 'mend'; label: string }
  | { kind: 'blocked'; label: string }
  | { kind: 'submit'; label: string };

interface CheckoutFacts {
  readonly lines: readonly { skuId: string; quantity: number }[];
  readonly choice: DeliveryChoice;
  readonly preview: Pick<OrderPreview, 'problems' | 'quote' | 'city'>;
  /** The destination that `preview` was quoted for. */
  readonly quotedFor: Delivery | null;
  readonly using: OfferChoice;
  /** What of offers `preview` was quoted with. */
  readonly quotedUsing: OfferChoice;
  /** A new quote is on its way. */
  readonly refreshing: boolean;
}

/** The next step of a checkout: what is missing first, then what cannot be bought, then the order itself. */
export function checkoutStep(facts: CheckoutFacts): CheckoutStep {
  const delivery = deliveryOf(facts.choice);
  if (delivery === null) {
    return facts.choice.kind === 'pickup'
      ? { kind: 'chooseStore', label: '选择自提门店' }
      : { kind: 'chooseAddress', label: '填写收货地址' };
  }
  const quoted =
    deliveryText(delivery) === deliveryText(facts.quotedFor) && facts.using === facts.quotedUsing;
  if (!facts.refreshing && !quoted) {
    return { kind: 'ask', label: '重新计算金额' };
  }
  const { problems } = facts.preview;
  if (problems.length > 0) {
    return linesThatCanBeBought(facts.lines, problems).length > 0
      ? { kind: 'mend', label: '按现有库存结算' }
      : { kind: 'blocked', label: '商品已售罄' };
  }
  const { quote } = facts.preview;
  if (!quote.deliverable) return { kind: 'blocked', label: '该地区暂不配送' };
  if (delivery.kind === 'city' && !isSlotOpen(facts.preview.city, delivery.slotAt)) {
    return { kind: 'chooseSlot', label: '选择送达时间' };
  }
  if (!quote.points.enough) return { kind: 'blocked', label: '积分不足' };
  return { kind: 'submit', label: '提交订单' };
}

/** Whether goods can come in the slot that begins then. */
function isSlotOpen(city: OrderPreview['city'], slotAt: number | null): boolean {
  return city?.slots.some(({ startsAt }) => startsAt === slotAt) ?? false;
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

/** How the goods travel, told in the breakdown: one line per template, or why there is nothing to pay. */
export function freightWorkings(
  quote: Pick<OrderPreview['quote'], 'freight'>,
  kind: DeliveryKind,
): string[] {
  if (kind === 'pickup') return ['到店自提，免运费'];
  if (quote.freight.length === 0) return ['选择收货地址后计算运费'];
  return quote.freight.map((part) => part.working);
}
