import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Machine } from '../machine';
import type { Bag } from '../values';

const FORBIDDEN = ['request', 'connectSocket', 'uploadFile'];

let names: readonly string[] | null = null;

/**
 * Every function that WeChat has, as one that fails with its name: an app that calls what this host doesn't play is
 * found at once, and asking whether a function exists gives the phone's answer.
 */
export function absentApis(machine: Machine): Bag {
  names ??= namesInTypings();
  const absent = names.map((name) => {
    const deed = () => {
      const error = new Error(`wx.${name} ${why(name)}`);
      machine.fail('wx', error);
      throw error;
    };
    return [name, deed] as const;
  });
  return Object.fromEntries(absent);
}

/** Whether WeChat has a function of this name, or what a longer schema string begins with. */
export function isWechatApi(schema: string): boolean {
  names ??= namesInTypings();
  const [first = ''] = schema.split('.');
  return names.includes(first) || !/^[a-z]+[A-Z]/.test(first);
}

function why(name: string): string {
  return FORBIDDEN.includes(name)
    ? 'is forbidden: the phone talks by wx.cloud.callFunction alone'
    : 'is not known to this host';
}

/** A member of the interface Wx follows the end of its comment, eight spaces in. */
function namesInTypings(): readonly string[] {
  const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;
  const folder = dirname(resolve('miniprogram-api-typings/package.json'));
  const source = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8');
  const members = source.slice(source.indexOf('    interface Wx {'));
  return [...members.matchAll(/\*\/\n {8}([a-zA-Z]\w*)[(<]/g)].flatMap(([, name]) => name ?? []);
}
