import { lightness, rgbOf, type Rgb } from './colours';

/** One pixel as the masks see it: hue in degrees, the rest 0 to 1; `down` is 0 at the top edge. */
interface Look {
  readonly hue: number;
  readonly saturation: number;
  readonly light: number;
  readonly down: number;
}

/** How much (0 to 1) of a pixel belongs to a part of the object. */
type Part = (look: Look) => number;

interface Parts {
  readonly body: Part;
  readonly trim?: Part;
}

const coloured: Part = ({ saturation }) => rise(saturation, 0.28, 0.42);

/** Objects whose parts are told apart by more than their main hue. */
const partsOf: Readonly<Record<string, Parts>> = {
  ringemoji: { body: (look) => 1 - coloured(look), trim: coloured },
  boot: {
    body: ({ hue, saturation }) => within(hue, 36, 20) * rise(saturation, 0.2, 0.4),
    trim: ({ hue, saturation }) => (1 - within(hue, 36, 20)) * rise(saturation, 0.1, 0.2),
  },
  tallboot: { body: ({ hue, saturation }) => within(hue, 350, 22) * rise(saturation, 0.5, 0.65) },
  rollerskate: {
    body: ({ saturation, light }) => rise(saturation, 0.2, 0.3) * rise(light, 0.34, 0.44),
  },
  iceskate: { body: ({ light, down }) => (down < 0.62 ? rise(light, 0.5, 0.62) : 0) },
  mule: { body: ({ hue, saturation }) => within(hue, 344, 26) * rise(saturation, 0.4, 0.55) },
  pepper: { body: ({ down }) => rise(down, 0.24, 0.3) },
};

/** 0 below `from`, 1 above `to`, smooth between. */
function rise(value: number, from: number, to: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** 1 within `reach` degrees of a hue, falling to 0 over 14 more. */
function within(hue: number, centre: number, reach: number): number {
  const apart = Math.abs(((hue - centre + 540) % 360) - 180);
  return 1 - rise(apart, reach, reach + 14);
}

/**
 * Paints the body of an object (square RGBA pixels, changed in place) in `body` and its trim in `trim`, keeping
 * the light and shade it has. Without an entry of its own the body is whatever has the object's main hue.
 */
export function recolour(pixels: Buffer, name: string, body: string, trim?: string): void {
  const before = Buffer.from(pixels);
  const parts = partsOf[name] ?? { body: mainHuePart(before) };
  paint({ before, pixels }, parts.body, rgbOf(body));
  if (trim !== undefined && parts.trim !== undefined)
    paint({ before, pixels }, parts.trim, rgbOf(trim));
}

function paint(from: { before: Buffer; pixels: Buffer }, part: Part, colour: Rgb): void {
  const { before, pixels } = from;
  const mean = meanLight(before, part);
  if (mean === 0) return;
  for (let at = 0; at < before.length; at += 4) {
    if (before[at + 3] === 0) continue;
    const look = lookAt(before, at);
    const weight = part(look);
    if (weight === 0) continue;
    const ratio = look.light / mean;
    for (const channel of [0, 1, 2] as const) {
      const tone = colour[channel];
      const shaded =
        ratio <= 1
          ? tone * (0.3 + 0.7 * ratio)
          : tone + (255 - tone) * Math.min(1, (ratio - 1) * 0.9);
      const was = pixels[at + channel] ?? 0;
      pixels[at + channel] = Math.round(was + (shaded - was) * weight);
    }
  }
}

function meanLight(pixels: Buffer, part: Part): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 200) continue;
    const look = lookAt(pixels, at);
    const weight = part(look);
    sum += look.light * weight;
    count += weight;
  }
  return count === 0 ? 0 : sum / count;
}

function mainHuePart(pixels: Buffer): Part {
  const weight = new Array<number>(36).fill(0);
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 200) continue;
    const { hue, saturation } = lookAt(pixels, at);
    const bin = Math.floor(hue / 10) % 36;
    weight[bin] = (weight[bin] ?? 0) + saturation;
  }
  const main = weight.indexOf(Math.max(...weight)) * 10 + 5;
  return ({ hue, saturation }) => within(hue, main, 40) * rise(saturation, 0.08, 0.2);
}

function lookAt(pixels: Buffer, at: number): Look {
  const red = pixels[at] ?? 0;
  const green = pixels[at + 1] ?? 0;
  const blue = pixels[at + 2] ?? 0;
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  let hue = 0;
  if (span > 0 && most === red) hue = ((green - blue) / span + 6) % 6;
  else if (span > 0 && most === green) hue = (blue - red) / span + 2;
  else if (span > 0) hue = (red - green) / span + 4;
  return {
    hue: hue * 60,
    saturation: most === 0 ? 0 : span / most,
    light: lightness([red, green, blue]),
    down: at / pixels.length,
  };
}
