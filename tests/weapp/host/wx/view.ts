import type { Machine } from '../machine';
import type { WxNode } from '../node';
import { bagOf, stringOf, type Bag } from '../values';
import { canvasNode } from './canvas';

/** The width that every phone in these tests has, in CSS pixels. */
export const SCREEN_WIDTH = 375;
/** Its height. */
export const SCREEN_HEIGHT = 812;

const LINE_HEIGHT = 44;

/** wx.createSelectorQuery: there is no layout, so boxes are plausible, one line high and one below the other. */
export function selectorQuery(machine: Machine, tree: () => WxNode): Bag {
  const asked: (() => unknown)[] = [];
  const query: Bag = {
    in: () => query,
    select: (selector: unknown) => nodesRef(() => tree().findAll(String(selector)).slice(0, 1)[0]),
    selectAll: (selector: unknown) => allRef(() => tree().findAll(String(selector))),
    selectViewport: () => nodesRef(() => tree()),
    exec: (done: unknown) => {
      machine.later('SelectorQuery', () => {
        const results = asked.map((ask) => ask());
        machine.call('SelectorQuery', done, query, results);
      });
      return query;
    },
  };
  const nodesRef = (find: () => WxNode | undefined) => refOf(() => find() ?? null);
  const allRef = (find: () => WxNode[]) => refOf(find);
  const refOf = (find: () => WxNode | WxNode[] | null) => {
    const ask = (shape: (node: WxNode) => unknown, done: unknown) => {
      asked.push(() => {
        const found = find();
        const result = Array.isArray(found) ? found.map(shape) : found && shape(found);
        machine.call('SelectorQuery', done, query, result);
        return result;
      });
      return query;
    };
    return {
      boundingClientRect: (done: unknown) => ask((node) => boxOf(machine, node, tree()), done),
      scrollOffset: (done: unknown) => ask(() => ({ scrollTop: 0, scrollLeft: 0 }), done),
      node: (done: unknown) => ask((node) => ({ node: canvasNode(machine, node.id) }), done),
      fields: (fields: unknown, done: unknown) =>
        ask((node) => fieldsOf(machine, node, tree(), bagOf(fields)), done),
    };
  };
  return query;
}

/** wx.createIntersectionObserver: whatever is observed is on the screen at once. */
export function intersectionObserver(machine: Machine, tree: () => WxNode): Bag {
  let isOn = true;
  const observer: Bag = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    disconnect: () => {
      isOn = false;
    },
    observe: (selector: unknown, done: unknown) => {
      machine.later('IntersectionObserver', () => {
        const node = tree().findAll(stringOf(selector))[0];
        if (!isOn || node === undefined) return;
        const box = boxOf(machine, node, tree());
        const seen = { id: node.id, dataset: node.dataset, intersectionRatio: 1, time: 0 };
        const boxes = { intersectionRect: box, boundingClientRect: box, relativeRect: box };
        machine.call(
          'IntersectionObserver',
          done,
          observer,
          machine.sandbox.copy({ ...seen, ...boxes }),
        );
      });
    },
  };
  return observer;
}

function boxOf(machine: Machine, node: WxNode, tree: WxNode): Bag {
  const isPage = node === tree;
  const order = isPage ? 0 : [...tree.walk()].indexOf(node);
  const top = order * LINE_HEIGHT;
  const height = isPage ? SCREEN_HEIGHT : LINE_HEIGHT;
  return bagOf(
    machine.sandbox.copy({
      id: node.id,
      dataset: node.dataset,
      left: 0,
      right: SCREEN_WIDTH,
      width: SCREEN_WIDTH,
      top,
      bottom: top + height,
      height,
    }),
  );
}

function fieldsOf(machine: Machine, node: WxNode, tree: WxNode, fields: Bag): Bag {
  const box = boxOf(machine, node, tree);
  const result: Bag = {};
  if (fields.id) result.id = node.id;
  if (fields.dataset) result.dataset = box.dataset;
  if (fields.rect)
    Object.assign(result, { left: 0, top: box.top, right: box.right, bottom: box.bottom });
  if (fields.size) Object.assign(result, { width: box.width, height: box.height });
  if (fields.scrollOffset) Object.assign(result, { scrollTop: 0, scrollLeft: 0 });
  if (fields.node) result.node = canvasNode(machine, node.id);
  return result;
}
