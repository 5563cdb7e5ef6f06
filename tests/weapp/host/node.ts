import { textOf, type Bag, type Callable } from './values';

/** Whose template a node comes from: its handlers are looked up here. */
export interface Owner {
  readonly route: string;
  readonly method: (name: string) => Callable | undefined;
  readonly self: Bag;
}

/** A handler as rendered. */
export interface NodeBinding {
  readonly handler: string;
  readonly stops: boolean;
}

/** What to look for: see `matches`. */
export type Query = string | RegExp | Wanted;

/** Every field given must hold; `text` and `label` match whole when strings. */
export interface Wanted {
  readonly tag?: string;
  readonly class?: string;
  readonly id?: string;
  readonly text?: string | RegExp;
  readonly label?: string | RegExp;
  readonly where?: (node: WxNode) => boolean;
}

const INLINE = new Set(['text', '#text', 'block', 'template']);

/** An element as the phone would show it. It is a picture of one moment: the next setData makes new ones. */
export class WxNode {
  readonly children: WxNode[] = [];
  readonly bindings = new Map<string, NodeBinding>();
  readonly attributes: Bag = {};
  readonly dataset: Bag = {};
  readonly marks: Bag = {};

  constructor(
    readonly tag: string,
    readonly owner: Owner,
    readonly parent: WxNode | null,
  ) {}

  get id(): string {
    return this.attribute('id');
  }

  /** What a screen reader says. */
  get label(): string {
    return this.attribute('aria-label');
  }

  get classes(): string[] {
    return this.attribute('class').split(/\s+/).filter(Boolean);
  }

  /** An attribute as text; empty when it is not there. */
  attribute(name: string): string {
    return textOf(this.attributes[name]);
  }

  /** False for `hidden`, `display:none`, and whatever stands in such a node. */
  get isShown(): boolean {
    const hides =
      this.attributes.hidden === true || /display:\s*none/.test(this.attribute('style'));
    return !hides && (this.parent?.isShown ?? true);
  }

  /** The text in it: blocks on lines of their own, inline text joined. */
  text(): string {
    return this.rawText()
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
  }

  private rawText(): string {
    if (this.tag === '#text') return this.attribute('value');
    if (!isSeen(this)) return '';
    const inside = this.children.map((child) => child.rawText()).join('');
    return INLINE.has(this.tag) ? inside : `\n${inside}\n`;
  }

  /** Every shown element in it, itself first, in the order of the page. */
  *walk(): Generator<WxNode> {
    if (this.tag === '#text' || !isSeen(this)) return;
    yield this;
    for (const child of this.children) yield* child.walk();
  }

  /** The elements in it that match, none of them twice for the text of a child. */
  findAll(query: Query): WxNode[] {
    return search(this, query);
  }

  /** The first match; an error with the page's text when there is none. */
  find(query: Query): WxNode {
    const [first] = this.findAll(query);
    if (first === undefined)
      throw new Error(`Nothing matches ${described(query)} in:\n${this.text()}`);
    return first;
  }

  /** Whether something matches. */
  has(query: Query): boolean {
    return this.findAll(query).length > 0;
  }

  /** The nearest element above that matches, itself included. */
  closest(query: Wanted): WxNode | null {
    return meets(this, query) ? this : (this.parent?.closest(query) ?? null);
  }
}

function isSeen(node: WxNode): boolean {
  return node.attributes.hidden !== true && !/display:\s*none/.test(node.attribute('style'));
}

/**
 * A string that begins with `.`, `#` or `[` is a selector (compound and descendant); any other string is the visible
 * text, label or placeholder, whole if some element has it whole, else contained. Of nested matches the innermost.
 */
function search(root: WxNode, query: Query): WxNode[] {
  const all = [...root.walk()];
  if (typeof query === 'string' && /^[.#[]/.test(query)) {
    return all.filter((node) => node !== root && selected(node, query, root));
  }
  if (typeof query === 'string') {
    const whole = innermost(all, (node) => spoken(node).includes(query));
    if (whole.length > 0) return whole;
    return innermost(all, (node) => spoken(node).some((said) => said.includes(query)));
  }
  if (query instanceof RegExp) {
    return innermost(all, (node) => spoken(node).some((said) => query.test(said)));
  }
  const found = all.filter((node) => meets(node, query));
  return query.text === undefined ? found : innermost(found, () => true);
}

function spoken(node: WxNode): string[] {
  return [node.text(), node.label, node.attribute('placeholder')].filter(Boolean);
}

function innermost(nodes: readonly WxNode[], holds: (node: WxNode) => boolean): WxNode[] {
  const matching = nodes.filter(holds);
  const above = new Set<WxNode>();
  for (const node of matching) {
    for (let up = node.parent; up !== null; up = up.parent) above.add(up);
  }
  return matching.filter((node) => !above.has(node));
}

function meets(node: WxNode, wanted: Wanted): boolean {
  if (wanted.tag !== undefined && node.tag !== wanted.tag) return false;
  if (wanted.class !== undefined && !node.classes.includes(wanted.class)) return false;
  if (wanted.id !== undefined && node.id !== wanted.id) return false;
  if (wanted.text !== undefined && !says(node.text(), wanted.text)) return false;
  if (wanted.label !== undefined && !says(node.label, wanted.label)) return false;
  return wanted.where?.(node) ?? true;
}

function says(said: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? said === wanted : wanted.test(said);
}

function selected(node: WxNode, selector: string, root: WxNode): boolean {
  const steps = selector.trim().split(/\s+/);
  const own = steps.pop();
  if (own === undefined || !compound(node, own)) return false;
  let place = node.parent;
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    while (place !== null && place !== root && !compound(place, step)) place = place.parent;
    if (place === null || !compound(place, step)) return false;
    place = place.parent;
  }
  return true;
}

function compound(node: WxNode, selector: string): boolean {
  const pieces = selector.match(/\[[^\]]+\]|[.#]?[\w-]+/g) ?? [];
  return pieces.every((piece) => {
    if (piece.startsWith('.')) return node.classes.includes(piece.slice(1));
    if (piece.startsWith('#')) return node.id === piece.slice(1);
    if (!piece.startsWith('[')) return node.tag === piece;
    const [name = '', value] = piece.slice(1, -1).split('=');
    const held = node.attribute(name);
    return value === undefined
      ? name in node.attributes
      : held === value.replace(/^["']|["']$/g, '');
  });
}

function described(query: Query): string {
  return typeof query === 'string' || query instanceof RegExp
    ? String(query)
    : JSON.stringify(query);
}
