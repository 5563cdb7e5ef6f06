import {
  posterLayout,
  type Box,
  type PictureItem,
  type PosterColour,
  type PosterContent,
  type PosterItem,
  type PosterMeasure,
  type PosterPicture,
  type TextItem,
} from './posterLayout';
import type { Surface } from './surface';

type Context = CanvasRenderingContext2D;
type Drawable = CanvasImageSource | null;

/** The face that a phone shows Chinese in. */
const face = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", sans-serif';

// A canvas knows no custom properties: these are the tokens' values, and the poster leaves the shop anyway.
const colours: Readonly<Record<PosterColour, string>> = {
  ink: '#17181a',
  quiet: '#55585e',
  faint: '#8a8e96',
  accent: '#e4432d',
};
const accentSoft = '#fdece8';
const blank = '#f0f1f4';

const radius: Readonly<Record<PosterPicture, number>> = { goods: 12, face: 20, code: 0 };

/** Draws a poster, with a quiet place for each picture that does not come. */
export async function drawPoster(surface: Surface, content: PosterContent): Promise<void> {
  const { context } = surface;
  const items = posterLayout(content, measureOn(context));
  const pictures = await loadAll(surface, items);
  paintGround(surface);
  for (const item of items) {
    if (item.kind === 'text') paintText(context, item);
    else paintPicture(context, item, pictures.get(item.what) ?? null);
  }
}

async function loadAll(surface: Surface, items: readonly PosterItem[]) {
  const wanted = items.filter((item) => item.kind === 'picture');
  const found = await Promise.all(wanted.map(({ url }) => surface.picture(url)));
  return new Map(wanted.map(({ what }, index) => [what, found[index] ?? null]));
}

function measureOn(context: Context): PosterMeasure {
  return (text, size, bold) => {
    context.font = font(size, bold);
    return context.measureText(text).width;
  };
}

function font(size: number, bold: boolean): string {
  return `${bold ? 'bold ' : ''}${size}px ${face}`;
}

function paintGround({ context, width, height }: Surface) {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  const shade = context.createLinearGradient(0, 0, 0, height * 0.5);
  shade.addColorStop(0, accentSoft);
  shade.addColorStop(1, '#ffffff');
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height * 0.5);
}

function paintText(context: Context, { text, box, size, bold, colour, struck }: TextItem) {
  const middle = box.y + box.height / 2;
  context.font = font(size, bold);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = colours[colour];
  context.fillText(text, box.x, middle);
  if (struck) context.fillRect(box.x, middle - 0.5, box.width, 1);
}

function paintPicture(context: Context, item: PictureItem, picture: Drawable) {
  const { box, what, instead } = item;
  context.save();
  roundedPath(context, box, radius[what]);
  context.clip();
  if (picture === null) {
    context.fillStyle = what === 'face' ? '#ffffff' : blank;
    context.fillRect(box.x, box.y, box.width, box.height);
    paintInstead(context, box, instead);
  } else {
    context.drawImage(picture, box.x, box.y, box.width, box.height);
  }
  context.restore();
}

function paintInstead(context: Context, box: Box, text: string) {
  context.font = font(17, true);
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillStyle = colours.accent;
  context.fillText(text, box.x + box.width / 2, box.y + box.height / 2);
}

/** With arcs, since older phones' canvases know no roundRect. */
function roundedPath(context: Context, { x, y, width, height }: Box, by: number) {
  context.beginPath();
  context.moveTo(x + by, y);
  context.arcTo(x + width, y, x + width, y + height, by);
  context.arcTo(x + width, y + height, x, y + height, by);
  context.arcTo(x, y + height, x, y, by);
  context.arcTo(x, y, x + width, y, by);
  context.closePath();
}
