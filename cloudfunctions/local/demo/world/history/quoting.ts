import type { Choice, PricedLine, QuoteFacts } from '../../../../domains/cart/rules/facts';
import { quote } from '../../../../domains/cart/rules/quote';
import type { Coupon } from '../../../../domains/coupons/schema';
import { pointsFacts } from '../../../../domains/points/rules/earn';
import { scopeOf } from '../../../../domains/promotions/rules/scope';
import type { Account } from '../dealings/account';
import type { Address, ShopWorld } from '../types';
import type { Bought } from './buying';
import { asksForStore, pricedOf, promotionsFor, reached, sideGoodsOf } from './offered';
import { boundAt, settings, type Ties } from './ties';

/** What an order is to be, as far as its price goes. */
export interface Quoting {
  readonly account: Account;
  readonly ties: Ties;
  readonly basket: readonly Bought[];
  readonly placedAt: number;
  /** The counter where it is picked up; null when it is sent. */
  readonly storeId: string | null;
  readonly address: Address | null;
  readonly choice: Choice;
}

/** The price of an order by the shop's own rule, with what was offered to its buyer when it was placed. */
export function quoteOf(quoting: Quoting) {
  const { account, ties, basket, placedAt, address, choice } = quoting;
  const { world, level, points, purse } = account;
  const lines = basket.map((bought): PricedLine => ({
    ...pricedOf(world, bought),
    quantity: bought.quantity,
  }));
  const buyer = {
    level: level.level(),
    tags: account.tags,
    storeId: asksForStore(world, placedAt) ? storeOf(quoting) : null,
    newBuyer: !ties.orders.some(({ order }) => order.paidAt !== null && order.paidAt <= placedAt),
  };
  const promotions = promotionsFor(account, { atMs: placedAt, lines, buyer, choice });
  const facts: QuoteFacts = {
    nowMs: placedAt,
    lines,
    sideGoods: sideGoodsOf(world, promotions),
    templates: templatesOf(world),
    destination:
      address === null ? { kind: 'pickup' } : { kind: 'express', regionCode: address.regionCode },
    buyer,
    promotions,
    coupons: couponsFor(account, lines, placedAt),
    points: pointsFacts(settings, { points: points.balance(), level: level.level() }),
    stored: { principalFen: purse.principalFen(), giftFen: purse.giftFen() },
    choice,
  };
  return { quoted: quote(facts), promotions };
}

/** Where an order counts: its counter, else the store of her guide. */
function storeOf({ ties, placedAt, storeId }: Quoting): string | null {
  return storeId ?? boundAt(ties, placedAt)?.storeId ?? null;
}

/** Her coupons that these goods could reach. */
function couponsFor({ coupons }: Account, lines: readonly PricedLine[], atMs: number): Coupon[] {
  return coupons.usable(atMs).flatMap(({ row, batch: { draft } }) => {
    const { name, terms, thresholdFen, scope } = draft;
    const touched = lines.filter(scopeOf(scope));
    if (touched.length === 0 || !reached(touched, 'amount', thresholdFen)) return [];
    const { couponId, batchId, startsAt, endsAt } = row;
    return {
      couponId,
      batchId,
      name,
      terms,
      thresholdFen,
      scope,
      state: 'available',
      startsAt,
      endsAt,
    };
  });
}

const templates = new WeakMap<ShopWorld, QuoteFacts['templates']>();

function templatesOf(world: ShopWorld): QuoteFacts['templates'] {
  const before = templates.get(world);
  if (before !== undefined) return before;
  const told = Object.fromEntries(
    world.templates.map(({ templateId, ...template }) => [templateId, template]),
  );
  templates.set(world, told);
  return told;
}
