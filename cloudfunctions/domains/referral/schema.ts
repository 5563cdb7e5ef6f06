import { z } from 'zod';
import { ProductCard } from '../catalogue/schema';
import { GuideCard } from '../guides/schema';
import { Cursor, Id, Instant, typedOrEmpty } from '../members/schema';

/** Twenty characters of 0-9A-Za-z, made by the server. */
export const ShareId = z.string().regex(/^[0-9A-Za-z]{20}$/);

const Channel = z.enum(['chat', 'timeline', 'poster', 'link']);
export type Channel = z.output<typeof Channel>;

/** Entering the shop: by a card (`shareId`), or without one. `scene` is WeChat's number; 0 outside WeChat. */
export const Enter = z.object({
  visitorId: Id,
  scene: z.number().int().min(0).max(9_999),
  /** Checked by look-up, so that a damaged id is an ordinary entry and never an error page. */
  shareId: z.string().max(64).optional(),
  groupId: typedOrEmpty(64).optional(),
});
export type Enter = z.output<typeof Enter>;

export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('product'), productId: Id }),
]);
export type Target = z.output<typeof Target>;

export const Entered = z.object({
  /** The guide whose card was opened, for「您的专属导购」; null without one. */
  guide: GuideCard.nullable(),
  target: Target.nullable(),
});

export const MakeShare = z.object({
  target: Target,
  channel: Channel,
  /** The card that brought the sharer here; its guide stays the guide of the new one. */
  parentId: z.string().max(64).optional(),
});
export type MakeShare = z.output<typeof MakeShare>;

export const Share = z.object({
  shareId: ShareId,
  title: z.string(),
  /** 5:4. */
  pictureUrl: z.string(),
  path: z.string(),
  query: z.string(),
});

export const Poster = z.object({
  shareId: ShareId,
  title: z.string(),
  priceFen: z.number().int().nullable(),
  marketFen: z.number().int().nullable(),
  pictureUrl: z.string(),
  /** The code as a data URL of a PNG. */
  codeUrl: z.string(),
  guide: GuideCard.nullable(),
});

export const ListVisits = z.object({ cursor: Cursor.optional() });
export type ListVisits = z.output<typeof ListVisits>;

/** Somebody who came by one of a guide's cards. */
const Visit = z.object({
  touchId: Id,
  touchedAt: Instant,
  /** A nickname, or 访客 for somebody who has not signed in. */
  who: z.string(),
  avatarUrl: z.string(),
  isMember: z.boolean(),
  scene: z.number().int(),
  channel: z.string(),
  shareId: ShareId,
  /** What the card showed. */
  productTitle: z.string(),
  pictureUrl: z.string(),
  /** Who passed the card on when it was not the guide herself. */
  sharedBy: z.string().nullable(),
  isMine: z.boolean(),
});
export const VisitPage = z.object({ items: z.array(Visit), next: Cursor.nullable() });

export const ListGoods = z.object({
  words: typedOrEmpty(40).optional(),
  categoryId: Id.optional(),
  cursor: Cursor.optional(),
});
export type ListGoods = z.output<typeof ListGoods>;

/** A product with what its sale would earn the guide, in fen at its lowest price. */
const Good = ProductCard.extend({
  rateBp: z.number().int(),
  commissionFen: z.number().int(),
});
export const GoodPage = z.object({ items: z.array(Good), next: Cursor.nullable() });
