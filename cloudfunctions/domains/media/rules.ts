import { largestPictureBytes, pictureKind, type PictureKind } from '../../kit/picture';
import type { Refusal } from '../../kit/refusal';
import { refuse } from './refusals';
import type { Picture } from './schema';

/** How many pictures a member may add on one day of the shop's calendar. */
export const mostPerDay = 60;

/** Whether a file lies in somebody's folder; nobody may take another's file for her own. */
export function liesIn(fileId: string, folder: string): boolean {
  const path = fileId.replace(/^cloud:\/\/[\w.-]+/, '');
  const name = path.startsWith(`/${folder}/`) ? path.slice(folder.length + 2) : '';
  return /^[\w-]{1,80}\.(jpe?g|png|webp)$/i.test(name);
}

/** What the bytes are, or why they are not taken. */
export function readPicture(bytes: Uint8Array): { kind: PictureKind } | { refused: Refusal } {
  if (bytes.length > largestPictureBytes) return { refused: refuse('picture_too_large') };
  const kind = pictureKind(bytes);
  return kind === null ? { refused: refuse('not_a_picture') } : { kind };
}

/** What a verdict makes of a picture: only what WeChat finds fine shows. Null asks again. */
export function stateAfter(
  verdict: 'pass' | 'review' | 'risky' | null,
): Exclude<Picture['state'], 'waiting'> | null {
  if (verdict === null) return null;
  return verdict === 'pass' ? 'passed' : 'refused';
}
