import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { codeOf } from '../start/trouble';
import { notThere, type Exchange, type Reply } from './exchange';

/** A folder of files that browsers may read. */
export interface Shelf {
  readonly folder: string;
  /** Seconds for which a browser keeps a file; files with a hash in their name are kept for good. */
  readonly keepSeconds: number;
}

interface Content {
  readonly tag: string;
  readonly plain: Buffer;
  readonly zipped: Buffer | null;
}

const zip = promisify(gzip);
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const worthZipping = /^(text\/|application\/json|image\/svg)/;
const hashed = /\.[0-9a-f]{8,}\.\w+$/;
const mostKept = 500;

/** Zipped texts, so that each is zipped once. */
const kept = new Map<string, Content>();

/** The file at `pathname` on a shelf, or null when there is none or the path leaves the shelf. */
export async function fileReply(
  shelf: Shelf,
  pathname: string,
  { request }: Exchange,
): Promise<Reply | null> {
  const file = placeOf(shelf.folder, pathname);
  const type = file === null ? undefined : types[path.extname(file).toLowerCase()];
  if (file === null || type === undefined) return null;
  const content = await readContent(file, worthZipping.test(type));
  if (content === null) return null;
  const keeping = {
    etag: content.tag,
    'cache-control': keepingOf(shelf, file),
    vary: 'accept-encoding',
    // Said again by a 304, whose headers take the place of those that the browser kept.
    ...(type.startsWith('text/html')
      ? { 'content-security-policy': pagePolicy(content.plain.toString('utf8')) }
      : {}),
  };
  if (request.headers['if-none-match'] === content.tag) return { status: 304, headers: keeping };
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const zipped = takesGzip ? content.zipped : null;
  return {
    status: 200,
    headers: {
      ...keeping,
      'content-type': type,
      ...(zipped === null ? {} : { 'content-encoding': 'gzip' }),
    },
    body: zipped ?? content.plain,
  };
}

/** A file of the storefront, or its page for every address that the storefront routes itself. */
export async function storefrontReply(shelf: Shelf, exchange: Exchange): Promise<Reply> {
  const { pathname } = exchange.url;
  const file = await fileReply(shelf, pathname === '/' ? '/index.html' : pathname, exchange);
  if (file !== null) return file;
  if (path.extname(pathname) !== '') return notThere;
  return (await fileReply(shelf, '/index.html', exchange)) ?? notThere;
}

function placeOf(folder: string, pathname: string): string | null {
  const decoded = decode(pathname);
  if (decoded === null || /[\0\\]/.test(decoded)) return null;
  const home = path.resolve(folder);
  const file = path.join(home, decoded);
  return file.startsWith(home + path.sep) ? file : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

async function readContent(file: string, zippable: boolean): Promise<Content | null> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return null;
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    const before = kept.get(file);
    if (before?.tag === tag) return before;
    const plain = await readFile(file);
    if (!zippable) return { tag, plain, zipped: null };
    const content = { tag, plain, zipped: plain.length > 1_024 ? await zip(plain) : null };
    if (kept.size >= mostKept) kept.clear();
    kept.set(file, content);
    return content;
  } catch (fault) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(fault) ?? '')) return null;
    throw fault;
  }
}

function keepingOf(shelf: Shelf, file: string): string {
  if (hashed.test(path.basename(file))) return 'public, max-age=31536000, immutable';
  return shelf.keepSeconds === 0 ? 'no-cache' : `public, max-age=${shelf.keepSeconds}`;
}

/** Scripts run from the shop's own files and as the page's own inline scripts, known by their hashes. */
function pagePolicy(page: string): string {
  const hashes = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
