import type { PromotionTerms } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { PickedSku } from '../form/picked';
import type { Names } from '../form/scopeForm';
import { typedBp, typedFen, typedWhole } from '../form/typed';
import type { GoodForm, TermsForm, TierForm } from './promotionForm';

interface Known {
  readonly names: Pick<Names, 'products'>;
  readonly skus: Readonly<Record<string, PickedSku>>;
}

/** The terms of a promotion as they are typed. Goods that the shop no longer has are left out. */
export function copiedTerms(terms: PromotionTerms, known: Known): Partial<TermsForm> {
  switch (terms.kind) {
    case 'flash':
    case 'exchange':
      return {
        goods: terms.goods.flatMap((good) =>
          goodForm({ points: null, ...good }, good.pieces, known),
        ),
        mostPerMember: typedWhole(terms.mostPerMember),
      };
    case 'add_on':
      return {
        by: terms.by,
        atLeast: thresholdText(terms.by, terms.atLeast),
        goods: terms.goods.flatMap((good) => goodForm({ points: null, ...good }, good.most, known)),
      };
    case 'timed':
      return cutForm(terms.cut);
    case 'member':
      return {
        rates: terms.rates.map(({ level, paysBp }) => ({ level, pays: typedBp(paysBp) })),
      };
    case 'bundle':
      return {
        items: terms.items.flatMap(({ productId, quantity }) => {
          const product = known.names.products[productId];
          return product === undefined ? [] : { product, quantity: String(quantity) };
        }),
        setPrice: typedFen(terms.priceFen),
        mostSets: typedWhole(terms.mostSets),
      };
    case 'nth':
      return { nth: terms.nth, nthPays: typedBp(terms.paysBp) };
    case 'off':
    case 'rate':
    case 'gift':
      return tiersForm(terms, known);
    case 'free_freight':
      return {
        by: terms.by,
        atLeast: thresholdText(terms.by, terms.atLeast),
        notProvinces: terms.notProvinces,
      };
  }
}

function goodForm(
  good: { skuId: string; priceFen: number; points: number | null },
  count: number,
  { skus }: Known,
): GoodForm[] {
  const sku = skus[good.skuId];
  if (sku === undefined) return [];
  return [
    {
      sku,
      price: typedFen(good.priceFen),
      points: typedWhole(good.points),
      count: String(count),
    },
  ];
}

function cutForm(cut: Extract<PromotionTerms, { kind: 'timed' }>['cut']): Partial<TermsForm> {
  switch (cut.by) {
    case 'rate':
      return { cutBy: 'rate', cut: typedBp(cut.paysBp) };
    case 'off':
      return { cutBy: 'off', cut: typedFen(cut.offFen) };
    case 'price':
      return { cutBy: 'price', cut: typedFen(cut.priceFen) };
  }
}

type Tiered = Extract<PromotionTerms, { kind: 'off' | 'rate' | 'gift' }>;

function tiersForm(terms: Tiered, { skus }: Known): Partial<TermsForm> {
  const { by } = terms;
  const tier = (atLeast: number, rest: Partial<TierForm>): TierForm => ({
    atLeast: thresholdText(by, atLeast),
    gives: '',
    sku: null,
    ...rest,
  });
  switch (terms.kind) {
    case 'off':
      return {
        by,
        repeats: terms.repeats,
        tiers: terms.tiers.map((one) => tier(one.atLeast, { gives: typedFen(one.offFen) })),
      };
    case 'rate':
      return {
        by,
        tiers: terms.tiers.map((one) => tier(one.atLeast, { gives: typedBp(one.paysBp) })),
      };
    case 'gift':
      return {
        by,
        tiers: terms.tiers.map((one) =>
          tier(one.atLeast, { gives: String(one.quantity), sku: skus[one.skuId] ?? null }),
        ),
      };
  }
}

function thresholdText(by: 'amount' | 'pieces', atLeast: number): string {
  return by === 'amount' ? typedFen(atLeast) : String(atLeast);
}
