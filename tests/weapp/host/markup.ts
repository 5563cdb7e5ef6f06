/** One element of a WXML file, with its attributes as written. */
export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Markup[];
}

/** What stands in a WXML file: an element, or text as written. */
export type Markup = Element | string;

const TAG = /<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** Parses WXML; a tag left open or closed twice is an error, as it is for WeChat's compiler. */
export function parseMarkup(source: string, file: string): Markup[] {
  const root: Element = { tag: '', attributes: new Map(), children: [] };
  const open: Element[] = [root];
  let place = 0;
  const add = (one: Markup) => open[open.length - 1]?.children.push(one);
  for (const match of source.matchAll(TAG)) {
    const inside = open[open.length - 1];
    if (inside?.tag === 'wxs' && match[1] !== 'wxs') continue;
    addText(source.slice(place, match.index), add);
    place = match.index + match[0].length;
    const [, closed, opened, attributes = '', own] = match;
    if (closed !== undefined) close(open, closed, file);
    else if (opened !== undefined) {
      const element = { tag: opened, attributes: attributesOf(attributes), children: [] };
      add(element);
      if (own !== '/') open.push(element);
    }
  }
  addText(source.slice(place), add);
  const left = open.pop();
  if (left !== root) throw new Error(`${file}: <${left?.tag ?? ''}> is never closed`);
  return root.children;
}

function addText(text: string, add: (one: Markup) => void): void {
  if (text.trim() !== '') add(text);
}

function close(open: Element[], tag: string, file: string): void {
  const last = open.pop();
  if (last?.tag !== tag) throw new Error(`${file}: </${tag}> closes <${last?.tag ?? ''}>`);
}

function attributesOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    if (name !== undefined) found.set(name, double ?? single ?? '{{true}}');
  }
  return found;
}
