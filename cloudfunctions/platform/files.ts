import { createHmac } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { wechatSdk } from './identity';

/** A file's bytes; none when it is not there, or larger than was asked for. */
export type Fetched = { bytes: Uint8Array } | { fault: 'missing' | 'too_large' };

/** The files that people uploaded: in the cloud's storage, or in a folder outside the cloud. */
export interface Files {
  /** The folder in which one person's files lie; it tells nobody who she is. */
  folderOf(openid: string): string;
  /** The bytes of a file, `mostBytes` at most. Throws when the storage does not answer. */
  fetch(fileId: string, mostBytes: number): Promise<Fetched>;
  /** An address at which WeChat finds the file for a while. Throws when the storage does not answer. */
  link(fileId: string): Promise<string>;
}

interface Place {
  identity: 'wechat' | 'session';
  dataKey: string;
  filesFolder: string;
  publicUrl: string;
}

const patienceMs = 8_000;

/** The storage of this deployment. */
export function openFiles(place: Place): Files {
  const folderOf = (openid: string) => fileFolder(openid, place.dataKey);
  return place.identity === 'wechat'
    ? { folderOf, fetch: fetchFromCloud, link: cloudLink }
    : {
        folderOf,
        fetch: (fileId, most) => fetchFromFolder(place.filesFolder, fileId, most),
        link: (fileId) => Promise.resolve(`${place.publicUrl}${fileId}`),
      };
}

/** The folder of a person's files, such as `uploads/3f…`: keyed, so that no openid can be tried against it. */
export function fileFolder(openid: string, dataKey: string): string {
  const mark = createHmac('sha256', Buffer.from(dataKey, 'base64')).update(`files ${openid}`);
  return `uploads/${mark.digest('hex').slice(0, 32)}`;
}

/** Outside the cloud a file's id is its path on the host: `/uploads/<folder>/<name>`. */
async function fetchFromFolder(folder: string, fileId: string, most: number): Promise<Fetched> {
  const within = /^\/uploads\/([0-9a-f]{32}\/[\w-]+\.\w+)$/.exec(fileId)?.[1];
  if (folder === '' || within === undefined) return { fault: 'missing' };
  const file = await open(path.join(folder, within)).catch(orMissing);
  if (file === null) return { fault: 'missing' };
  try {
    const { size } = await file.stat();
    return size > most ? { fault: 'too_large' } : { bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

function orMissing(fault: unknown): null {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
  throw fault;
}

async function cloudLink(fileId: string): Promise<string> {
  const { fileList } = await wechatSdk().getTempFileURL({ fileList: [fileId] });
  const url = fileList[0]?.tempFileURL ?? '';
  if (url === '') throw new Error('the storage gave no address for a file');
  return url;
}

/** By its address and not by the SDK, which would read a file of any size whole. */
async function fetchFromCloud(fileId: string, most: number): Promise<Fetched> {
  const { fileList } = await wechatSdk().getTempFileURL({ fileList: [fileId] });
  const url = fileList[0]?.tempFileURL ?? '';
  if (url === '') return { fault: 'missing' };
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  if (answer.status === 404) return { fault: 'missing' };
  if (!answer.ok || answer.body === null) throw new Error(`the storage answered ${answer.status}`);
  return collect(answer.body as unknown as AsyncIterable<Uint8Array>, most);
}

async function collect(body: AsyncIterable<Uint8Array>, most: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    // Leaving the loop ends the download.
    if (bytes > most) return { fault: 'too_large' };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}
