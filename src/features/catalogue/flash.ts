import type { FlashGood } from '../../stores/offers';

/** A product of a 秒杀 with its cheapest SKU; pieces are those of all its SKUs there. */
export interface FlashTile {
  readonly productId: string;
  readonly title: string;
  readonly pictureUrl: string;
  readonly priceFen: number;
  readonly listFen: number;
  /** 0 to 100: how much of it is taken. */
  readonly takenPercent: number;
  readonly soldOut: boolean;
}

/** What the home page shows of 秒杀: those that end together, or those that begin together next. */
export interface FlashRound {
  readonly running: boolean;
  /** When it ends, or begins when it does not run yet; in ms. */
  readonly atMs: number;
  readonly tiles: readonly FlashTile[];
}

/** As many as are drawn. */
const mostTiles = 6;

/** The 秒杀 to show now: what ends first, else what begins first, else null. What is left stands first. */
export function flashRound(goods: readonly FlashGood[], nowMs: number): FlashRound | null {
  const running = goods.filter(({ startsAt, endsAt }) => startsAt <= nowMs && nowMs < endsAt);
  const coming = goods.filter(({ startsAt }) => startsAt > nowMs);
  const when = (good: FlashGood) => (running.length > 0 ? good.endsAt : good.startsAt);
  const those = running.length > 0 ? running : coming;
  if (those.length === 0) return null;
  const atMs = Math.min(...those.map(when));
  const tiles = tilesOf(those.filter((good) => when(good) === atMs));
  tiles.sort((a, b) => Number(a.soldOut) - Number(b.soldOut));
  return { running: running.length > 0, atMs, tiles: tiles.slice(0, mostTiles) };
}

function tilesOf(goods: readonly FlashGood[]): FlashTile[] {
  const products = new Map<string, FlashGood[]>();
  for (const good of goods)
    products.set(good.productId, [...(products.get(good.productId) ?? []), good]);
  return [...products.values()].map(tileOf);
}

function tileOf(goods: readonly FlashGood[]): FlashTile {
  const there = goods.some(({ left }) => left > 0) ? goods.filter(({ left }) => left > 0) : goods;
  const { productId, title, pictureUrl, priceFen, listFen } = there.reduce((low, good) =>
    good.priceFen < low.priceFen ? good : low,
  );
  const left = goods.reduce((sum, good) => sum + Math.max(0, good.left), 0);
  const pieces = goods.reduce((sum, good) => sum + good.pieces, 0);
  const takenPercent = takenOf(left, pieces);
  return { productId, title, pictureUrl, priceFen, listFen, takenPercent, soldOut: left === 0 };
}

/** How much of `pieces` is taken, 0 to 100; never 100 while something is left, never 0 once something went. */
export function takenOf(left: number, pieces: number): number {
  if (pieces <= 0 || left <= 0) return 100;
  if (left >= pieces) return 0;
  return Math.min(99, Math.max(1, Math.round(((pieces - left) / pieces) * 100)));
}
