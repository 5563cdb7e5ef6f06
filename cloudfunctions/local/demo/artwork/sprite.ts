import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { colourOf } from './colours';
import {
  bandSvg,
  bangleSvg,
  beadsSvg,
  chainSvg,
  gemboxSvg,
  goldbarSvg,
  lockSvg,
  pearlsSvg,
  pendantSvg,
} from './drawn-jewels';
import { bottleSvg, packSvg, pantsSvg, wipesSvg } from './drawn-packs';
import { runnerSvg, shoeSvg, slideSvg } from './drawn-shoes';
import { codeOf } from './objects';
import { recolour } from './recolour';

/** An object cut out of its background: RGBA pixels without empty margins. */
export interface Sprite {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

type Words = readonly (string | undefined)[];

/** Objects that are drawn here because the artwork set has none like them. */
const drawn: Readonly<Record<string, (words: Words) => string>> = {
  sneaker: ([body = '云白', trim = '海盐蓝']) => runnerSvg(colourOf(body), colourOf(trim)),
  lowtop: ([body = '云白', trim = '银灰']) => shoeSvg('lowtop', colourOf(body), colourOf(trim)),
  hightop: ([body = '云白', trim = '银灰']) => shoeSvg('hightop', colourOf(body), colourOf(trim)),
  slide: ([body = '雾灰']) => slideSvg(colourOf(body)),
  bracelet: ([kind = 'pearl']) => beadsSvg(kind),
  pearls: ([kind = 'white']) => pearlsSvg(kind),
  bangle: ([kind = 'gold']) => bangleSvg(kind),
  band: ([metal = 'gold']) => bandSvg(metal),
  bands: ([first = 'silver', second = 'gold']) => bandSvg(first, second),
  goldbar: () => goldbarSvg(),
  lock: ([metal = 'silver']) => lockSvg(metal),
  gembox: () => gemboxSvg(),
  oil: ([tint = 'olive']) => bottleSvg('oil', tint),
  thermos: ([tint = 'pink']) => bottleSvg('thermos', tint),
  wipes: () => wipesSvg(),
  pants: ([tint = 'white']) => pantsSvg(tint),
};

const pendantsDrawn = new Set([
  'pearl',
  'goldball',
  'drop',
  'rubydrop',
  'amethystdrop',
  'emerald',
  'jadedisc',
]);
const packs = new Set(['tin', 'pouch', 'box', 'sack']);
const artwork = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@lobehub/fluent-emoji-3d/package.json')),
  'assets',
);

/** Makes objects from their description and remembers them: `name~colour~trim`, `tin~sky~milk`. */
export function spriteMaker(): (item: string) => Promise<Sprite> {
  const made = new Map<string, Promise<Sprite>>();
  return (item) => {
    const before = made.get(item);
    if (before !== undefined) return before;
    const next = makeSprite(item);
    made.set(item, next);
    return next;
  };
}

async function makeSprite(item: string): Promise<Sprite> {
  const [name = '', ...words] = item.split('~');
  const draw = drawn[name];
  if (draw !== undefined) return trimmed(Buffer.from(draw(words)));
  if (name === 'ring') return emoji('ringemoji', words);
  if (name === 'necklace') return necklace(words);
  if (name === 'earrings') return earrings(words);
  if (packs.has(name)) return pack(name, words);
  return emoji(name, words);
}

async function emoji(name: string, [tint, trim]: Words): Promise<Sprite> {
  const { data, info } = await sharp(await readFile(path.join(artwork, `${codeOf(name)}.webp`)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (tint !== undefined) {
    recolour(data, name, colourOf(tint), trim === undefined ? undefined : colourOf(trim));
  }
  const raw = { width: info.width, height: info.height, channels: 4 as const };
  const large = await sharp(data, { raw })
    .resize(480, 480, { kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  return cutOut(large, 480, 480);
}

async function pendant(kind: string, metal: string): Promise<Sprite> {
  if (pendantsDrawn.has(kind)) return trimmed(Buffer.from(pendantSvg(kind, metal)));
  const plain = kind === 'star' || kind === 'moon' || kind === 'crown';
  return emoji(kind, plain && metal !== 'gold' ? [metal] : []);
}

async function necklace([metal = 'gold', kind = 'pearl']: Words): Promise<Sprite> {
  const hung = await pendant(kind, metal);
  const picture = await sharp(Buffer.from(chainSvg(metal)))
    .composite([await at(hung, 178, { left: 256, top: 334 })])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return trimmed(picture);
}

async function earrings([metal = 'gold', kind = 'pearl']: Words): Promise<Sprite> {
  const hung = await pendant(kind, metal);
  const colour = colourOf(metal);
  const hook = (x: number) =>
    `<path d="M${x} 176 V120 C${x} 70 ${x + 54} 70 ${x + 54} 118 V140" fill="none" stroke="${colour}" stroke-width="9" stroke-linecap="round"/><circle cx="${x}" cy="172" r="12" fill="${colour}"/>`;
  const base = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="460">${hook(130)}${hook(372)}</svg>`;
  const picture = await sharp(Buffer.from(base))
    .composite([
      await at(hung, 200, { left: 130, top: 180 }),
      await at(hung, 200, { left: 372, top: 180 }),
    ])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return trimmed(picture);
}

async function pack(kind: string, [tint = 'cream', shown = 'leaves']: Words): Promise<Sprite> {
  const label = await emoji(shown, []);
  const centre = kind === 'box' ? 220 : 256;
  const picture = await sharp(Buffer.from(packSvg(kind, tint)))
    .composite([await at(label, 138, { left: centre, top: 236 })])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return trimmed(picture);
}

/** A sprite fitted into a square of `size`, its top edge at `top` and its middle at `left`. */
async function at(sprite: Sprite, size: number, { left, top }: { left: number; top: number }) {
  const scale = size / Math.max(sprite.width, sprite.height);
  const width = Math.round(sprite.width * scale);
  const input = await sharp(sprite.pixels, { raw: rawOf(sprite) })
    .resize(width, Math.round(sprite.height * scale))
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { input, left: Math.round(left - width / 2), top };
}

async function trimmed(picture: Buffer): Promise<Sprite> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return cutOut(data, info.width, info.height);
}

/** The part of RGBA pixels that can be seen: empty rows and columns are cut off from each side. */
function cutOut(pixels: Buffer, width: number, height: number): Sprite {
  const seen = (x: number, y: number) => (pixels[(y * width + x) * 4 + 3] ?? 0) >= 10;
  const rowIsEmpty = (y: number) => {
    for (let x = 0; x < width; x += 1) if (seen(x, y)) return false;
    return true;
  };
  let [top, bottom, left, right] = [0, height, 0, width];
  while (top < bottom && rowIsEmpty(top)) top += 1;
  while (bottom > top + 1 && rowIsEmpty(bottom - 1)) bottom -= 1;
  const columnIsEmpty = (x: number) => {
    for (let y = top; y < bottom; y += 1) if (seen(x, y)) return false;
    return true;
  };
  while (left < right && columnIsEmpty(left)) left += 1;
  while (right > left + 1 && columnIsEmpty(right - 1)) right -= 1;
  const size = { width: right - left, height: bottom - top };
  const cut = Buffer.alloc(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1) {
    const from = ((top + y) * width + left) * 4;
    pixels.copy(cut, y * size.width * 4, from, from + size.width * 4);
  }
  return { pixels: cut, ...size };
}

/** How sharp is told what the pixels of a sprite are. */
export function rawOf(sprite: Sprite) {
  return { width: sprite.width, height: sprite.height, channels: 4 as const };
}
