import { compileExpression, type Expression } from './expression';
import { parseMarkup, type Element, type Markup } from './markup';
import { textOf } from './values';

/** A handler bound in WXML: `bindtap="eh"` lets the event rise, `catchtap="eh"` stops it there. */
export interface Binding {
  readonly type: string;
  readonly stops: boolean;
  readonly handler: Expression;
}

/** `wx:for` with the names which it brings into scope. */
export interface Loop {
  readonly list: Expression;
  readonly item: string;
  readonly index: string;
  readonly key: string;
}

/** A compiled piece of WXML. Text is a part with the tag `#text` and an attribute `value`. */
export interface Part {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: Expression])[];
  readonly bindings: readonly Binding[];
  readonly children: readonly Part[];
  readonly loop?: Loop;
  readonly branch?: { readonly first: boolean; readonly holds: Expression };
}

/** What one WXML file says: its parts, its named templates, and which files and scripts it uses. */
export interface Page {
  readonly parts: readonly Part[];
  readonly templates: ReadonlyMap<string, readonly Part[]>;
  readonly imports: readonly string[];
  readonly scripts: readonly Script[];
}

/** A wxs module: in a file of its own, or written inline. */
export interface Script {
  readonly module: string;
  readonly src: string | undefined;
  readonly source: string;
}

const known = new Map<string, Page>();

/** Compiles a WXML file; the same text is compiled once, whichever host asks. */
export function compilePage(source: string, file: string): Page {
  const had = known.get(source);
  if (had !== undefined) return had;
  const markup = parseMarkup(source, file);
  const elements = markup.filter((one) => typeof one !== 'string');
  const definitions = elements.filter(
    (one) => one.tag === 'template' && one.attributes.has('name'),
  );
  const made: Page = {
    parts: markup.filter((one) => typeof one === 'string' || isShown(one)).map(compilePart),
    templates: new Map(
      definitions.map((one) => [written(one, 'name'), one.children.map(compilePart)]),
    ),
    imports: elements.filter((one) => one.tag === 'import').map((one) => written(one, 'src')),
    scripts: elements.filter((one) => one.tag === 'wxs').map(scriptOf),
  };
  known.set(source, made);
  return made;
}

function isShown(element: Element): boolean {
  if (element.tag === 'include' || element.tag === 'slot') {
    throw new Error(`<${element.tag}> is not known to this host`);
  }
  if (element.tag === 'template') return !element.attributes.has('name');
  return element.tag !== 'import' && element.tag !== 'wxs';
}

function written(element: Element, name: string): string {
  return element.attributes.get(name) ?? '';
}

function scriptOf(element: Element): Script {
  return {
    module: written(element, 'module'),
    src: element.attributes.get('src'),
    source: element.children.filter((one) => typeof one === 'string').join(''),
  };
}

function compilePart(markup: Markup): Part {
  if (typeof markup === 'string') {
    return {
      tag: '#text',
      attributes: [['value', compileText(markup)]],
      bindings: [],
      children: [],
    };
  }
  isShown(markup);
  const plain = [...markup.attributes].filter(([name]) => !name.startsWith('wx:'));
  const loop = loopOf(markup);
  const branch = branchOf(markup);
  return {
    tag: markup.tag,
    attributes: plain.filter(([name]) => !isBinding(name)).map((one) => attributeOf(markup, one)),
    bindings: plain.filter(([name]) => isBinding(name)).map(bindingOf),
    children: markup.children.map(compilePart),
    ...(loop && { loop }),
    ...(branch && { branch }),
  };
}

function attributeOf(element: Element, [name, value]: [string, string]) {
  const isFields = element.tag === 'template' && name === 'data';
  return [name, isFields ? compileFields(value) : compileText(value)] as const;
}

function isBinding(name: string): boolean {
  if (/^(capture|mut)-/.test(name)) throw new Error(`"${name}" is not known to this host`);
  return /^(bind|catch):?[a-z]/.test(name);
}

function bindingOf([name, value]: [string, string]): Binding {
  const [, how, type = ''] = /^(bind|catch):?(.+)$/.exec(name) ?? [];
  return { type, stops: how === 'catch', handler: compileText(value) };
}

function loopOf(element: Element): Loop | undefined {
  const list = element.attributes.get('wx:for') ?? element.attributes.get('wx:for-items');
  if (list === undefined) return undefined;
  return {
    list: compileText(list),
    item: element.attributes.get('wx:for-item') ?? 'item',
    index: element.attributes.get('wx:for-index') ?? 'index',
    key: written(element, 'wx:key'),
  };
}

function branchOf(element: Element): Part['branch'] {
  const first = element.attributes.get('wx:if');
  if (first !== undefined) return { first: true, holds: compileText(first) };
  const next = element.attributes.get('wx:elif');
  if (next !== undefined) return { first: false, holds: compileText(next) };
  return element.attributes.has('wx:else') ? { first: false, holds: () => true } : undefined;
}

/** Text with `{{ }}` in it: one expression alone keeps its type, a mixture becomes a string. */
function compileText(source: string): Expression {
  const pieces = source.split(/(\{\{[\s\S]*?\}\}(?!\}))/).filter((piece) => piece !== '');
  const [only] = pieces;
  if (only === undefined) return () => '';
  const parts = pieces.map(compilePiece);
  const [alone] = parts;
  if (parts.length === 1 && alone) return alone;
  return (scope) => parts.map((part) => textOf(part(scope))).join('');
}

function compilePiece(piece: string): Expression {
  const inside = /^\{\{([\s\S]*)\}\}$/.exec(piece)?.[1];
  return inside === undefined ? () => piece : compileExpression(inside);
}

function compileFields(source: string): Expression {
  const inside = /^\s*\{\{([\s\S]*)\}\}\s*$/.exec(source)?.[1];
  if (inside === undefined) throw new Error(`A template's data must be {{ }}, not "${source}"`);
  return compileExpression(`{${inside}}`);
}
