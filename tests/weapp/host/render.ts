import type { Scope } from './expression';
import { WxNode, type Owner } from './node';
import type { Sheet } from './sheets';
import type { Part } from './template';
import { isBag, stringOf, textOf } from './values';

/** What a rendering needs to know of the page or component whose template it is. */
export interface Rendering {
  readonly owner: Owner;
  readonly sheet: Sheet;
  /** Whether this tag is a custom component of the owner. */
  readonly isComponent: (tag: string) => boolean;
  /** Fills the node of a custom component; `key` tells the same component from one rendering to the next. */
  readonly mount: (node: WxNode, key: string) => void;
}

interface Place {
  readonly sheet: Sheet;
  readonly scope: Scope;
  readonly parent: WxNode;
  readonly key: string;
}

const NATIVE = new Set(
  (
    'view text image button input textarea scroll-view swiper swiper-item block form label icon progress rich-text ' +
    'checkbox checkbox-group radio radio-group switch slider picker picker-view picker-view-column navigator canvas ' +
    'cover-view cover-image movable-area movable-view map video audio camera live-player live-pusher web-view ' +
    'editor page-meta navigation-bar open-data official-account root-portal match-media share-element functional-page-navigator ' +
    'page-container keyboard-accessory ad ad-custom voip-room store-home store-coupon store-gift store-product channel-live channel-video list-view list-builder grid-view sticky-header sticky-section snapshot span draggable-sheet nested-scroll-body nested-scroll-header open-container xr-frame selection'
  ).split(' '),
);

/** Renders an owner's template with its data into `root`. */
export function render(rendering: Rendering, data: Scope, root: WxNode, key: string): void {
  const { sheet } = rendering;
  const scope = within(sheet, data);
  renderAll(rendering, sheet.parts, { sheet, scope, parent: root, key });
}

function within(sheet: Sheet, data: Scope): Scope {
  return { ...data, ...sheet.modules };
}

function renderAll(rendering: Rendering, parts: readonly Part[], place: Place): void {
  let isTaken = false;
  parts.forEach((part, index) => {
    const own = { ...place, key: `${place.key}/${index}` };
    if (part.loop) return renderLoop(rendering, part, own);
    if (part.branch) {
      if (part.branch.first) isTaken = false;
      if (isTaken || !part.branch.holds(place.scope)) return;
      isTaken = true;
    }
    renderPart(rendering, part, own);
  });
}

function renderLoop(rendering: Rendering, part: Part, place: Place): void {
  const { loop } = part;
  if (loop === undefined) return;
  const list = loop.list(place.scope);
  if (!isBag(list)) return;
  for (const [index, item] of Object.entries(list)) {
    const at = Array.isArray(list) ? Number(index) : index;
    const scope: Scope = { ...place.scope, [loop.item]: item, [loop.index]: at };
    if (part.branch && !part.branch.holds(scope)) continue;
    renderPart(rendering, part, {
      ...place,
      scope,
      key: `${place.key}[${keyOf(loop.key, item, index)}]`,
    });
  }
}

function keyOf(key: string, item: unknown, index: string): string {
  if (key === '*this') return String(item);
  return isBag(item) && key in item ? String(item[key]) : index;
}

function renderPart(rendering: Rendering, part: Part, place: Place): void {
  if (part.tag === 'block') return renderAll(rendering, part.children, place);
  if (part.tag === 'template') return renderTemplate(rendering, part, place);
  const node = new WxNode(part.tag, rendering.owner, place.parent);
  for (const [name, value] of part.attributes) setAttribute(node, name, value(place.scope));
  for (const binding of part.bindings) {
    const handler = stringOf(binding.handler(place.scope));
    if (handler !== '') node.bindings.set(binding.type, { handler, stops: binding.stops });
  }
  place.parent.children.push(node);
  if (rendering.isComponent(part.tag)) return rendering.mount(node, place.key);
  if (part.tag !== '#text' && !NATIVE.has(part.tag)) {
    throw new Error(
      `${place.sheet.file}: <${part.tag}> is no element and no component of ${rendering.owner.route}`,
    );
  }
  renderAll(rendering, part.children, { ...place, parent: node });
}

function renderTemplate(rendering: Rendering, part: Part, place: Place): void {
  const values = new Map(part.attributes.map(([name, value]) => [name, value(place.scope)]));
  const name = textOf(values.get('is'));
  const template = place.sheet.templates.get(name);
  if (template === undefined) throw new Error(`${place.sheet.file}: template "${name}" is missing`);
  const data = values.get('data');
  const scope = within(template.sheet, isBag(data) ? data : {});
  renderAll(rendering, template.parts, { ...place, sheet: template.sheet, scope });
}

function setAttribute(node: WxNode, name: string, value: unknown): void {
  if (name.startsWith('data-')) node.dataset[camel(name.slice(5))] = value;
  else if (name.startsWith('mark:')) node.marks[name.slice(5)] = value;
  node.attributes[name] = value;
}

function camel(name: string): string {
  return name.toLowerCase().replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
