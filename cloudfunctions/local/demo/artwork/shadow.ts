import { darker, deeper, rgbOf } from './colours';

/** A soft shadow: middle and half width in pixels, and how dark it is (0 to 1). */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly dark: number;
}

/** RGB pixels of a picture. */
export interface Canvas {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Darkens the floor under an object: a wide soft patch, and a narrow one where it touches. */
export function paintShadow(canvas: Canvas, { x, y, half, dark }: Shadow, tone: string): void {
  const shade = rgbOf(darker(deeper(tone, 1.55), 0.5));
  const wide = { x: x + half * 0.1, y, across: half * 1.28, down: half * 0.24 };
  paintPatch(canvas, wide, dark * 0.34, shade);
  const near = { x, y: y - half * 0.02, across: half * 0.92, down: half * 0.11 };
  paintPatch(canvas, near, dark * 0.62, shade);
}

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

function paintPatch(
  { pixels, width, height }: Canvas,
  { x, y, across, down }: Patch,
  dark: number,
  shade: readonly number[],
): void {
  const [top, bottom] = [Math.max(0, Math.floor(y - down)), Math.min(height, Math.ceil(y + down))];
  const [left, right] = [
    Math.max(0, Math.floor(x - across)),
    Math.min(width, Math.ceil(x + across)),
  ];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const far = ((column - x) / across) ** 2 + ((row - y) / down) ** 2;
      if (far >= 1) continue;
      const weight = dark * (1 - Math.sqrt(far)) ** 1.15;
      const at = (row * width + column) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const was = pixels[at + channel] ?? 0;
        pixels[at + channel] = was + ((shade[channel] ?? 0) - was) * weight;
      }
    }
  }
}
