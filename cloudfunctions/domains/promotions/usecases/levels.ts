import type { LevelTerms } from '../../settings';
import type { Promotion } from '../schema/promotion';
import { Audience, Scope } from '../schema/scope';

/** The last instant that a date can say, in ms. */
const forever = 8_640_000_000_000_000;

/**
 * What levels give, as promotions that quotes read beside the others: `level-price` when some level pays less than
 * the list price, `level-freight` when some level's freight is free. They have no limit and no end.
 */
export function levelPromotions(levels: readonly LevelTerms[]): Promotion[] {
  const rates = levels
    .map(({ paysBp }, level) => ({ level, paysBp }))
    .filter(({ paysBp }) => paysBp < 10_000);
  const free = levels.flatMap(({ freeFreight }, level) => (freeFreight ? [level] : []));
  const price: Promotion = {
    ...standingOffer('level-price', '会员价', []),
    terms: { kind: 'member', rates },
  };
  const freight: Promotion = {
    ...standingOffer('level-freight', '会员包邮', free),
    terms: { kind: 'free_freight', by: 'amount', atLeast: 0, notProvinces: [] },
  };
  return [...(rates.length > 0 ? [price] : []), ...(free.length > 0 ? [freight] : [])];
}

function standingOffer(promotionId: string, name: string, levels: number[]) {
  return {
    promotionId,
    name,
    startsAt: 0,
    endsAt: forever,
    priority: 100,
    scope: Scope.parse({ all: true }),
    audience: Audience.parse({ levels }),
    withPromotions: true,
    withCoupons: true,
    standing: { leftFen: null, leftUses: null, memberUses: null, memberPieces: null, pieces: {} },
  };
}
