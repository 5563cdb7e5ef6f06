import { z } from 'zod';
import { Id } from '../members/schema';

/** What a picture is for: evidence of an after-sale, or part of a review. */
const PicturePurpose = z.enum(['after_sale', 'review']);
export type PicturePurpose = z.output<typeof PicturePurpose>;

/** A picture is shown to others once it has passed; a refused one never is. */
const PictureState = z.enum(['waiting', 'passed', 'refused']);
export type PictureState = z.output<typeof PictureState>;

/** Pictures of one thing, as its form sends them: nine at most, each once. */
export const PictureIds = z
  .array(Id)
  .max(9)
  .refine((ids) => new Set(ids).size === ids.length, '同一张图片只能用一次');

/** A file in the platform's storage. */
export const AddPicture = z.object({
  fileId: z
    .string()
    .max(300)
    .regex(/^[\x21-\x7e]+$/),
  purpose: PicturePurpose,
});
export type AddPicture = z.output<typeof AddPicture>;

/** A picture as its owner, or who may see it, gets it; `url` goes into an image as it is. */
export const Picture = z.object({ pictureId: Id, url: z.string(), state: PictureState });
export type Picture = z.output<typeof Picture>;

/** Where my uploads go: a file of mine is `<folder>/<name>`, and no larger than this. */
export const UploadPlace = z.object({ folder: z.string(), mostBytes: z.number().int() });
