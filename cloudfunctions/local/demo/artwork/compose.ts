import sharp, { type OverlayOptions } from 'sharp';
import { rawOf, type Sprite } from './sprite';
import { paintShadow, type Shadow } from './shadow';
import { stageSvg, type StageKind } from './stage';

/** One object on a stage. Sizes are shares of the picture's height, `x` a share of its width. */
export interface Placed {
  /** What it is, as the sprite maker reads it. */
  readonly item: string;
  readonly x: number;
  /** Where its lower edge is, as a share of the height. */
  readonly base: number;
  /** Its longer side. */
  readonly size: number;
  readonly flip?: boolean;
  readonly turn?: number;
  /** Far behind: slightly out of focus. */
  readonly far?: boolean;
  /** Hanging or lying things throw less shadow: 0 to 1, 1 unless told. */
  readonly shadow?: number;
}

export interface Recipe {
  readonly stage: StageKind;
  readonly tone: string;
  readonly width: number;
  readonly height: number;
  readonly format: 'webp' | 'jpg';
  readonly placed: readonly Placed[];
}

type Make = (item: string) => Promise<Sprite>;
type Ground = (recipe: Recipe) => Promise<Buffer>;

/** What a kitchen keeps while it cooks: objects and empty stages, both asked for again and again. */
export interface Kitchen {
  readonly make: Make;
  readonly ground: Ground;
}

const mostGrounds = 24;

/** Draws empty stages as RGB pixels, and remembers the latest, since neighbours share theirs. */
export function groundMaker(): Ground {
  const drawn = new Map<string, Promise<Buffer>>();
  return ({ stage: kind, tone, width, height }) => {
    const key = [kind, tone, width, height].join(' ');
    const before = drawn.get(key);
    if (before !== undefined) return before;
    const svg = Buffer.from(stageSvg({ kind, tone, width, height }));
    const next = sharp(svg).removeAlpha().raw().toBuffer();
    drawn.set(key, next);
    const [oldest] = drawn.keys();
    if (drawn.size > mostGrounds && oldest !== undefined) drawn.delete(oldest);
    return next;
  };
}

/** The picture of a recipe, encoded. */
export async function cook(recipe: Recipe, { make, ground }: Kitchen): Promise<Buffer> {
  const { width, height, tone } = recipe;
  const pixels = Buffer.from(await ground(recipe));
  const layers: OverlayOptions[] = [];
  for (const placed of recipe.placed) {
    const sprite = await make(placed.item);
    const box = boxOf(recipe, placed, sprite);
    if ((placed.shadow ?? 1) > 0)
      paintShadow({ pixels, width, height }, shadowOf(box, placed), tone);
    const layer = await layerOf(recipe, placed, { sprite, box });
    if (layer !== null) layers.push(layer);
  }
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } }).composite(layers);
  return recipe.format === 'jpg'
    ? picture.jpeg({ quality: 82 }).toBuffer()
    : picture.webp({ quality: 80, effort: 1 }).toBuffer();
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ width, height }: Recipe, placed: Placed, sprite: Sprite): Box {
  const scale = (placed.size * height) / Math.max(sprite.width, sprite.height);
  const box = {
    width: Math.round(sprite.width * scale),
    height: Math.round(sprite.height * scale),
  };
  return {
    ...box,
    left: Math.round(placed.x * width - box.width / 2),
    top: Math.round(placed.base * height - box.height),
  };
}

function shadowOf(box: Box, placed: Placed): Shadow {
  const y = box.top + box.height - box.width * 0.015;
  const dark = (placed.shadow ?? 1) * (placed.far === true ? 0.5 : 0.9);
  return { x: box.left + box.width / 2, y, half: box.width / 2, dark };
}

/** The part of an object that lies within the picture, ready to be laid on; null when none does. */
async function layerOf(
  { width, height }: Recipe,
  placed: Placed,
  { sprite, box }: { sprite: Sprite; box: Box },
): Promise<OverlayOptions | null> {
  let image = sharp(sprite.pixels, { raw: rawOf(sprite) }).resize(box.width, box.height, {
    fit: 'fill',
    kernel: 'cubic',
  });
  if (placed.flip === true) image = image.flop();
  if (placed.far === true) image = image.blur(1.6);
  let [{ left, top }, size] = [box, { width: box.width, height: box.height }];
  if (placed.turn !== undefined) {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const turned = await sharp(await image.png({ compressionLevel: 1 }).toBuffer())
      .rotate(placed.turn, { background: clear })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    left -= Math.round((turned.info.width - size.width) / 2);
    top -= Math.round((turned.info.height - size.height) / 2);
    size = { width: turned.info.width, height: turned.info.height };
    image = sharp(turned.data);
  }
  const cut = { left: Math.max(0, -left), top: Math.max(0, -top) };
  const seen = {
    width: Math.min(width, left + size.width) - Math.max(0, left),
    height: Math.min(height, top + size.height) - Math.max(0, top),
  };
  if (seen.width <= 0 || seen.height <= 0) return null;
  const { data, info } = await image
    .extract({ ...cut, ...seen })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 4 as const };
  return { input: data, raw, left: Math.max(0, left), top: Math.max(0, top) };
}
