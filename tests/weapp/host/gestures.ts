import type { Machine } from './machine';
import type { WxNode } from './node';
import { stringOf, type Bag } from './values';

/** The events that rise to the elements above; every other kind stays where it happened. */
const RISING = new Set(
  (
    'tap longpress longtap touchstart touchmove touchend touchcancel touchforcechange ' +
    'transitionend animationstart animationiteration animationend'
  ).split(' '),
);

/** Whether the element, or one above it when the event rises, listens to `type`. */
export function isHeard(node: WxNode, type: string): boolean {
  return route(node, type).length > 0;
}

/**
 * Fires an event as WeChat does: each bound element from the touched one up is called, with the element where it
 * happened as `target` and itself as `currentTarget`, until a `catch` stops it. Unbound elements hear nothing.
 */
export function fire(machine: Machine, node: WxNode, type: string, detail: Bag = {}): void {
  for (const place of route(node, type)) {
    const binding = place.bindings.get(type);
    if (binding === undefined) continue;
    const event = machine.sandbox.copy(eventOf(machine, { type, detail, node, place }));
    const where = `${place.owner.route} ${type}`;
    const handler = place.owner.method(binding.handler);
    if (handler === undefined) machine.fail(where, `there is no handler "${binding.handler}"`);
    else machine.call(where, handler, place.owner.self, event);
    if (binding.stops) return;
  }
}

function route(node: WxNode, type: string): WxNode[] {
  if (!RISING.has(type)) return node.bindings.has(type) ? [node] : [];
  const places: WxNode[] = [];
  for (let place: WxNode | null = node; place !== null; place = place.parent) {
    if (place.bindings.has(type)) places.push(place);
  }
  return places;
}

interface Happening {
  readonly type: string;
  readonly detail: Bag;
  readonly node: WxNode;
  readonly place: WxNode;
}

function eventOf(machine: Machine, { type, detail, node, place }: Happening): Bag {
  const event: Bag = {
    type,
    timeStamp: machine.clock.nowMs,
    target: targetOf(node),
    currentTarget: targetOf(place),
    mark: marksOf(node),
    detail,
  };
  if (!RISING.has(type)) return event;
  const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10, ...detail };
  const isUp = type === 'touchend' || type === 'touchcancel';
  return { ...event, touches: isUp ? [] : [touch], changedTouches: [touch] };
}

/** What an event tells of an element. */
export function targetOf(node: WxNode): Bag {
  return { id: node.id, offsetLeft: 0, offsetTop: 0, dataset: node.dataset };
}

function marksOf(node: WxNode): Bag {
  return node.parent === null ? node.marks : { ...marksOf(node.parent), ...node.marks };
}

/** A finger that touches and leaves: touchstart, touchend and tap. */
export function tap(machine: Machine, node: WxNode): void {
  const button = node.closest({ tag: 'button' });
  if (button?.attributes.disabled === true) throw new Error(`"${button.text()}" is disabled`);
  if (!node.isShown) throw new Error(`"${node.text()}" is hidden`);
  const does = button !== null && (button.attribute('open-type') || button.attribute('form-type'));
  if (!isHeard(node, 'tap') && !does) {
    throw new Error(`Nothing listens to a tap on <${node.tag} class="${node.attribute('class')}">`);
  }
  const at = { x: 10, y: 10 };
  fire(machine, node, 'touchstart', at);
  fire(machine, node, 'touchend', at);
  fire(machine, node, 'tap', at);
  const kind = button?.attribute('form-type');
  if (button !== null && (kind === 'submit' || kind === 'reset')) submit(machine, button, kind);
}

/** Someone types: the field is focused, its value replaced, and left again. */
export function type(machine: Machine, node: WxNode, text: string, confirms: boolean): void {
  if (node.tag !== 'input' && node.tag !== 'textarea')
    throw new Error(`<${node.tag}> takes no text`);
  if (node.attributes.disabled === true) throw new Error('The field is disabled');
  const limit = Number(node.attributes.maxlength ?? 140);
  const value = limit < 0 ? text : text.slice(0, limit);
  fire(machine, node, 'focus', { value, height: 0 });
  fire(machine, node, 'input', { value, cursor: value.length, keyCode: 0 });
  if (confirms) fire(machine, node, 'confirm', { value });
  fire(machine, node, 'blur', { value, cursor: value.length });
}

function submit(machine: Machine, button: WxNode, kind: string): void {
  const form = button.closest({ tag: 'form' });
  if (form === null) throw new Error('A form button stands in no form');
  const named = [...form.walk()].filter((node) => stringOf(node.attributes.name) !== '');
  const value = Object.fromEntries(
    named.map((node) => [node.attribute('name'), node.attributes.value]),
  );
  fire(machine, form, kind, kind === 'submit' ? { value } : {});
}
