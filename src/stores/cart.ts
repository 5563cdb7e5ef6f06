import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';

/** One SKU in the cart; `chosen` means that it goes to the checkout. */
export interface CartLine {
  readonly skuId: string;
  readonly quantity: number;
  readonly chosen: boolean;
}

/** Goods that are wanted at the price of a 加价购; they stand in the quote only while it is reached. */
export interface WantedAddOn {
  readonly promotionId: string;
  readonly skuId: string;
  readonly quantity: number;
}

/** As many different SKUs as a cart holds. */
export const mostLines = 100;
/** As many pieces as a line holds. */
export const mostPieces = 99;
/** As many different goods of 加价购 as an order takes. */
const mostAddOns = 20;

interface Cart {
  /** The one added last comes first. */
  lines: readonly CartLine[];
  addOns: readonly WantedAddOn[];
  /** Wants so many pieces of a 加价购; none with 0. */
  setAddOn: (addOn: WantedAddOn) => void;
  /** Puts pieces in, on top of what is there up to {@link mostPieces}; false when the cart is full. */
  add: (skuId: string, quantity: number) => boolean;
  setQuantity: (skuId: string, quantity: number) => void;
  remove: (skuIds: readonly string[]) => void;
  toggle: (skuId: string) => void;
  /** Chooses all lines or none; with `skuIds` only these, and the others stay as they are. */
  toggleAll: (chosen: boolean, skuIds?: readonly string[]) => void;
  /** Pieces in the cart. */
  count: () => number;
}

const key = 'cart';
const addOnsKey = 'cart-add-ons';

/** What the shopper wants to buy; it lives on this phone. */
export const useCart = create<Cart>()((set, get) => {
  const save = (lines: readonly CartLine[]) => {
    set({ lines });
    Taro.setStorageSync(key, lines);
  };
  const change = (skuIds: readonly string[], next: (line: CartLine) => CartLine) =>
    save(get().lines.map((line) => (skuIds.includes(line.skuId) ? next(line) : line)));
  return {
    lines: keptLines(),
    addOns: keptAddOns(),
    setAddOn(addOn) {
      const others = get().addOns.filter((one) => !sameAddOn(one, addOn));
      const addOns = addOn.quantity > 0 ? [...others, addOn].slice(-mostAddOns) : others;
      set({ addOns });
      Taro.setStorageSync(addOnsKey, addOns);
    },
    add(skuId, quantity) {
      const line = get().lines.find((one) => one.skuId === skuId);
      if (line === undefined && get().lines.length >= mostLines) return false;
      const others = get().lines.filter((one) => one !== line);
      save([
        { skuId, quantity: within((line?.quantity ?? 0) + quantity), chosen: true },
        ...others,
      ]);
      return true;
    },
    setQuantity: (skuId, quantity) =>
      change([skuId], (line) => ({ ...line, quantity: within(quantity) })),
    remove: (skuIds) => save(get().lines.filter((line) => !skuIds.includes(line.skuId))),
    toggle: (skuId) => change([skuId], (line) => ({ ...line, chosen: !line.chosen })),
    toggleAll: (chosen, skuIds = get().lines.map((line) => line.skuId)) =>
      change(skuIds, (line) => ({ ...line, chosen })),
    count: () => get().lines.reduce((pieces, line) => pieces + line.quantity, 0),
  };
});

/**
 * Pieces in the cart, for a count beside something else. It is drawn together with what the same deed changes
 * on the page, where the store's own hook would draw twice; a page that is out of sight waits until it shows.
 */
export function usePieces(): number {
  const [pieces, setPieces] = useState(() => useCart.getState().count());
  const hidden = useRef(false);
  const draw = useCallback(() => {
    if (!hidden.current) setPieces(useCart.getState().count());
  }, []);
  useDidShow(() => {
    hidden.current = false;
    draw();
  });
  useDidHide(() => {
    hidden.current = true;
  });
  useEffect(() => {
    draw();
    return useCart.subscribe(draw);
  }, [draw]);
  return pieces;
}

function within(quantity: number): number {
  return Math.max(1, Math.min(mostPieces, Math.trunc(quantity)));
}

/** What an earlier visit left here; anything damaged is dropped. */
function keptLines(): readonly CartLine[] {
  const kept: unknown = Taro.getStorageSync(key);
  if (!Array.isArray(kept)) return [];
  const found = new Map<string, CartLine>();
  for (const line of kept.slice(0, mostLines)) if (isLine(line)) found.set(line.skuId, line);
  return [...found.values()];
}

function sameAddOn(one: WantedAddOn, other: WantedAddOn): boolean {
  return one.promotionId === other.promotionId && one.skuId === other.skuId;
}

function keptAddOns(): readonly WantedAddOn[] {
  const kept: unknown = Taro.getStorageSync(addOnsKey);
  return Array.isArray(kept) ? kept.filter(isAddOn).slice(0, mostAddOns) : [];
}

function isAddOn(value: unknown): value is WantedAddOn {
  if (typeof value !== 'object' || value === null) return false;
  const { promotionId, skuId, quantity } = value as Readonly<Record<string, unknown>>;
  const pieces = Number(quantity);
  return (
    typeof promotionId === 'string' &&
    typeof skuId === 'string' &&
    Number.isInteger(quantity) &&
    pieces >= 1 &&
    pieces <= 20
  );
}

function isLine(value: unknown): value is CartLine {
  if (typeof value !== 'object' || value === null) return false;
  const { skuId, quantity, chosen } = value as Readonly<Record<string, unknown>>;
  return (
    typeof skuId === 'string' &&
    Number.isInteger(quantity) &&
    Number(quantity) >= 1 &&
    Number(quantity) <= mostPieces &&
    typeof chosen === 'boolean'
  );
}
