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

const MinuteOfDay = z.number().int().min(0).max(1_440);

/** What a store promises within its city: districts by bands of fees, how quickly, and between which hours. */
export const CityTerms = z.object({
  bands: z
    .array(
      z.object({
        /** Region codes of six digits. */
        districts: z
          .array(z.string().regex(/^\d{6}$/))
          .min(1)
          .max(100),
        fen: z.number().int().min(0).max(100_000),
        freeOverFen: z.number().int().min(0).nullable(),
      }),
    )
    .min(1)
    .max(20),
  /** Goods come so many minutes after they were paid for. */
  minutes: z.number().int().min(15).max(60),
  opensMinute: MinuteOfDay,
  closesMinute: MinuteOfDay,
});
export type CityTerms = z.output<typeof CityTerms>;

/** A store that brings goods to addresses in its city. */
export interface CityStore {
  storeId: string;
  name: string;
  terms: CityTerms;
}
