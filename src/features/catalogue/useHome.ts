import { ask } from '../../cloud';
import { usePages, type ListPage, type Pages } from '../../kit/usePages';
import { wearTheme } from '../../ui/theme';
import { goodsAtOnce, type Goods, type Home } from './goods';
import { withOffers } from './useCardPrice';

/** A piece of the home page: its head with the first goods, or goods further down. */
export interface HomePiece {
  readonly home: Home | null;
  readonly goods: readonly Goods[];
}

/** As many goods as the first answer shows below its head. */
const firstGoods = 6;

/** Comes after the head: the list of hot goods from its start, which the head has begun already. */
const afterHead = 'after-head';

/** The home page: one answer for the first screen, then hot goods page by page. */
export function useHome(): Pages<HomePiece> {
  return usePages((cursor) => (cursor === null ? loadHead() : loadGoods(cursor)));
}

/** The goods of all pieces, each once: the head and the list behind it overlap. */
export function goodsOf(pieces: readonly HomePiece[]): Goods[] {
  const found = new Map<string, Goods>();
  for (const piece of pieces) for (const one of piece.goods) found.set(one.productId, one);
  return [...found.values()];
}

async function loadHead(): Promise<ListPage<HomePiece>> {
  const home = await withOffers(() => ask('catalogue.home', {}));
  wearTheme(home.shop.theme);
  return { items: [{ home, goods: home.hot.slice(0, firstGoods) }], next: afterHead };
}

async function loadGoods(cursor: string): Promise<ListPage<HomePiece>> {
  const first = cursor === afterHead;
  const { items, next } = await ask('catalogue.products', {
    sort: 'hot',
    limit: first ? firstGoods + goodsAtOnce : goodsAtOnce,
    ...(first ? {} : { cursor }),
  });
  return { items: [{ home: null, goods: items }], next };
}
