import { day } from '../../../kit/time';
import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import type { Promotion, Standing } from '../schema/promotion';
import { findStandings, findTerms, type Standings, type TermsRow } from '../store/find';

type Here = Pick<World, 'shop' | 'nowMs'>;

const shownBeforeMs = 3 * day;
const mostShops = 100;
const mostReads = 3;

/** A shop's terms as they were read: of which version, and as of when. */
interface KeptTerms {
  version: number;
  promotions: TermsRow[];
  readAtMs: number;
}

const kept = new Map<string, KeptTerms>();

/** What quotes need of promotions: those that run or begin within three days, and what they give beside the cart. */
export interface PromotionFacts {
  version: number;
  promotions: Promotion[];
  /** SKUs of gifts and 加价购. */
  sideSkuIds: string[];
}

/**
 * The promotions that a quote depends on, with what is left of each for a member (null for a visitor) and for
 * some SKUs; `skuIds` null asks for all goods of 秒杀 and 积分兑换. Terms are kept by their version, so a warm
 * call is one statement.
 */
export async function promotionFacts(
  world: World,
  {
    db = world.db,
    memberId,
    skuIds,
  }: {
    db?: Queries<Tables>;
    memberId: string | null;
    skuIds: readonly string[] | null;
  },
): Promise<PromotionFacts> {
  const { shop, nowMs } = world;
  const asked = { shopId: shop.shopId, memberId, skuIds };
  let standings = await findStandings(db, asked, nowMs);
  for (let reads = 1; ; reads += 1) {
    const terms = await termsAt(world, db, standings.version);
    if (terms.version === standings.version || reads >= mostReads)
      return joined(terms, standings, nowMs);
    // Somebody made or stopped a promotion between the two statements.
    standings = await findStandings(db, asked, nowMs);
  }
}

/** As {@link promotionFacts}, for whom `promotion_standings` has spoken already in a statement of his own. */
export async function factsOf(
  world: Here,
  db: Queries<Tables>,
  standings: Standings,
): Promise<PromotionFacts> {
  return joined(await termsAt(world, db, standings.version), standings, world.nowMs);
}

/** SKUs of gifts and 加价购 as far as this process knows a shop's terms, to be read together with other goods. */
export function sideSkusKept(shopId: string): readonly string[] {
  return sideSkuIds(kept.get(shopId)?.promotions ?? []);
}

/** The kept terms when they are of `version` and not from later than now; else what the database says. */
async function termsAt(
  { shop, nowMs }: Here,
  db: Queries<Tables>,
  version: number,
): Promise<KeptTerms> {
  const known = kept.get(shop.shopId);
  if (known !== undefined && known.version === version && known.readAtMs <= nowMs) return known;
  // Version and terms come from one snapshot, and no version is ever used twice, so what is kept under a
  // version is what it stands for, even when the transaction that was read in comes to nothing.
  const read = { ...(await findTerms(db, shop.shopId, nowMs)), readAtMs: nowMs };
  kept.delete(shop.shopId);
  kept.set(shop.shopId, read);
  const [longest] = kept.keys();
  if (kept.size > mostShops && longest !== undefined) kept.delete(longest);
  return read;
}

function joined(terms: KeptTerms, standings: Standings, nowMs: number): PromotionFacts {
  const live = terms.promotions.filter(
    ({ startsAt, endsAt }) => endsAt > nowMs && startsAt <= nowMs + shownBeforeMs,
  );
  const promotions = live.map(({ budgetFen, useLimit, memberLimit, ...promotion }) => ({
    ...promotion,
    standing: standingOf({ ...promotion, budgetFen, useLimit, memberLimit }, standings),
  }));
  return { version: terms.version, promotions, sideSkuIds: sideSkuIds(promotions) };
}

/** What is left of a promotion's limits, never below 0; null where there is no limit. */
function standingOf(promotion: TermsRow, standings: Standings): Standing {
  const { promotionId, budgetFen, useLimit, memberLimit, terms } = promotion;
  const mine = <T extends { promotionId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.promotionId === promotionId);
  const [given = { spentFen: 0, uses: 0 }] = mine(standings.tallies);
  const [had = { uses: 0, pieces: 0 }] = mine(standings.members);
  const mostPieces =
    terms.kind === 'flash' || terms.kind === 'exchange' ? terms.mostPerMember : null;
  return {
    leftFen: left(budgetFen, given.spentFen),
    leftUses: left(useLimit, given.uses),
    memberUses: left(memberLimit, had.uses),
    memberPieces: left(mostPieces, had.pieces),
    pieces: Object.fromEntries(mine(standings.goods).map((good) => [good.skuId, good.left])),
  };
}

function left(limit: number | null, gone: number): number | null {
  return limit === null ? null : Math.max(0, limit - gone);
}

function sideSkuIds(promotions: readonly Pick<Promotion, 'terms'>[]): string[] {
  const ids = promotions.flatMap(({ terms }) => {
    if (terms.kind === 'gift') return terms.tiers.map(({ skuId }) => skuId);
    return terms.kind === 'add_on' ? terms.goods.map(({ skuId }) => skuId) : [];
  });
  return [...new Set(ids)];
}
