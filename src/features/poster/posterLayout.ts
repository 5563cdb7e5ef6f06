import { yuanText } from '../../../cloudfunctions/kit/money';
import { cut, textLines } from './textLines';

/** What a poster shows. */
export interface PosterContent {
  readonly title: string;
  readonly priceFen: number | null;
  readonly marketFen: number | null;
  readonly pictureUrl: string;
  readonly codeUrl: string;
  readonly guide: {
    readonly name: string;
    readonly storeName: string;
    readonly avatarUrl: string;
  } | null;
  readonly brand: string;
}

/** A place on the poster, in px of the design. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PosterPicture = 'goods' | 'face' | 'code';
export type PosterColour = 'ink' | 'quiet' | 'faint' | 'accent';

export interface PictureItem {
  readonly kind: 'picture';
  readonly what: PosterPicture;
  readonly url: string;
  readonly box: Box;
  /** Stands in its place when it does not come. */
  readonly instead: string;
}

export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  /** Around the text; its middle line is the box's. */
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: PosterColour;
  readonly struck: boolean;
}

export type PosterItem = PictureItem | TextItem;

/** The width of a text at a size, in px. */
export type PosterMeasure = (text: string, size: number, bold: boolean) => number;

/** How large the poster is; three dots to a px make a picture of 1125 × 1818. */
export const posterSize = { width: 375, height: 606, dots: 3 };

const edge = 20;
const inner = posterSize.width - 2 * edge;
const faceSize = 40;
const goodsTop = edge + faceSize + 16;
const wordsTop = goodsTop + inner + 20;
const codeSize = 92;
const wordsWidth = inner - codeSize - 16;
const titleSize = 16;
const titleLine = 23;
const priceHeight = 38;

/** Where everything stands. Titles are cut after two lines; a price too wide is set smaller, never cut. */
export function posterLayout(content: PosterContent, measure: PosterMeasure): PosterItem[] {
  const hasPrice = content.priceFen !== null;
  return [
    ...head(content, measure),
    {
      kind: 'picture',
      what: 'goods',
      url: content.pictureUrl,
      box: { x: edge, y: goodsTop, width: inner, height: inner },
      instead: '',
    },
    ...price(content, measure),
    ...title(content.title, wordsTop + (hasPrice ? priceHeight + 8 : 0), measure),
    ...code(content.codeUrl, measure),
    ...foot(content.brand, measure),
  ];
}

function head({ guide, brand }: PosterContent, measure: PosterMeasure): PosterItem[] {
  const name = guide?.name ?? brand;
  const under = guide === null ? '好物推荐' : `${guide.storeName} · 为您挑选`;
  const x = edge + faceSize + 10;
  const width = posterSize.width - edge - x;
  const face: PictureItem = {
    kind: 'picture',
    what: 'face',
    url: guide?.avatarUrl ?? '',
    box: { x: edge, y: edge, width: faceSize, height: faceSize },
    instead: [...name][0] ?? '',
  };
  const at = { x, width, height: 20 };
  return [
    face,
    textItem({ text: name, size: 15, bold: true, colour: 'ink', y: edge, ...at }, measure),
    textItem({ text: under, size: 12, bold: false, colour: 'quiet', y: edge + 20, ...at }, measure),
  ];
}

function price({ priceFen, marketFen }: PosterContent, measure: PosterMeasure): TextItem[] {
  if (priceFen === null) return [];
  const [yuan = '0', rest] = yuanText(priceFen).split('.');
  const parts = [
    { text: '¥', size: 17 },
    { text: yuan, size: 32 },
    ...(rest === undefined ? [] : [{ text: `.${rest}`, size: 17 }]),
  ];
  const full = parts.reduce((sum, { text, size }) => sum + measure(text, size, true), 0);
  const shrink = Math.min(1, wordsWidth / full);
  let x = edge;
  const items = parts.map(({ text, size }) => {
    const set = size * shrink;
    const width = measure(text, set, true);
    // Small signs stand on the line of the large ones.
    const y = wordsTop + (priceHeight - set) * 0.5 + (32 * shrink - set) * 0.36;
    const item: TextItem = {
      kind: 'text',
      text,
      box: { x, y, width, height: set },
      size: set,
      bold: true,
      colour: 'accent',
      struck: false,
    };
    x += width;
    return item;
  });
  return [...items, ...market(marketFen, priceFen, x + 8, measure)];
}

/** The list price beside the price, where it is higher and there is room. */
function market(
  marketFen: number | null,
  priceFen: number,
  x: number,
  measure: PosterMeasure,
): TextItem[] {
  if (marketFen === null || marketFen <= priceFen) return [];
  const text = `¥${yuanText(marketFen)}`;
  const width = measure(text, 13, false);
  if (x + width > edge + wordsWidth) return [];
  const box = { x, y: wordsTop + 16, width, height: 16 };
  return [{ kind: 'text', text, box, size: 13, bold: false, colour: 'faint', struck: true }];
}

function title(text: string, top: number, measure: PosterMeasure): TextItem[] {
  const lines = textLines(text, wordsWidth, 2, (part) => measure(part, titleSize, true));
  return lines.map((line, index) => ({
    kind: 'text',
    text: line,
    box: {
      x: edge,
      y: top + index * titleLine,
      width: measure(line, titleSize, true),
      height: titleLine,
    },
    size: titleSize,
    bold: true,
    colour: 'ink',
    struck: false,
  }));
}

function code(url: string, measure: PosterMeasure): PosterItem[] {
  const x = posterSize.width - edge - codeSize;
  const text = '长按识别，看商品详情';
  const width = measure(text, 9, false);
  const centred = x + codeSize / 2 - width / 2;
  return [
    {
      kind: 'picture',
      what: 'code',
      url,
      box: { x, y: wordsTop, width: codeSize, height: codeSize },
      instead: '',
    },
    {
      kind: 'text',
      text,
      box: { x: centred, y: wordsTop + codeSize + 4, width, height: 12 },
      size: 9,
      bold: false,
      colour: 'faint',
      struck: false,
    },
  ];
}

function foot(brand: string, measure: PosterMeasure): TextItem[] {
  const y = posterSize.height - 40;
  const at = { x: edge, y, height: 20, width: inner };
  return [textItem({ text: brand, size: 12, bold: true, colour: 'faint', ...at }, measure)];
}

interface Line {
  text: string;
  size: number;
  bold: boolean;
  colour: PosterColour;
  x: number;
  y: number;
  height: number;
  /** The room that it has. */
  width: number;
}

function textItem(line: Line, measure: PosterMeasure): TextItem {
  const { size, bold, colour, x, y, height } = line;
  const text = cut(line.text, line.width, (part) => measure(part, size, bold));
  const width = measure(text, size, bold);
  return { kind: 'text', text, box: { x, y, width, height }, size, bold, colour, struck: false };
}
