import type { z } from 'zod';
import { largestPictureBytes } from '../../../kit/picture';
import { insist, Refused } from '../../../kit/refusal';
import { dayOf } from '../../../kit/time';
import { transact } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { liesIn, mostPerDay, readPicture } from '../rules';
import type { AddPicture, Picture, UploadPlace } from '../schema';
import { addPictureRow, findByFile, takePlace } from '../store';

/** Where my uploads go. */
export function showPlace({ ports, caller }: Context): Promise<z.input<typeof UploadPlace>> {
  const folder = ports.files.folderOf(caller.openid);
  return Promise.resolve({ folder, mostBytes: largestPictureBytes });
}

/**
 * Takes a file of mine for a picture; the same file gives the same picture. Refuses foreign and missing files
 * alike, what is no JPEG, PNG or WebP, what is over 5 MB, and the 61st of a day.
 */
export async function addPicture(context: Context, asked: AddPicture): Promise<Picture> {
  const { db, shop, caller, ports } = context;
  const { fileId } = asked;
  const isMine = liesIn(fileId, ports.files.folderOf(caller.openid));
  insist(isMine ? null : refuse('no_such_picture'));
  const before = await findByFile(db, shop.shopId, fileId);
  if (before !== undefined) return viewOf(before, caller.memberId);
  return write(context, asked, await bytesOf(context, fileId));
}

async function bytesOf({ ports, log }: Context, fileId: string): Promise<Uint8Array> {
  const found = await ports.files.fetch(fileId, largestPictureBytes).catch((fault: unknown) => {
    log.warn('picture.not_fetched', { reason: fault instanceof Error ? fault.name : '' });
    throw new Refused(refuse('storage_unavailable'));
  });
  if ('bytes' in found) return found.bytes;
  const code = found.fault === 'missing' ? 'no_such_picture' : 'picture_too_large';
  throw new Refused(refuse(code));
}

async function write(
  { db, shop, caller, nowMs }: Context,
  { fileId, purpose }: AddPicture,
  bytes: Uint8Array,
): Promise<Picture> {
  const read = readPicture(bytes);
  if ('refused' in read) throw new Refused(read.refused);
  const { shopId, offsetMinutes } = shop;
  const { memberId } = caller;
  return transact(db, async (tx) => {
    const pictureId = newId();
    const isNew = await addPictureRow(tx, {
      ...{ shopId, pictureId, memberId, fileId, purpose, kind: read.kind },
      ...{ bytes: bytes.length, state: 'waiting', traceId: null, tries: 0 },
      ...{ nextTryAt: nowMs, addedAt: nowMs, checkedAt: null },
    });
    if (isNew) {
      const day = dayOf(nowMs, offsetMinutes);
      const hasRoom = await takePlace(tx, { shopId, memberId, day }, mostPerDay);
      insist(hasRoom ? null : refuse('too_many_pictures'));
    }
    return viewOf(await findByFile(tx, shopId, fileId), memberId);
  });
}

function viewOf(row: Awaited<ReturnType<typeof findByFile>>, memberId: string): Picture {
  if (row === undefined || row.memberId !== memberId) throw new Refused(refuse('no_such_picture'));
  return { pictureId: row.pictureId, url: row.fileId, state: row.state };
}
