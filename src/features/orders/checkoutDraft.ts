import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { freshId } from '../../stores/chance';
import type { DeliveryChoice, OfferChoice } from './steps';

/** One line that goes through the checkout. */
export interface DraftLine {
  readonly skuId: string;
  readonly quantity: number;
}

interface KeptDraft {
  readonly lines: readonly DraftLine[];
  /** Lines from the cart leave it once they are ordered. */
  readonly from: 'cart' | 'product';
  /** Names this order through all retries, so that it is placed once. */
  readonly key: string;
  readonly choice: DeliveryChoice;
  /** What the shopper wants of coupons, points, stored value and 加价购. */
  readonly using: OfferChoice;
}

/** What a checkout may begin with besides its lines. */
interface Beginning {
  /** The 积分兑换 whose goods these are. */
  readonly exchangeId?: string;
  readonly addOns?: OfferChoice['addOns'];
}

interface CheckoutDraft extends KeptDraft {
  /** Starts a checkout with these lines; then open pages/shopper/checkout. */
  begin: (lines: readonly DraftLine[], from: 'cart' | 'product', more?: Beginning) => void;
  /** Goes on with other lines, as after some were sold out. */
  keepLines: (lines: readonly DraftLine[]) => void;
  choose: (choice: Partial<DeliveryChoice>) => void;
  use: (change: Partial<OfferChoice>) => void;
  /** An id, null for none, undefined for the best. */
  chooseCoupon: (sort: 'goods' | 'freight', couponId: string | null | undefined) => void;
  /** The order stands: nothing is left to check out. */
  finish: () => void;
}

const storageKey = 'checkout';
const nothingChosen: DeliveryChoice = {
  kind: 'express',
  addressId: '',
  storeId: '',
  slotAt: null,
};
/** The best coupons, and no points or stored value unless she says so. */
const usingBest: OfferChoice = { points: 0, storedFen: 0, addOns: [] };
const nothing: KeptDraft = {
  lines: [],
  from: 'product',
  key: '',
  choice: nothingChosen,
  using: usingBest,
};

/** What is being checked out. It outlives the app, so that a retry after a crash carries the same key. */
export const useCheckoutDraft = create<CheckoutDraft>()((set, get) => {
  const save = (change: Partial<KeptDraft>) => {
    set(change);
    const { lines, from, key, choice, using } = get();
    Taro.setStorageSync(storageKey, { lines, from, key, choice, using });
  };
  return {
    ...(keptDraft(Taro.getStorageSync(storageKey)) ?? nothing),
    begin: (lines, from, more = {}) =>
      save({
        lines,
        from,
        key: freshId(),
        choice: nothingChosen,
        using: { ...usingBest, ...more },
      }),
    keepLines: (lines) => save({ lines }),
    choose: (choice) => save({ choice: { ...get().choice, ...choice } }),
    use: (change) => save({ using: { ...get().using, ...change } }),
    chooseCoupon(sort, couponId) {
      const name = sort === 'freight' ? 'freightCouponId' : 'couponId';
      const { [name]: _before, ...using } = get().using;
      save({ using: couponId === undefined ? using : { ...using, [name]: couponId } });
    },
    finish: () => save(nothing),
  };
});

/** A draft of an earlier visit; null when it is damaged. */
export function keptDraft(kept: unknown): KeptDraft | null {
  if (!isRecord(kept) || !Array.isArray(kept['lines']) || !hasKey(kept)) return null;
  const lines = kept['lines'].filter(isLine).slice(0, 50);
  if (lines.length === 0) return null;
  const from = kept['from'] === 'cart' ? 'cart' : 'product';
  const { choice, using } = kept;
  return { lines, from, key: kept.key, choice: choiceIn(choice), using: usingIn(using) };
}

/** What was wanted of offers; what is damaged is left to the shop to choose. */
function usingIn(kept: unknown): OfferChoice {
  if (!isRecord(kept)) return usingBest;
  const { couponId, freightCouponId, exchangeId, addOns } = kept;
  const whole = (value: unknown) => (Number.isSafeInteger(value) ? Math.max(0, Number(value)) : 0);
  return {
    points: whole(kept['points']),
    storedFen: whole(kept['storedFen']),
    addOns: Array.isArray(addOns) ? addOns.filter(isAddOn).slice(0, 20) : [],
    ...(couponId === null || typeof couponId === 'string' ? { couponId } : {}),
    ...(freightCouponId === null || typeof freightCouponId === 'string' ? { freightCouponId } : {}),
    ...(typeof exchangeId === 'string' ? { exchangeId } : {}),
  };
}

function isAddOn(value: unknown): value is OfferChoice['addOns'][number] {
  return isLine(value) && 'promotionId' in value && typeof value.promotionId === 'string';
}

function hasKey<T extends Readonly<Record<string, unknown>>>(kept: T): kept is T & { key: string } {
  return typeof kept['key'] === 'string' && /^[0-9A-Za-z_-]{8,64}$/.test(kept['key']);
}

function choiceIn(kept: unknown): DeliveryChoice {
  if (!isRecord(kept)) return nothingChosen;
  const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : '');
  const { kind, slotAt } = kept;
  return {
    kind: kind === 'pickup' || kind === 'city' ? kind : 'express',
    addressId: text('addressId'),
    storeId: text('storeId'),
    slotAt: Number.isSafeInteger(slotAt) ? Number(slotAt) : null,
  };
}

function isLine(value: unknown): value is DraftLine {
  if (!isRecord(value)) return false;
  const quantity = value['quantity'];
  return (
    typeof value['skuId'] === 'string' &&
    Number.isInteger(quantity) &&
    Number(quantity) >= 1 &&
    Number(quantity) <= 99
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
