import type { PromotionTerms } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { PickedSku } from '../form/picked';
import type { SampleLine } from './sample';

/** What a cart must come to before an offer holds: fen or pieces. */
export interface Need {
  readonly by: 'amount' | 'pieces';
  readonly atLeast: number;
}

const mostPieces = 20;

/** What a promotion asks of a cart; the best tier's threshold where there are tiers. */
export function needOf(terms: PromotionTerms): Need {
  switch (terms.kind) {
    case 'off':
    case 'rate':
    case 'gift':
      return { by: terms.by, atLeast: terms.tiers[terms.tiers.length - 1]?.atLeast ?? 0 };
    case 'add_on':
    case 'free_freight':
      return { by: terms.by, atLeast: terms.atLeast };
    case 'nth':
      return { by: 'pieces', atLeast: terms.nth };
    case 'flash':
    case 'exchange':
    case 'timed':
    case 'member':
    case 'bundle':
      return { by: 'pieces', atLeast: 0 };
  }
}

/**
 * A cart of these SKUs, one piece each or as many as `pieces` says, in which the dearest is taken often enough to
 * reach `need`, but at most twenty times; what it cannot reach is left for the preview to say.
 */
export function reaching(
  skus: readonly PickedSku[],
  need: Need,
  pieces: Readonly<Record<string, number>> = {},
): SampleLine[] {
  const lines = skus.map((sku) => ({ sku, quantity: pieces[sku.productId] ?? 1 }));
  const worth = ({ sku, quantity }: SampleLine) =>
    need.by === 'amount' ? sku.priceFen * quantity : quantity;
  const missing = need.atLeast - lines.reduce((sum, line) => sum + worth(line), 0);
  const dearest = lines.reduce<SampleLine | undefined>(
    (best, line) => (best === undefined || line.sku.priceFen > best.sku.priceFen ? line : best),
    undefined,
  );
  const each = dearest === undefined ? 0 : worth({ ...dearest, quantity: 1 });
  if (missing <= 0 || each <= 0) return lines;
  return lines.map((line) => (line === dearest ? moreOf(line, Math.ceil(missing / each)) : line));
}

function moreOf({ sku, quantity }: SampleLine, more: number): SampleLine {
  return { sku, quantity: Math.max(quantity, Math.min(mostPieces, quantity + more)) };
}
