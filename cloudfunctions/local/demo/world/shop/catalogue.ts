import { day } from '../../../../kit/time';
import { iconPicture, pictureUrl, productPictures, type Picture } from '../../artwork/plan';
import { trades, type Leaf, type Trade } from '../goods/categories';
import { depict } from '../goods/depict';
import { readTable, type GoodsRow } from '../goods/table';
import { chanceOf, idAt } from '../random';
import type { Category, Product, Template, WorldOptions } from '../types';
import { freightPlans } from './freight';
import { makeProduct } from './product';

/** Everything that stands on the shelves, with the pictures that show it. */
export interface Catalogue {
  readonly categories: Category[];
  readonly templates: Template[];
  readonly products: Product[];
  readonly pictures: Picture[];
}

/** The catalogue of a world; the small set has four products of each trade. */
export function makeCatalogue(options: WorldOptions): Catalogue {
  const { seed, nowMs } = options;
  const openedAt = nowMs - 400 * day;
  const idOf = (kind: string, key: string) => idAt(chanceOf(seed, kind, key), openedAt);
  const templates = freightPlans.map(({ key, name, terms }) => ({
    templateId: idOf('template', key),
    name,
    terms,
  }));
  const catalogue: Catalogue = { categories: [], templates, products: [], pictures: [] };
  trades.forEach((trade, place) => {
    const tradeId = idOf('category', trade.key);
    const templateId = idOf('template', trade.freight);
    catalogue.categories.push(
      categoryOf(catalogue, trade, { categoryId: tradeId, parentId: null, trade, place }),
    );
    trade.leaves.forEach((leaf, at) => {
      const rows = rowsOf(options, trade, leaf, at);
      if (rows.length === 0) return;
      const categoryId = idOf('category', leaf.key);
      const as = { categoryId, parentId: tradeId, trade, place: place * 10 + at + 1 };
      catalogue.categories.push(categoryOf(catalogue, leaf, as));
      for (const row of rows) {
        const key = `${leaf.key}-${String(row.place).padStart(2, '0')}`;
        const pictures = productPictures(key, depict(row, leaf, trade.key));
        catalogue.pictures.push(...pictures.gallery, pictures.card, ...pictures.variants);
        catalogue.products.push(
          makeProduct(options, row, { key, trade, leaf, categoryId, templateId, pictures }),
        );
      }
    });
  });
  return catalogue;
}

function categoryOf(
  { pictures }: Catalogue,
  {
    key,
    name,
    icon,
    tone,
  }: { key: string; name: string; icon: string; tone?: string } & Partial<Leaf>,
  as: { categoryId: string; parentId: string | null; trade: Trade; place: number },
): Category {
  const { categoryId, parentId, trade, place } = as;
  const picture = iconPicture(
    key,
    icon,
    tone ?? trade.leaves[place % trade.leaves.length]?.tones[0] ?? '#eeeeee',
  );
  pictures.push(picture);
  return {
    categoryId,
    parentId,
    trade: trade.key,
    name,
    pictureUrl: pictureUrl(picture),
    rateBp: trade.rateBp,
    position: place,
  };
}

/** All rows of a leaf, or for the small set one row of each of the first four leaves. */
function rowsOf({ size }: WorldOptions, trade: Trade, leaf: Leaf, at: number): GoodsRow[] {
  const table = trade.goods.find((goods) => goods.leaf === leaf.key);
  if (table === undefined) throw new Error(`no goods in ${leaf.key}`);
  const rows = readTable(table);
  return size === 'test' ? rows.filter((row) => at < 4 && row.place === at + 1) : rows;
}
