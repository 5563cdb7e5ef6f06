import type { PromotionKind } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { day } from '../../../../cloudfunctions/kit/time';
import type { PickedProduct, PickedSku } from '../form/picked';
import { allGoods, everybody, type AudienceForm, type ScopeForm } from '../form/scopeForm';
import { lastMinuteOf } from '../form/timeWheels';
import { kindFacts } from './kinds';

/** A SKU with what it costs in a promotion: `count` is its stock in 秒杀 and 积分兑换, the most of one order in 加价购. */
export interface GoodForm {
  readonly sku: PickedSku;
  readonly price: string;
  readonly points: string;
  readonly count: string;
}

/** One step of 满减, 满折 or 满赠; `gives` is yuan off, 折, or pieces of the gift. */
export interface TierForm {
  readonly atLeast: string;
  readonly gives: string;
  readonly sku: PickedSku | null;
}

export interface LevelForm {
  readonly level: number;
  readonly pays: string;
}

export interface SetItemForm {
  readonly product: PickedProduct;
  readonly quantity: string;
}

/** What each kind asks, all texts as typed; a kind reads its own and leaves the rest. */
export interface TermsForm {
  readonly goods: readonly GoodForm[];
  readonly mostPerMember: string;
  readonly cutBy: 'rate' | 'off' | 'price';
  readonly cut: string;
  readonly rates: readonly LevelForm[];
  readonly items: readonly SetItemForm[];
  readonly setPrice: string;
  readonly mostSets: string;
  readonly nth: number;
  readonly nthPays: string;
  readonly by: 'amount' | 'pieces';
  readonly tiers: readonly TierForm[];
  readonly repeats: boolean;
  readonly atLeast: string;
  readonly notProvinces: readonly string[];
}

/** A promotion as it stands on the form. */
export interface PromotionForm {
  readonly kind: PromotionKind;
  readonly name: string;
  /** Null: as soon as it is made. */
  readonly startsAt: number | null;
  readonly endsAt: number;
  readonly priority: string;
  readonly scope: ScopeForm;
  readonly audience: AudienceForm;
  readonly withPromotions: boolean;
  readonly withCoupons: boolean;
  readonly budget: string;
  readonly uses: string;
  readonly usesPerMember: string;
  readonly terms: TermsForm;
}

export const emptyTier: TierForm = { atLeast: '', gives: '', sku: null };

/** The most tiers, goods, set items and 加价购 goods, as the shop takes them. */
export const most = { tiers: 5, goods: 50, items: 10, addOns: 20 } as const;

const noTerms: TermsForm = {
  goods: [],
  mostPerMember: '',
  cutBy: 'rate',
  cut: '',
  rates: [],
  items: [],
  setPrice: '',
  mostSets: '',
  nth: 2,
  nthPays: '5',
  by: 'amount',
  tiers: [emptyTier],
  repeats: false,
  atLeast: '',
  notProvinces: [],
};

/** An empty form of a kind: it starts at once and ends with the seventh day. */
export function newPromotionForm(kind: PromotionKind, nowMs: number): PromotionForm {
  return {
    kind,
    name: '',
    startsAt: null,
    endsAt: lastMinuteOf(nowMs + 7 * day),
    priority: '100',
    scope: allGoods,
    audience: everybody,
    withPromotions: true,
    withCoupons: kindFacts(kind).withCoupons,
    budget: '',
    uses: '',
    usesPerMember: '',
    terms: noTerms,
  };
}
