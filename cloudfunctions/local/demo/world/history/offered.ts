import type {
  Choice,
  PricedLine,
  QuoteFacts,
  SideGoods,
} from '../../../../domains/cart/rules/facts';
import { scopeOf } from '../../../../domains/promotions/rules/scope';
import { whyNotRunning } from '../../../../domains/promotions/rules/standing';
import type { Promotion } from '../../../../domains/promotions/schema/promotion';
import { levelPromotions } from '../../../../domains/promotions/usecases/levels';
import type { Account } from '../dealings/account';
import type { MadePromotion } from '../offers/rows';
import type { Product, ShopWorld, Sku } from '../types';
import { settings } from './ties';

/** A SKU with its product. */
export interface Shelved {
  readonly product: Product;
  readonly sku: Sku;
}

/** A promotion and the goods that it is for. */
interface Ruled {
  readonly promotion: Promotion;
  readonly within: (line: PricedLine) => boolean;
}

/** What quotes need of a shop over and over, told once. */
interface Known {
  readonly promotions: readonly (Ruled & { made: MadePromotion })[];
  readonly levels: readonly (Ruled & { made: null })[];
  readonly goods: ReadonlyMap<string, Shelved>;
  readonly above: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<ShopWorld, Known>();
/** Limits are set to what people took in the end and more; nobody found anything used up. */
const plenty = 1_000_000_000;

/** The SKU with this id. */
export function goodsOf(world: ShopWorld, skuId: string): Shelved {
  const shelved = knownOf(world).goods.get(skuId);
  if (shelved === undefined) throw new Error(`no SKU ${skuId}`);
  return shelved;
}

/** What a SKU is to a quote. */
export function pricedOf(world: ShopWorld, { product, sku }: Shelved): Omit<SideGoods, 'left'> {
  return {
    skuId: sku.skuId,
    productId: product.productId,
    categoryIds: knownOf(world).above.get(product.categoryId) ?? [product.categoryId],
    tags: product.tags,
    templateId: product.templateId,
    listFen: sku.priceFen,
    weightGrams: sku.weightGrams,
  };
}

/** What is ordered, by whom, and where it goes. */
interface Asked {
  readonly atMs: number;
  readonly lines: readonly PricedLine[];
  readonly buyer: NonNullable<QuoteFacts['buyer']>;
  readonly choice: Choice;
}

/**
 * The promotions that could take something off an order, as they stood for its buyer when it was placed. What could
 * not is left out: its reasons would be stored with every order of the past, and nobody asks for them any more.
 */
export function promotionsFor({ world, limited }: Account, asked: Asked): Promotion[] {
  const { promotions, levels } = knownOf(world);
  const live = promotions.filter(({ made }) => ranAt(made, asked.atMs));
  return [...live, ...levels].flatMap(({ made, promotion, within }) => {
    const touched = asked.lines.filter(within);
    if (touched.length === 0 || !mayTouch(promotion, touched, asked)) return [];
    const standing = made === null ? promotion : standingFor(made, promotion, limited);
    return whyNotRunning(standing, asked.atMs, asked.buyer) === null ? [standing] : [];
  });
}

/** Whether any promotion that ran at `atMs` asks for the store where an order counts. */
export function asksForStore(world: ShopWorld, atMs: number): boolean {
  return knownOf(world).promotions.some(
    ({ made }) => made.draft.audience.storeIds.length > 0 && ranAt(made, atMs),
  );
}

function ranAt({ draft, stoppedAt }: MadePromotion, atMs: number): boolean {
  return draft.startsAt <= atMs && atMs < Math.min(draft.endsAt, stoppedAt ?? Infinity);
}

/** Whether a promotion that is for these lines could take anything off them. */
function mayTouch(
  { promotionId, terms }: Promotion,
  lines: readonly PricedLine[],
  { buyer, choice }: Asked,
): boolean {
  switch (terms.kind) {
    case 'exchange':
      return choice.exchangeId === promotionId;
    case 'add_on':
      return choice.addOns.length > 0 && reached(lines, terms.by, terms.atLeast);
    case 'member':
      return terms.rates.some(({ level }) => level === buyer.level);
    case 'off':
    case 'rate':
    case 'gift':
      return reached(lines, terms.by, terms.tiers[0]?.atLeast ?? 0);
    case 'free_freight':
      return reached(lines, terms.by, terms.atLeast);
    case 'bundle':
      return terms.items.every(({ productId }) =>
        lines.some((line) => line.productId === productId),
      );
    default:
      return true;
  }
}

/** Whether lines reach a threshold at their list prices; no promotion makes them dearer. */
export function reached(
  lines: readonly PricedLine[],
  by: 'amount' | 'pieces',
  atLeast: number,
): boolean {
  const each = lines.map(({ listFen, quantity }) =>
    by === 'amount' ? listFen * quantity : quantity,
  );
  return each.reduce((sum, one) => sum + one, 0) >= atLeast;
}

function standingFor(
  made: MadePromotion,
  promotion: Promotion,
  limited: Account['limited'],
): Promotion {
  const had = limited.get(made.promotionId);
  if (had === undefined) return promotion;
  const { memberUses, memberPieces, ...standing } = promotion.standing;
  const left = (limit: number | null, gone: number) =>
    limit === null ? null : Math.max(0, limit - gone);
  const standingNow = {
    memberUses: left(memberUses, had.uses),
    memberPieces: left(memberPieces, had.pieces),
  };
  return { ...promotion, standing: { ...standing, ...standingNow } };
}

/** Gifts and 加价购 goods of promotions, by SKU. */
export function sideGoodsOf(
  world: ShopWorld,
  promotions: readonly Promotion[],
): QuoteFacts['sideGoods'] {
  const skuIds = promotions.flatMap(({ terms }) => {
    if (terms.kind === 'gift') return terms.tiers.map(({ skuId }) => skuId);
    return terms.kind === 'add_on' ? terms.goods.map(({ skuId }) => skuId) : [];
  });
  return Object.fromEntries(
    skuIds.map((skuId) => {
      const shelved = goodsOf(world, skuId);
      return [skuId, { ...pricedOf(world, shelved), left: shelved.sku.onHand }];
    }),
  );
}

function knownOf(world: ShopWorld): Known {
  const before = known.get(world);
  if (before !== undefined) return before;
  const { offers, products, categories } = world;
  const told: Known = {
    promotions: offers.promotions.map((made) => ({ made, ...ruled(quotable(made)) })),
    levels: levelPromotions(settings.levels).map((level) => ({ made: null, ...ruled(level) })),
    goods: new Map(
      products.flatMap((product) =>
        product.skus.map((sku): [string, Shelved] => [sku.skuId, { product, sku }]),
      ),
    ),
    above: new Map(
      categories.map(({ categoryId, parentId }) => [
        categoryId,
        parentId === null ? [categoryId] : [categoryId, parentId],
      ]),
    ),
  };
  known.set(world, told);
  return told;
}

/** Goods by scope, but of an activity by SKU and of a set by product. */
function ruled(promotion: Promotion): Ruled {
  const { terms, scope } = promotion;
  if (terms.kind === 'flash' || terms.kind === 'exchange') {
    const skuIds = new Set(terms.goods.map(({ skuId }) => skuId));
    return { promotion, within: ({ skuId }) => skuIds.has(skuId) };
  }
  if (terms.kind === 'bundle') {
    const productIds = new Set(terms.items.map(({ productId }) => productId));
    return { promotion, within: ({ productId }) => productIds.has(productId) };
  }
  return { promotion, within: scopeOf(scope) };
}

/** A promotion as quotes read it, for somebody who had nothing of it yet. */
function quotable({ promotionId, draft, withCoupons }: MadePromotion): Promotion {
  const { name, startsAt, endsAt, priority, scope, audience, withPromotions, limits, terms } =
    draft;
  const activity = terms.kind === 'flash' || terms.kind === 'exchange' ? terms : null;
  const standing = {
    leftFen: limits.budgetFen === null ? null : plenty,
    leftUses: limits.uses === null ? null : plenty,
    memberUses: limits.usesPerMember,
    memberPieces: activity?.mostPerMember ?? null,
    pieces: Object.fromEntries(activity?.goods.map(({ skuId }) => [skuId, plenty]) ?? []),
  };
  return {
    ...{ promotionId, name, startsAt, endsAt, priority, scope, audience },
    ...{ withPromotions, withCoupons, terms, standing },
  };
}
