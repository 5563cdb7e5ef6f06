/** A product as a form keeps it: what the shop is told and what a person reads. */
export interface PickedProduct {
  readonly productId: string;
  readonly title: string;
  readonly pictureUrl: string;
  readonly priceFen: number;
}

/** A SKU as a form keeps it. */
export interface PickedSku {
  readonly skuId: string;
  readonly productId: string;
  readonly title: string;
  readonly specText: string;
  readonly pictureUrl: string;
  readonly priceFen: number;
  /** Pieces on the shelf when it was picked. */
  readonly left: number;
}

/** A category or a store. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Adds what is not there yet and takes out what is. */
export function toggled<T>(all: readonly T[], one: T, idOf: (entry: T) => unknown): T[] {
  const rest = all.filter((entry) => idOf(entry) !== idOf(one));
  return rest.length === all.length ? [...all, one] : rest;
}
