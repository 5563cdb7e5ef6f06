import Taro from '@tarojs/taro';

const designWidth = 375;

/** Where on a canvas a finger is, from its left edge in px of the design; null when that cannot be told. */
export async function fingerX(event: unknown, canvasId: string): Promise<number | null> {
  const onScreen = screenX(event);
  if (onScreen === null) return null;
  if (process.env.TARO_ENV === 'h5') return onScreen - browserLeft(event);
  const left = await phoneLeft(canvasId);
  return (onScreen - left) / (Taro.getWindowInfo().windowWidth / designWidth);
}

/** From a browser's click, a finger that moves, or the mini program's tap. */
export function screenX(event: unknown): number | null {
  const [touch] = arrayIn(event, 'touches');
  for (const value of [
    field(touch, 'clientX'),
    field(event, 'clientX'),
    field(field(event, 'detail'), 'x'),
  ]) {
    if (typeof value === 'number') return value;
  }
  return null;
}

function browserLeft(event: unknown): number {
  const target = field(event, 'currentTarget');
  if (!(target instanceof Element)) return 0;
  const canvas = target.querySelector('canvas') ?? target;
  return canvas.getBoundingClientRect().left;
}

function phoneLeft(canvasId: string): Promise<number> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .boundingClientRect()
      .exec(([box]: readonly unknown[]) => {
        const left = field(box, 'left');
        resolve(typeof left === 'number' ? left : 0);
      });
  });
}

function arrayIn(record: unknown, name: string): readonly unknown[] {
  const value = field(record, name);
  return Array.isArray(value) ? value : [];
}

function field(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  return (record as Readonly<Record<string, unknown>>)[name];
}
