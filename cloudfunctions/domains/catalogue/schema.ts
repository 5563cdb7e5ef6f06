import { z } from 'zod';
import { Cursor, Id, typed, typedOrEmpty } from '../members/schema';

/** A product as lists show it; amounts in fen. `left` says how its shelf looks. */
export const ProductCard = z.object({
  productId: Id,
  title: z.string(),
  subtitle: z.string(),
  pictureUrl: z.string(),
  priceFen: z.number().int(),
  marketFen: z.number().int().nullable(),
  soldCount: z.number().int(),
  tags: z.array(z.string()),
  /** Its category and those above it, by which offers find it. */
  categoryIds: z.array(Id),
  left: z.enum(['plenty', 'few', 'none']),
});
export type ProductCard = z.output<typeof ProductCard>;

export const ProductPage = z.object({ items: z.array(ProductCard), next: Cursor.nullable() });

export const Category = z.object({
  categoryId: Id,
  parentId: Id.nullable(),
  name: z.string(),
  pictureUrl: z.string(),
});
export type Category = z.output<typeof Category>;

const Banner = z.object({
  blockId: Id,
  headline: z.string(),
  line: z.string(),
  pictureUrl: z.string(),
  target: z.object({ kind: z.enum(['category', 'product']), id: Id }),
});

export const Home = z.object({
  shop: z.object({ name: z.string(), slogan: z.string(), theme: z.string() }),
  banners: z.array(Banner),
  /** Up to ten, for two rows of five. */
  categories: z.array(Category),
  newest: z.array(ProductCard),
  hot: z.array(ProductCard),
});

export const Sort = z.enum(['hot', 'new', 'priceUp', 'priceDown']);
export type Sort = z.output<typeof Sort>;

const Names = z.object({
  productIds: z.array(Id).max(200).default([]),
  categoryIds: z.array(Id).max(200).default([]),
  tags: z.array(typed(20)).max(50).default([]),
});

/** Goods by product, by category with all below it, or by tag: one of them is enough; `not` are left out. */
const Among = Names.extend({ all: z.boolean().default(false), not: Names.prefault({}) });

export const ListProducts = z.object({
  categoryId: Id.optional(),
  /** Only these, as those that an offer is for. */
  among: Among.optional(),
  words: typedOrEmpty(40).optional(),
  sort: Sort.default('hot'),
  cursor: Cursor.optional(),
  limit: z.number().int().min(1).max(40).default(20),
});
export type ListProducts = z.output<typeof ListProducts>;

export const ShowProduct = z.object({ productId: Id });
export type ShowProduct = z.output<typeof ShowProduct>;

/** What a product's page says below the fold: paragraphs, a table of attributes, pictures. */
const ProductDetails = z.object({
  paragraphs: z.array(z.string()),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  pictures: z.array(z.string()),
});

const Sku = z.object({
  skuId: Id,
  specValues: z.array(z.string()),
  priceFen: z.number().int(),
  marketFen: z.number().int().nullable(),
  pictureUrl: z.string(),
  /** Pieces that can be bought now. */
  left: z.number().int(),
});
export type Sku = z.output<typeof Sku>;

export const Product = z.object({
  productId: Id,
  title: z.string(),
  subtitle: z.string(),
  tags: z.array(z.string()),
  pictures: z.array(z.string()),
  /** 5:4, for cards in chats. */
  cardUrl: z.string(),
  category: z.object({ categoryId: Id, name: z.string() }),
  categoryIds: z.array(Id),
  priceFen: z.number().int(),
  marketFen: z.number().int().nullable(),
  soldCount: z.number().int(),
  specNames: z.array(z.string()),
  skus: z.array(Sku),
  details: ProductDetails,
  /** Freight in one line, such as「满 ¥99 包邮」. */
  freightLine: z.string(),
  onSale: z.boolean(),
});
export type Product = z.output<typeof Product>;

const Band = z.object({
  firstFen: z.number().int(),
  nextFen: z.number().int(),
  freeOverFen: z.number().int().nullable(),
});
/** How a template charges; see rules/freight for what its parts mean. */
export const FreightTerms = Band.extend({
  by: z.enum(['weight', 'pieces']),
  first: z.number().int().positive(),
  next: z.number().int().positive(),
  elsewhere: z.array(Band.extend({ provinces: z.array(z.string()) })),
  notServed: z.array(z.string()),
});
