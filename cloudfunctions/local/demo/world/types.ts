import type { CatalogueTables } from '../../../domains/catalogue/tables';
import type { GuideTables } from '../../../domains/guides/tables';
import type { MemberTables } from '../../../domains/members/tables';
import type { OrderTables } from '../../../domains/orders/tables';
import type { PaymentTables } from '../../../domains/payments/tables';
import type { PointsTables } from '../../../domains/points/tables';
import type { ReferralTables } from '../../../domains/referral/tables';
import type { WalletTables } from '../../../domains/wallet/tables';
import type { Picture } from '../artwork/plan';
import type {
  CouponCode,
  CouponMember,
  CouponPacket,
  CouponRow,
  CouponStep,
  Offers,
  PromotionMember,
  PromotionUse,
} from './offers/rows';

/** How much of a shop: a handful for tests, the demo, or a number of members for benchmarks. */
export type Size = 'test' | 'demo' | number;

export interface WorldOptions {
  readonly seed: string;
  readonly nowMs: number;
  readonly size: Size;
}

/** A row without the shop that it belongs to, which the writer adds. */
type Bare<Row> = Omit<Row, 'shopId'>;

export type Store = Omit<Bare<GuideTables['stores']>, 'cityTerms'> & {
  readonly latitude: number;
  readonly longitude: number;
};
export type Staff = Bare<GuideTables['staff']>;
export type Category = Bare<CatalogueTables['categories']>;
export type Template = Bare<CatalogueTables['freightTemplates']>;
export type Banner = Bare<CatalogueTables['homeBlocks']>;
export type Share = Bare<ReferralTables['shares']>;
export type Touch = Bare<ReferralTables['touches']>;
export type Join = Bare<ReferralTables['visitorJoins']>;
export type Binding = Bare<ReferralTables['bindings']>;
export type Entry = Bare<ReferralTables['commissionEntries']>;

/** A product as it was made; what it sold and how hot it is follows from the orders. */
export type Product = Omit<Bare<CatalogueTables['products']>, 'soldCount' | 'heat' | 'words'> & {
  readonly key: string;
  readonly trade: string;
  /** What search finds it by. */
  readonly findable: string;
  readonly skus: readonly Sku[];
  /** How much people like it, 1 on average. */
  readonly appeal: number;
};

export type Sku = Bare<CatalogueTables['skus']> & { readonly onHand: number };

/** Personal data before it is sealed. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly detail: string;
}

export type Member = Omit<
  Bare<MemberTables['members']>,
  'phoneSealed' | 'phoneMask' | 'birthday'
> & {
  readonly phone: string | null;
  /** YYYY-MM-DD. */
  readonly birthday: string | null;
};

export type Address = Omit<
  Bare<MemberTables['addresses']>,
  'contactSealed' | 'nameMask' | 'phoneMask'
> & {
  readonly contact: Contact;
};

export type OrderLine = Omit<Bare<OrderTables['orderLines']>, 'orderId'>;
export type OrderEvent = Omit<Bare<OrderTables['orderEvents']>, 'orderId'>;
export type Order = Omit<Bare<OrderTables['orders']>, 'contactSealed' | 'contactMask'> & {
  readonly address: Address | null;
};
export type Payment = Bare<PaymentTables['payments']>;

/** An order with everything that follows from it. */
export interface OrderStory {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly events: readonly OrderEvent[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Bare<PaymentTables['refunds']>[];
  /** What its coupons gave, by batch. */
  readonly given: readonly { batchId: string; fen: number }[];
  /** Its goods of 秒杀 and 积分兑换. */
  readonly special: readonly { promotionId: string; skuId: string; pieces: number }[];
  readonly entries: readonly Entry[];
  /** Where its goods are: with the buyer, held for her, or back on the shelf. */
  readonly goods: 'sold' | 'held' | 'back';
}

/** What a member has besides orders, and how she came by it: rows as they are written. */
export interface Dealings {
  readonly accounts: readonly Bare<PointsTables['pointsAccounts']>[];
  readonly buckets: readonly Omit<Bare<PointsTables['pointsBuckets']>, 'remindedAt'>[];
  readonly pointsEntries: readonly Bare<PointsTables['pointsEntries']>[];
  readonly growth: readonly Bare<PointsTables['growthEntries']>[];
  readonly levelChanges: readonly Bare<PointsTables['levelChanges']>[];
  readonly signIns: readonly Bare<PointsTables['signIns']>[];
  readonly wallets: readonly Bare<WalletTables['wallets']>[];
  readonly walletEntries: readonly Bare<WalletTables['walletEntries']>[];
  readonly recharges: readonly Bare<WalletTables['recharges']>[];
  readonly tags: readonly { memberId: string; tag: string; madeAt: number }[];
  readonly coupons: readonly CouponRow[];
  readonly couponMembers: readonly CouponMember[];
  readonly couponSteps: readonly CouponStep[];
  /** Codes that she turned into coupons. */
  readonly codes: readonly CouponCode[];
  readonly packets: readonly CouponPacket[];
  readonly promotionUses: readonly PromotionUse[];
  readonly promotionMembers: readonly PromotionMember[];
}

/** A member with all that she did, and the passers-by who came to the shop meanwhile. */
export interface Person {
  readonly member: Member;
  readonly addresses: readonly Address[];
  readonly shares: readonly Share[];
  readonly touches: readonly Touch[];
  readonly joins: readonly Join[];
  readonly bindings: readonly Binding[];
  readonly orders: readonly OrderStory[];
  readonly dealings: Dealings;
}

/** Everything in the shop but its shoppers. */
export interface ShopWorld {
  readonly options: WorldOptions;
  readonly shop: {
    readonly name: string;
    readonly slogan: string;
    readonly theme: string;
    readonly createdAt: number;
  };
  readonly stores: readonly Store[];
  /** The accounts of those who work here, in the order of `staff`. */
  readonly staffMembers: readonly Member[];
  readonly staff: readonly Staff[];
  readonly categories: readonly Category[];
  readonly templates: readonly Template[];
  readonly products: readonly Product[];
  readonly banners: readonly Banner[];
  readonly offers: Offers;
  /** The cards that guides made, oldest first within each guide. */
  readonly guideShares: readonly Share[];
  /** Every picture that a URL of this world points to. */
  readonly pictures: readonly Picture[];
  readonly shoppers: number;
}

export interface World extends ShopWorld {
  readonly people: readonly Person[];
}
