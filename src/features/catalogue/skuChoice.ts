/** What of a SKU decides which values may be chosen together. */
export interface ChoosableSku {
  readonly skuId: string;
  /** One value for each spec name, in their order. */
  readonly specValues: readonly string[];
  readonly left: number;
}

/** The value chosen for each spec; null where none is yet. */
export type Choice = readonly (string | null)[];

export interface SpecValue {
  readonly value: string;
  readonly chosen: boolean;
  /** Whether some SKU with this value and the others chosen can be bought. */
  readonly open: boolean;
}

export interface Spec {
  readonly name: string;
  readonly values: readonly SpecValue[];
}

/** Below this many pieces the stock is said. */
const fewPieces = 5;
/** As many pieces as one line of an order takes. */
export const mostPieces = 99;

/** Each spec with its values in the order of the SKUs, closed where no SKU on the shelf goes with the choice. */
export function specsOf(
  specNames: readonly string[],
  skus: readonly ChoosableSku[],
  choice: Choice,
): Spec[] {
  return specNames.map((name, at) => ({
    name,
    values: valuesAt(skus, at).map((value) => ({
      value,
      chosen: choice[at] === value,
      open: skus.some((sku) => sku.left > 0 && goesWith(sku, replaced(choice, at, value))),
    })),
  }));
}

/** A spec with a single value is chosen beforehand, if it can be bought; the rest is up to the shopper. */
export function firstChoice(specNames: readonly string[], skus: readonly ChoosableSku[]): Choice {
  return specNames.map((_, at) => {
    const [only, ...others] = valuesAt(skus, at);
    return only !== undefined && others.length === 0 && skus.some((sku) => sku.left > 0)
      ? only
      : null;
  });
}

/** Takes a value, or puts it back when it was taken. */
export function choose(choice: Choice, at: number, value: string): Choice {
  return replaced(choice, at, choice[at] === value ? null : value);
}

/** The one SKU that the whole choice names, or null while something is missing. */
export function chosenSku<S extends ChoosableSku>(skus: readonly S[], choice: Choice): S | null {
  if (choice.some((value) => value === null)) return null;
  return skus.find((sku) => goesWith(sku, choice)) ?? null;
}

/** A SKU that shows the choice so far: the chosen one, or the first that goes with it. */
export function shownSku<S extends ChoosableSku>(skus: readonly S[], choice: Choice): S | null {
  if (choice.length > 0 && choice.every((value) => value === null)) return null;
  return skus.find((sku) => goesWith(sku, choice)) ?? null;
}

/** The names of what is still to be chosen. */
export function missingSpecs(specNames: readonly string[], choice: Choice): string[] {
  return specNames.filter((_, at) => (choice[at] ?? null) === null);
}

/** The values chosen, as one line. */
export function choiceText(choice: Choice): string {
  return choice.filter((value) => value !== null).join(' ');
}

/** What is said of a SKU's stock: only when it is short. */
export function stockText(left: number): string {
  if (left <= 0) return '暂时缺货';
  return left < fewPieces ? `仅剩 ${left} 件` : '有货';
}

/** How many pieces of a SKU one line may take; 0 when there are none. */
export function mostOf(left: number): number {
  return Math.max(0, Math.min(left, mostPieces));
}

function valuesAt(skus: readonly ChoosableSku[], at: number): string[] {
  const values = skus.map((sku) => sku.specValues[at]).filter((value) => value !== undefined);
  return [...new Set(values)];
}

function goesWith(sku: ChoosableSku, choice: Choice): boolean {
  return choice.every((value, at) => value === null || sku.specValues[at] === value);
}

function replaced(choice: Choice, at: number, value: string | null): Choice {
  return choice.map((old, index) => (index === at ? value : old));
}
