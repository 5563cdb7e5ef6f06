import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { largestPictureBytes, pictureKind } from '../../kit/picture';
import { realNowMs } from '../../platform/clock';
import { fileFolder } from '../../platform/files';
import { newCode } from '../../platform/ids';
import { readSession } from '../../platform/session';
import { json, notThere, readBody, refusal, type Exchange, type Reply } from './exchange';
import { fileReply } from './files';
import { bearer } from './function-routes';

/** Where the host keeps what people upload, in place of the cloud's storage. */
export interface Uploads {
  readonly folder: string;
  readonly sessionSecret: string;
  readonly dataKey: string;
}

const extensions = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;
const keepSeconds = 86_400;

/** Keeps the picture that a request's body is, in the folder of whoever sends it; answers the file's id. */
export async function takeUpload(uploads: Uploads, exchange: Exchange): Promise<Reply> {
  const { request } = exchange;
  const session = bearer(request.headers.authorization);
  const identity =
    session === null ? null : readSession(session, uploads.sessionSecret, realNowMs());
  if (identity === null) return refusal(401, 'sign_in_first', '请先登录');
  const body = await readBody(request, largestPictureBytes);
  if (body === null) return refusal(413, 'picture_too_large', '图片不能超过 5 MB，请压缩后再传');
  const kind = pictureKind(body);
  if (kind === null) return refusal(400, 'not_a_picture', '只能上传 JPG、PNG 或 WebP 图片');
  // The host's folder stands for the storage: a file's id is its path there.
  const fileId = `/${fileFolder(identity.openid, uploads.dataKey)}/${newCode(20)}.${extensions[kind]}`;
  const file = path.join(uploads.folder, fileId.slice('/uploads/'.length));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, body);
  return json(200, { ok: true, value: { fileId } });
}

/** An uploaded picture; whoever has its address may see it, as in the cloud's storage. */
export async function showUpload(uploads: Uploads, exchange: Exchange): Promise<Reply> {
  const shelf = { folder: uploads.folder, keepSeconds };
  const pathname = exchange.url.pathname.slice('/uploads'.length);
  return (await fileReply(shelf, pathname, exchange)) ?? notThere;
}
