import { Declined, sendFile, type Input, type Output } from '../cloud';
import type { Chosen } from '../kit/choosePictures';
import { askAsMember } from './askAsMember';
import { freshId } from './chance';

export type Uploaded = Output<'media.add'>;
type Place = Output<'media.place'>;
type Purpose = Input<'media.add'>['purpose'];

let place: Promise<Place> | null = null;

/** Where my files go; asked for once, again after a failure. */
function myPlace(): Promise<Place> {
  place ??= askAsMember('media.place', {}).catch((reason: unknown) => {
    place = null;
    throw reason;
  });
  return place;
}

/** Sends a chosen picture and has the shop take it. Throws {@link Declined}, at once for one that is too large. */
export async function uploadPicture(chosen: Chosen, purpose: Purpose): Promise<Uploaded> {
  const { folder, mostBytes } = await myPlace();
  if (chosen.bytes > mostBytes) {
    throw new Declined('picture_too_large', '图片不能超过 5 MB，请压缩后再传');
  }
  const fileId = await sendFile(chosen, `${folder}/${freshId()}.${extensionOf(chosen.path)}`);
  return askAsMember('media.add', { fileId, purpose });
}

/** The ending of a phone's path; the shop itself looks at the bytes. */
function extensionOf(path: string): string {
  const ending = /\.(jpe?g|png|webp)$/i.exec(path)?.[1];
  return (ending ?? 'jpg').toLowerCase();
}
