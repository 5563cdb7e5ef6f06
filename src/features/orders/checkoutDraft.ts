import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { freshId } from '../../stores/chance';
import type { DeliveryChoice } from './steps';

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
}

interface CheckoutDraft extends KeptDraft {
  /** Starts a checkout with these lines; then open pages/shopper/checkout. */
  begin: (lines: readonly DraftLine[], from: 'cart' | 'product') => void;
  /** Goes on with other lines, as after some were sold out. */
  keepLines: (lines: readonly DraftLine[]) => void;
  choose: (choice: Partial<DeliveryChoice>) => void;
  /** The order stands: nothing is left to check out. */
  finish: () => void;
}

const storageKey = 'checkout';
const nothingChosen: DeliveryChoice = { kind: 'express', addressId: '', storeId: '' };
const nothing: KeptDraft = { lines: [], from: 'product', key: '', choice: nothingChosen };

/** What is being checked out. It outlives the app, so that a retry after a crash carries the same key. */
export const useCheckoutDraft = create<CheckoutDraft>()((set, get) => {
  const save = (change: Partial<KeptDraft>) => {
    set(change);
    const { lines, from, key, choice } = get();
    Taro.setStorageSync(storageKey, { lines, from, key, choice });
  };
  return {
    ...(keptDraft(Taro.getStorageSync(storageKey)) ?? nothing),
    begin: (lines, from) => save({ lines, from, key: freshId(), choice: nothingChosen }),
    keepLines: (lines) => save({ lines }),
    choose: (choice) => save({ choice: { ...get().choice, ...choice } }),
    finish: () => save(nothing),
  };
});

/** A draft of an earlier visit; null when it is damaged. */
export function keptDraft(kept: unknown): KeptDraft | null {
  if (!isRecord(kept) || !Array.isArray(kept['lines']) || typeof kept['key'] !== 'string')
    return null;
  const lines = kept['lines'].filter(isLine).slice(0, 50);
  if (lines.length === 0 || !/^[0-9A-Za-z_-]{8,64}$/.test(kept['key'])) return null;
  const from = kept['from'] === 'cart' ? 'cart' : 'product';
  return { lines, from, key: kept['key'], choice: choiceIn(kept['choice']) };
}

function choiceIn(kept: unknown): DeliveryChoice {
  if (!isRecord(kept)) return nothingChosen;
  const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : '');
  return {
    kind: kept['kind'] === 'pickup' ? 'pickup' : 'express',
    addressId: text('addressId'),
    storeId: text('storeId'),
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
