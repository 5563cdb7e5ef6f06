import { useState } from 'react';
import type { Product, Sku } from './goods';
import {
  choose,
  chosenSku,
  firstChoice,
  missingSpecs,
  mostOf,
  mostPieces,
  shownSku,
  specsOf,
  type Choice,
  type Spec,
} from './skuChoice';

/** What the sheet was opened for: only to choose, or to put into the cart or buy at once. */
export type Purpose = 'choose' | 'add' | 'buy';

/** A shopper in front of one product: what she has chosen so far, and how many. */
export interface Buying {
  readonly purpose: Purpose | null;
  readonly choice: Choice;
  readonly specs: readonly Spec[];
  /** The SKU that the choice names, or null while something is missing. */
  readonly sku: Sku | null;
  /** The SKU whose picture and price show the choice so far. */
  readonly shown: Sku | null;
  readonly missing: readonly string[];
  readonly quantity: number;
  /** As many pieces as may be wanted. */
  readonly most: number;
  readonly open: (purpose: Purpose) => void;
  readonly close: () => void;
  readonly take: (at: number, value: string) => void;
  readonly want: (quantity: number) => void;
}

/** Choosing a SKU and a quantity of a product; a change of SKU keeps the quantity within its stock. */
export function useBuying({ specNames, skus }: Pick<Product, 'specNames' | 'skus'>): Buying {
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [choice, setChoice] = useState(() => firstChoice(specNames, skus));
  const [wanted, setWanted] = useState(1);
  const sku = chosenSku(skus, choice);
  const most = sku === null ? mostPieces : mostOf(sku.left);
  return {
    purpose,
    choice,
    specs: specsOf(specNames, skus, choice),
    sku,
    shown: shownSku(skus, choice),
    missing: missingSpecs(specNames, choice),
    quantity: Math.max(1, Math.min(wanted, most)),
    most,
    open: setPurpose,
    close: () => setPurpose(null),
    take: (at, value) => setChoice((before) => choose(before, at, value)),
    want: setWanted,
  };
}
