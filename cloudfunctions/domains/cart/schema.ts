import { z } from 'zod';
import { FreightTerms } from '../catalogue/schema';
import { Id } from '../members/schema';

/** One line that is wanted: a SKU, 1 to 99 pieces. */
export const WantedLine = z.object({ skuId: Id, quantity: z.number().int().min(1).max(99) });
export type WantedLine = z.output<typeof WantedLine>;

/** What is wanted; the same SKU in two lines is one line. */
export const WantedLines = z
  .array(WantedLine)
  .min(1)
  .max(50)
  .refine(
    (lines) => new Set(lines.map((line) => line.skuId)).size === lines.length,
    '同一规格请合并为一行',
  );

export const ShowCart = z.object({ skuIds: z.array(Id).max(100) });
export type ShowCart = z.output<typeof ShowCart>;

/** What the phone needs to show and to quote one SKU. */
export const CartSku = z.object({
  skuId: Id,
  productId: Id,
  templateId: Id,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  listFen: z.number().int(),
  marketFen: z.number().int().nullable(),
  weightGrams: z.number().int(),
  left: z.number().int(),
  onSale: z.boolean(),
});
export type CartSku = z.output<typeof CartSku>;

/** The facts for a cart; SKUs that do not exist are simply not among them. */
export const CartFacts = z.object({
  skus: z.array(CartSku),
  templates: z.record(z.string(), z.object({ name: z.string(), terms: FreightTerms })),
});
export type CartFacts = z.output<typeof CartFacts>;

const Fen = z.number().int();

/** A quote as it travels; see rules/quote for what its parts mean. */
export const QuoteView = z.object({
  lines: z.array(
    z.object({
      skuId: Id,
      quantity: z.number().int(),
      unitFen: Fen,
      unitFrom: z.literal('list'),
      amountFen: Fen,
      discounts: z.array(z.object({ ruleId: z.string(), say: z.string(), shareFen: Fen })),
      paidFen: Fen,
    }),
  ),
  goodsFen: Fen,
  discountFen: Fen,
  freight: z.array(
    z.object({
      templateId: z.string(),
      name: z.string(),
      fen: Fen.nullable(),
      working: z.string(),
      shortFen: Fen.nullable(),
    }),
  ),
  freightFen: Fen,
  payableFen: Fen,
  deliverable: z.boolean(),
});
