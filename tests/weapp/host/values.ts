/** Anything with named fields whose types are not known yet: what crosses between app and host. */
export type Bag = Record<string, unknown>;

/** A function of the app's own realm. */
export type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** Whether fields may be read from `value`; arrays and objects of any realm count. */
export function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null;
}

/** Whether `value` can be called, whatever realm made it. */
export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** `value` as a bag, or an empty one: what WeChat makes of a missing options object. */
export function bagOf(value: unknown): Bag {
  return isBag(value) ? value : {};
}

/** `value` when it is a string, else `fallback`. */
export function stringOf(value: unknown, fallback = ''): string {
  return typeof value === 'string' ? value : fallback;
}

/** `value` when it is a number, else `fallback`. */
export function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

/** The strings in `value`, which may be no list at all. */
export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** How a value reads when WXML puts it into text: nothing for nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return isBag(value) ? '[object Object]' : '';
}

/** What went wrong in one line: an Error's message, WeChat's `errMsg`, or the value itself. */
export function messageOf(reason: unknown): string {
  if (!isBag(reason)) return String(reason);
  for (const field of ['message', 'errMsg', 'say']) {
    const said = reason[field];
    if (typeof said === 'string') return said;
  }
  return JSON.stringify(reason);
}

/** Writes `value` at a setData path such as `root.cn.[0].st` or `list[2].name`, making what is missing. */
export function writePath(data: Bag, path: string, value: unknown): void {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop();
  if (last === undefined) throw new Error(`setData got an empty path ("${path}")`);
  let place = data;
  keys.forEach((key, index) => {
    const held = place[key];
    if (isBag(held)) {
      place = held;
      return;
    }
    const next: unknown = isIndex(path, keys[index + 1] ?? last) ? [] : {};
    place[key] = next;
    place = bagOf(next);
  });
  place[last] = value;
}

function isIndex(path: string, key: string): boolean {
  return /^\d+$/.test(key) && path.includes(`[${key}]`);
}
