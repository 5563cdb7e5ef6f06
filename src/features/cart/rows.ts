import { yuanText } from '../../../cloudfunctions/kit/money';
import { nothingOffered } from '../../../cloudfunctions/domains/cart/rules/facts';
import { quote } from '../../../cloudfunctions/domains/cart/rules/quote';
import type { Quote } from '../../../cloudfunctions/domains/cart/rules/quoted';
import type { Output } from '../../cloud';

export type CartFacts = Output<'cart.facts'>;
type CartSku = CartFacts['skus'][number];

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

export interface CartSum {
  readonly chosen: readonly CartRow[];
  /** Pieces in the chosen lines. */
  readonly pieces: number;
  readonly allChosen: boolean;
  readonly quote: Quote;
  readonly hint: FreightHint;
}

/** What to say about freight before the address is known; `short` is worth a look at more goods. */
export type FreightHint = { kind: 'none' } | { kind: 'free' | 'short'; say: string };

/** A region that no template names, so that its usual band counts. */
const usualRegion = '000000';

/** What the chosen rows cost by the shop's own rule, with the freight of the usual region as an estimate. */
export function sumCart(rows: readonly CartRow[], templates: CartFacts['templates']): CartSum {
  const chosen = rows.filter((row) => row.chosen);
  const lines = chosen.map(({ sku, quantity }) => ({
    skuId: sku.skuId,
    productId: sku.productId,
    categoryIds: [],
    tags: [],
    templateId: sku.templateId,
    quantity,
    listFen: sku.listFen,
    weightGrams: sku.weightGrams,
  }));
  const destination = { kind: 'express', regionCode: usualRegion } as const;
  const quoted = quote({ ...nothingOffered, lines, templates, destination });
  return {
    chosen,
    pieces: chosen.reduce((sum, row) => sum + row.quantity, 0),
    allChosen: rows.length > 0 && chosen.length === rows.length,
    quote: quoted,
    hint: freightHint(quoted.freight),
  };
}

/** The nearest way to free freight; with several templates its name says which goods it means. */
export function freightHint(parts: Quote['freight']): FreightHint {
  if (parts.length === 0) return { kind: 'none' };
  if (parts.every((part) => part.fen === 0)) return { kind: 'free', say: '已免运费' };
  let nearest: { name: string; shortFen: number } | null = null;
  for (const { name, shortFen } of parts) {
    if (shortFen === null || shortFen <= 0) continue;
    if (nearest === null || shortFen < nearest.shortFen) nearest = { name, shortFen };
  }
  if (nearest === null) return { kind: 'none' };
  const which = parts.length > 1 ? `${nearest.name}` : '';
  return { kind: 'short', say: `${which}再买 ¥${yuanText(nearest.shortFen)} 免运费` };
}
