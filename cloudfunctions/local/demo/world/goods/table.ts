/** One leaf category and its products, one a line, columns parted by `|`. */
export interface LeafTable {
  readonly leaf: string;
  readonly rows: string;
}

/** One product as its table line says it. */
export interface GoodsRow {
  readonly leaf: string;
  /** Its place in the leaf, from 1. */
  readonly place: number;
  readonly title: string;
  readonly promise: string;
  readonly priceFen: number;
  readonly marketFen: number | null;
  readonly specs: readonly Spec[];
  readonly look: readonly string[];
  readonly origin: string;
  readonly point: string;
}

/** One axis of choice: its name and values, each with what it adds to the price. */
export interface Spec {
  readonly name: string;
  readonly values: readonly SpecValue[];
}

export interface SpecValue {
  readonly text: string;
  readonly addFen: number;
}

/** Reads the lines of a table. Throws for a line without eight columns, so that a slip is found at once. */
export function readTable({ leaf, rows }: LeafTable): GoodsRow[] {
  const lines = rows.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== 8) throw new Error(`${leaf}: a line needs 8 columns: ${line}`);
    const [
      title = '',
      promise = '',
      price = '',
      market = '',
      specs = '',
      look = '',
      origin = '',
      point = '',
    ] = cells;
    return {
      leaf,
      place: at + 1,
      title,
      promise,
      priceFen: fenOf(price),
      marketFen: market === '-' ? null : fenOf(market),
      specs: specs.includes(':') ? specs.split(';').map(readSpec) : shoeSpecs(specs),
      look: look.split(' '),
      origin,
      point,
    };
  });
}

function readSpec(text: string): Spec {
  const [name = '', values = ''] = text.split(':');
  return { name, values: values.split('/').map(readValue) };
}

/** `9斤装+26`: a value that costs 26 yuan more. */
function readValue(text: string): SpecValue {
  const [, value, add] = /^(.*?)([+-]\d+(?:\.\d+)?)?$/.exec(text) ?? [];
  // An age such as 6个月+ ends in a plus without a number.
  return { text: value ?? text, addFen: add === undefined ? 0 : fenOf(add) };
}

/** `云白/曜黑;36-45`: colours, then sizes from the smallest to the largest. */
function shoeSpecs(text: string): Spec[] {
  const [colours = '', sizes = ''] = text.split(';');
  const [from = 35, to = 45] = sizes.split('-').map(Number);
  const range = Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  const plain = (value: string) => ({ text: value, addFen: 0 });
  return [
    { name: '颜色', values: colours.split('/').map(plain) },
    { name: '尺码', values: range.map(plain) },
  ];
}

function fenOf(yuan: string): number {
  const value = Math.round(Number(yuan) * 100);
  if (!Number.isFinite(value)) throw new Error(`not a price: ${yuan}`);
  return value;
}
