import type { Output } from '../../cloud';

export type CartFacts = Output<'cart.facts'>;
export type CartSku = CartFacts['skus'][number];

/** A line as the phone keeps it. */
export interface KeptLine {
  readonly skuId: string;
  readonly quantity: number;
  readonly chosen: boolean;
}

/** A line that can be bought: never more pieces than are left. */
export interface CartRow extends KeptLine {
  readonly sku: CartSku;
  /** What the shopper should know of the shelf; empty when there is plenty. */
  readonly shelfSay: string;
}

/** A line that cannot be bought now, and why. */
export interface GoneRow {
  readonly skuId: string;
  readonly title: string;
  readonly specText: string;
  readonly pictureUrl: string | null;
  readonly productId: string | null;
  readonly say: string;
}

export interface JoinedCart {
  readonly rows: readonly CartRow[];
  readonly gone: readonly GoneRow[];
}

/** From how many pieces left a shelf counts as nearly empty. */
const fewPieces = 5;
/** Most pieces of one line. */
const mostPieces = 99;

/**
 * The kept lines with what the shop says of them; lines that cannot be bought stand apart. A line that was
 * not asked for yet (`asked` lacks it) is left out: its facts are on their way.
 */
export function joinCart(
  lines: readonly KeptLine[],
  facts: CartFacts,
  asked: readonly string[],
): JoinedCart {
  const skus = new Map(facts.skus.map((sku) => [sku.skuId, sku]));
  const known = new Set(asked);
  const rows: CartRow[] = [];
  const gone: GoneRow[] = [];
  for (const line of lines) {
    if (!known.has(line.skuId)) continue;
    const sku = skus.get(line.skuId);
    if (sku === undefined || !sku.onSale || sku.left <= 0) gone.push(goneRow(line.skuId, sku));
    else rows.push(openRow(line, sku));
  }
  return { rows, gone };
}

/** The most pieces that the stepper of a row reaches. */
export function mostOf(row: CartRow): number {
  return Math.min(mostPieces, row.sku.left);
}

function openRow(line: KeptLine, sku: CartSku): CartRow {
  const quantity = Math.min(line.quantity, sku.left);
  return { ...line, quantity, sku, shelfSay: shelfSay(line.quantity, sku.left) };
}

function shelfSay(wanted: number, left: number): string {
  if (wanted > left) return `库存不足，已改为 ${left} 件`;
  return left < fewPieces ? `仅剩 ${left} 件` : '';
}

function goneRow(skuId: string, sku: CartSku | undefined): GoneRow {
  return {
    skuId,
    title: sku?.title ?? '商品已下架',
    specText: sku?.specText ?? '',
    pictureUrl: sku?.pictureUrl ?? null,
    productId: sku?.onSale === true ? sku.productId : null,
    say: sku?.onSale === true ? '已售罄' : '已下架',
  };
}
