import { day } from '../../../../kit/time';
import { pictureUrl, type ProductPictures } from '../../artwork/plan';
import type { Leaf, Trade } from '../goods/categories';
import { detailsOf, gramsOf, leafTags } from '../goods/details';
import type { GoodsRow, SpecValue } from '../goods/table';
import { chanceOf, idAt, type Chance } from '../random';
import type { Product, Sku, WorldOptions } from '../types';

/** Where a product stands and what shows it. */
export interface ProductPlace {
  readonly key: string;
  readonly trade: Trade;
  readonly leaf: Leaf;
  readonly categoryId: string;
  readonly templateId: string;
  readonly pictures: ProductPictures;
}

/** Every third shoe has lost some of its sizes. */
function isBroken({ trade, leaf }: Pick<ProductPlace, 'trade' | 'leaf'>, row: GoodsRow): boolean {
  const number = trade.leaves.indexOf(leaf) * 10 + row.place;
  return trade.key === 'shoes' && number % 3 === 0;
}

/** A product with its SKUs, prices and shelf. */
export function makeProduct(options: WorldOptions, row: GoodsRow, place: ProductPlace): Product {
  const { seed, nowMs } = options;
  const { key, trade, pictures } = place;
  const chance = chanceOf(seed, 'product', key);
  const listedAt = nowMs - Math.floor(listedDaysAgo(chance) * day);
  const productId = idAt(chance, listedAt);
  const skus = makeSkus(row, { ...place, chance, productId, listedAt });
  const cheapest = skus.reduce((least, sku) => (sku.priceFen < least.priceFen ? sku : least));
  const gallery = pictures.gallery.map(pictureUrl);
  const details = detailsOf(row, trade.key);
  return {
    productId,
    key,
    trade: trade.key,
    categoryId: place.categoryId,
    templateId: place.templateId,
    title: row.title,
    subtitle: row.promise,
    tags: tagsOf(row, place, (nowMs - listedAt) / day),
    pictures: gallery,
    cardUrl: pictureUrl(pictures.card),
    specNames: row.specs.map(({ name }) => name),
    details: { ...details, pictures: [...gallery.slice(1), ...gallery.slice(0, 1)] },
    state: 'on',
    rateBp: chance.maybe(0.12) ? trade.rateBp + 100 * chance.whole(2, 6) : null,
    priceFen: cheapest.priceFen,
    marketFen: cheapest.marketFen,
    listedAt,
    findable: findableOf(row, place),
    skus,
    appeal: 0.35 + chance.next() ** 2 * 3,
  };
}

/** What a product is found by: what it is called, what it promises, where it stands, what may be chosen. */
function findableOf(row: GoodsRow, { trade, leaf }: ProductPlace): string {
  const choices = row.specs.flatMap(({ values }) => values.map(({ text }) => text));
  return [row.title, row.promise, row.point, leaf.name, trade.name, row.origin, ...choices].join(
    ' ',
  );
}

/** One in eight came within the last month, the others over the year before. */
function listedDaysAgo(chance: Chance): number {
  return chance.maybe(0.13) ? 1 + chance.next() * 26 : 30 + chance.next() * 360;
}

function tagsOf(row: GoodsRow, place: ProductPlace, age: number): string[] {
  const own = leafTags(row.leaf);
  const tags = [own[row.place % own.length] ?? ''];
  if (age < 28) tags.unshift('新品');
  else if (isBroken(place, row)) tags.unshift('断码');
  return tags.filter((tag) => tag !== '');
}

interface Making extends ProductPlace {
  readonly chance: Chance;
  readonly productId: string;
  readonly listedAt: number;
}

function makeSkus(row: GoodsRow, making: Making): Sku[] {
  const { chance, key, productId, listedAt, pictures, trade } = making;
  const share = costShare(chance, trade.key, row.leaf);
  const shelves = shelvesOf(row, making);
  return combinations(row).map((values, at) => {
    const added = values.reduce((sum, value) => sum + value.addFen, 0);
    const priceFen = row.priceFen + added;
    const costFen = Math.floor(priceFen * share);
    const variant = row.specs[0]?.values.findIndex(({ text }) => text === values[0]?.text) ?? 0;
    const picture = pictures.variants[variant] ?? pictures.main;
    return {
      skuId: idAt(chance, listedAt),
      productId,
      code: `${key.toUpperCase()}-${String(at + 1).padStart(2, '0')}`,
      specValues: values.map(({ text }) => text),
      pictureUrl: pictureUrl(picture),
      priceFen,
      marketFen: row.marketFen === null ? null : row.marketFen + added,
      costFen,
      floorFen: Math.max(costFen, Math.floor(priceFen * 0.85)),
      weightGrams: gramsOf(row, values.map(({ text }) => text).join(' ')),
      position: at,
      onSale: true,
      onHand: shelves[at] ?? 0,
    };
  });
}

/** What the goods cost as a share of their price: little for jewels with much work, most for plain gold. */
function costShare(chance: Chance, trade: string, leaf: string): number {
  if (trade === 'jewellery') return leaf === 'bangles' ? 0.72 : 0.5 + chance.next() * 0.14;
  if (trade === 'fresh') return 0.58 + chance.next() * 0.12;
  return 0.44 + chance.next() * 0.14;
}

function combinations(row: GoodsRow): SpecValue[][] {
  return row.specs.reduce<SpecValue[][]>(
    (all, spec) => all.flatMap((values) => spec.values.map((value) => [...values, value])),
    [[]],
  );
}

/** Pieces on the shelf by SKU. A broken-size shoe has few sizes left, and few pieces of those. */
function shelvesOf(row: GoodsRow, making: Making): number[] {
  const count = combinations(row).length;
  const { chance, trade } = making;
  const broken = isBroken(making, row);
  const kept = chance.whole(0, count - 1);
  return Array.from({ length: count }, (_, at) => {
    if (broken) return chance.maybe(0.58) && at !== kept ? 0 : chance.whole(1, 3);
    if (chance.maybe(0.06)) return chance.whole(1, 4);
    if (trade.key === 'shoes') return chance.whole(5, 24);
    return trade.key === 'jewellery' ? chance.whole(5, 18) : chance.whole(24, 220);
  });
}
