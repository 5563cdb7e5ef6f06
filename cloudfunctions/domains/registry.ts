import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { Log } from '../platform/log';
import type { OutboxTables } from '../platform/outbox';
import type { Files } from '../platform/files';
import type { Procedure } from '../platform/procedure';
import type { Identity } from '../platform/session';
import type { WechatClient } from '../platform/wechat/client';
import type { Tracker } from '../platform/tracker';
import type { PayClient } from '../platform/wechat-pay/client';
import type { AfterSaleTables } from './after-sales/tables';
import type { CatalogueTables } from './catalogue/tables';
import type { CouponTables } from './coupons/tables';
import type { DeliveryTables } from './delivery/tables';
import type { GuideTables } from './guides/tables';
import type { MediaTables } from './media/tables';
import type { MemberTables } from './members/tables';
import type { MessagingTables } from './messaging/tables';
import type { OrderTables } from './orders/tables';
import type { PaymentTables } from './payments/tables';
import type { PointsTables } from './points/tables';
import type { PromotionTables } from './promotions/tables';
import type { ReferralTables } from './referral/tables';
import type { ReviewTables } from './reviews/tables';
import type { ShopSettings } from './settings';
import type { ShopTables } from './shops';
import type { WalletTables } from './wallet/tables';

/** Every table of the shop. */
export type Tables = ShopTables &
  MemberTables &
  CatalogueTables &
  MediaTables &
  PromotionTables &
  CouponTables &
  PointsTables &
  WalletTables &
  GuideTables &
  ReferralTables &
  OrderTables &
  PaymentTables &
  AfterSaleTables &
  ReviewTables &
  DeliveryTables &
  MessagingTables &
  OutboxTables;

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** What rooms announce and what their events say. */
export interface Events {
  'members.joined': { memberId: string };
  /** A member's nickname, picture and birthday are all there. */
  'members.profiled': { memberId: string };
  /** She reached a level; one event for each level on the way. */
  'points.levelUp': { memberId: string; level: number; changeId: string };
  /** She signed in on a day, `YYYY-MM-DD` in the shop's zone, the `streak`th in a row. */
  'points.signedIn': { memberId: string; streak: number; day: string };
  /** Her coupons end soon, the first at `endsAt`; told once. */
  'coupons.ending': { memberId: string; coupons: number; endsAt: number };
  /** Her points end soon, the first at `endsAt`; told once. */
  'points.ending': { memberId: string; points: number; endsAt: number };
  'wallet.recharged': { rechargeId: string; memberId: string };
  /** Money with the number of a recharge could not be believed. */
  'wallet.doubted': {
    number: string;
    transactionId: string;
    problem: string;
    facts: Readonly<Record<string, unknown>>;
  };
  'orders.paid': { orderId: string; memberId: string };
  'orders.reopened': { orderId: string; memberId: string };
  'orders.closed': { orderId: string; memberId: string; step: string };
  'payments.late': { orderId: string; memberId: string };
  /** All that was left to send is on its way. */
  'orders.shipped': { orderId: string; memberId: string };
  'orders.received': {
    orderId: string;
    memberId: string;
    actor: 'shopper' | 'manager' | 'wechat' | 'timer';
  };
  /** A refund is back where its money came from; `reason` is what it was wanted for. */
  'payments.refunded': {
    refundId: string;
    orderId: string;
    memberId: string;
    amountFen: number;
    reason: string;
  };
  /** A review passed its check: everybody may read it. */
  'reviews.shown': { reviewId: string; memberId: string };
  /** Goods that are picked up lie ready at their store. */
  'delivery.pickupReady': { orderId: string; memberId: string; storeId: string };
  /** `goodsPaidFen` is after refunds. */
  'orders.completed': { orderId: string; memberId: string; goodsPaidFen: number };
  /** An after-sale was asked or took a step. */
  'afterSales.moved': {
    afterSaleId: string;
    orderId: string;
    memberId: string;
    guideId: string | null;
    kind: AfterSaleTables['afterSales']['kind'];
    step: string;
    state: AfterSaleTables['afterSales']['state'];
    actor: 'shopper' | 'guide' | 'manager' | 'wechat' | 'timer';
  };
}

/** A member who calls; `staff` when she works here today. */
export interface Caller {
  memberId: string;
  openid: string;
  nickname: string;
  staff: { staffId: string; role: 'guide' | 'manager'; name: string; storeId: string } | null;
}

/** What the cloud knows about its shop. */
export interface Shop {
  shopId: string;
  name: string;
  slogan: string;
  theme: string;
  offsetMinutes: number;
  settings: ShopSettings;
  /** The first store: orders that nobody served count there. */
  mainStoreId: string;
}

/** What WeChat does for the shop; a stand-in takes its place in a demo. */
export interface Ports {
  pay: PayClient;
  /** Whose money the shop's is: what WeChat Pay's word is checked against. */
  payAccount: { mchid: string; appid: string };
  /** WeChat's server API: messages, content checks, shipping info. */
  wechat: WechatClient;
  /** What people uploaded. */
  files: Files;
  /** Who knows the way of parcels; null when the shop has nobody to ask. */
  tracker: Tracker | null;
  /** A picture (PNG, data URL) of a code that opens `page` with `scene`. */
  codePicture: (code: { page: string; scene: string }) => Promise<string>;
  seal: (plain: string) => string;
  unseal: (sealed: string) => string;
}

/** What every deed gets: where to write, for which shop, when, and how to speak to the world. */
export interface World {
  db: Database;
  shop: Shop;
  nowMs: number;
  log: Log;
  ports: Ports;
}

/** A deed of somebody whom nobody needs to know. */
export interface VisitorContext extends World {
  caller: Caller | null;
  identity: Identity | null;
}

/** A deed of a member. */
export interface Context extends VisitorContext {
  caller: Caller;
}

/**
 * A deed that finds its caller among the facts that it reads anyway, one statement less. She is nobody until
 * `admit` has seen what was found: it refuses whom the deed is not for.
 */
export interface AskingContext extends World {
  identity: Identity;
  admit: (found: Caller | null) => Caller;
}

/** A deed of somebody who works here. */
export interface StaffContext extends Context {
  caller: Caller & { staff: NonNullable<Caller['staff']> };
}

export type CallerRole = 'visitor' | 'shopper' | 'guide' | 'manager';

type ContextOf<R extends CallerRole> = 'visitor' extends R
  ? VisitorContext
  : 'shopper' extends R
    ? Context
    : StaffContext;

/** A procedure of the shop; who may call it decides what its deed knows about the caller. */
export function procedure<const R extends CallerRole, I extends z.ZodType, O extends z.ZodType>(
  made: Procedure<R, ContextOf<R>, I, O>,
): Procedure<R, ContextOf<R>, I, O> {
  return made;
}

/** A procedure for shoppers whose deed finds and admits its caller itself. */
export function askingProcedure<I extends z.ZodType, O extends z.ZodType>(
  made: Omit<Procedure<'shopper', AskingContext, I, O>, 'for' | 'findsCaller'>,
): Procedure<'shopper', AskingContext, I, O> {
  return { ...made, for: ['shopper'], findsCaller: true };
}
