import { z } from 'zod';
import { Id } from '../members/schema';

/** A guide as shoppers see her. */
export const GuideCard = z.object({
  guideId: Id,
  name: z.string(),
  title: z.string(),
  avatarUrl: z.string(),
  greeting: z.string(),
  storeName: z.string(),
});
export type GuideCard = z.output<typeof GuideCard>;

/** A store where goods can be picked up. */
export const Store = z.object({
  storeId: Id,
  name: z.string(),
  city: z.string(),
  address: z.string(),
  phone: z.string(),
  hours: z.string(),
  pictureUrl: z.string(),
});
export type Store = z.output<typeof Store>;
