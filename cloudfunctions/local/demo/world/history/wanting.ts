import type { Account } from '../dealings/account';
import type { MadePromotion } from '../offers/rows';
import type { Chance } from '../random';
import { basketFrom, type Bought, type Taste } from './buying';
import { goodsOf } from './offered';
import type { Plan } from './plans';

/** What a member wants to order, and the 积分兑换 by which she wants it, if it is one. */
export interface Wanted {
  readonly basket: Bought[];
  readonly exchangeId: string | null;
}

/** What she comes for: goods of an activity, or what she likes. */
export function wantedAt(
  account: Account,
  chance: Chance,
  taste: Taste,
  { plan, shown, atMs }: { plan: Plan; shown: string | null; atMs: number },
): Wanted {
  const { world, index } = account;
  const made = world.offers.promotions.find(({ key }) => key === plan.activity);
  if (made !== undefined) return activityGoods(account, chance, made);
  const draw = () => basketFrom(world, chance, taste, { shown, atMs });
  const basket = index === 0 ? modest(account, plan, draw) : draw();
  return { basket, exchangeId: null };
}

function activityGoods({ world, points }: Account, chance: Chance, made: MadePromotion): Wanted {
  const { terms } = made.draft;
  if (terms.kind === 'flash') {
    const { skuId } = chance.pick(terms.goods);
    const quantity = 1 + chance.weighed([70, 30]);
    return { basket: [{ ...goodsOf(world, skuId), quantity }], exchangeId: null };
  }
  if (terms.kind !== 'exchange') return { basket: [], exchangeId: null };
  const within = terms.goods.filter((good) => good.points <= points.balance());
  if (within.length === 0) return { basket: [], exchangeId: null };
  const { skuId } = chance.pick(within);
  return { basket: [{ ...goodsOf(world, skuId), quantity: 1 }], exchangeId: made.promotionId };
}

/** The first shopper's growth stays between two levels: she buys neither dear things nor all the time. */
const growthEnough = 5_500;
const mostFen = 60_000;

function modest({ level }: Account, { wish }: Plan, draw: () => Bought[]): Bought[] {
  if (wish === 'any' && level.growth() > growthEnough) return [];
  const least = wish === 'any' ? 0 : 12_000;
  for (let tries = 0; tries < 12; tries += 1) {
    const basket = draw();
    const fen = basket.reduce((sum, { sku, quantity }) => sum + sku.priceFen * quantity, 0);
    if (fen >= least && fen <= mostFen) return basket;
  }
  return [];
}
