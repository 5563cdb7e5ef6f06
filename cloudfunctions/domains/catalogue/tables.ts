import type { FreightTerms } from './rules/freight';

/** Rows of the catalogue; amounts in fen, weights in grams. */
export interface CatalogueTables {
  categories: {
    shopId: string;
    categoryId: string;
    parentId: string | null;
    trade: string;
    name: string;
    pictureUrl: string;
    rateBp: number;
    position: number;
  };
  freightTemplates: { shopId: string; templateId: string; name: string; terms: FreightTerms };
  products: {
    shopId: string;
    productId: string;
    categoryId: string;
    templateId: string;
    title: string;
    subtitle: string;
    tags: string[];
    pictures: string[];
    cardUrl: string;
    specNames: string[];
    details: ProductDetailsRow;
    state: 'on' | 'off' | 'by_link';
    rateBp: number | null;
    priceFen: number;
    marketFen: number | null;
    soldCount: number;
    heat: number;
    words: string;
    listedAt: number;
  };
  skus: {
    shopId: string;
    skuId: string;
    productId: string;
    code: string;
    specValues: string[];
    pictureUrl: string;
    priceFen: number;
    marketFen: number | null;
    costFen: number;
    floorFen: number;
    weightGrams: number;
    position: number;
    onSale: boolean;
  };
  stock: {
    shopId: string;
    skuId: string;
    received: number;
    onHand: number;
    held: number;
    sold: number;
  };
  homeBlocks: {
    shopId: string;
    blockId: string;
    kind: 'banner';
    position: number;
    content: BannerRow;
  };
}

interface ProductDetailsRow {
  paragraphs: string[];
  attributes: { name: string; value: string }[];
  pictures: string[];
}

interface BannerRow {
  headline: string;
  line: string;
  pictureUrl: string;
  target: { kind: 'category' | 'product'; id: string };
}
