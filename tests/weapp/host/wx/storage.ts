import { ApiFailure, asyncApi } from '../api-call';
import type { Machine } from '../machine';
import { stringOf, type Bag } from '../values';

/** What stays on a phone between launches. Single-page mode has a store of its own. */
export interface Phone {
  readonly storage: Map<string, string>;
  readonly singlePageStorage: Map<string, string>;
  readonly files: Map<string, string>;
}

/** A phone that never ran the mini program. */
export function newPhone(): Phone {
  return { storage: new Map(), singlePageStorage: new Map(), files: new Map() };
}

const LIMIT_KB = 10_240;

/** The storage family; values cross as JSON, so what was put in can't be changed from outside. */
export function storageApis(machine: Machine, store: () => Map<string, string>): Bag {
  const put = (key: string, value: unknown) => {
    if (key === '') throw new ApiFailure('setStorage:fail parameter error: key is empty');
    const text = JSON.stringify(value) ?? 'null';
    if (Buffer.byteLength(text) > 1024 * 1024)
      throw new ApiFailure('setStorage:fail exceed max size 1MB');
    store().set(key, text);
  };
  const take = (key: string): unknown => {
    const text = store().get(key);
    return text === undefined ? '' : machine.sandbox.revive(text);
  };
  const info = () => {
    const bytes = [...store()].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    return { keys: [...store().keys()], currentSize: Math.ceil(bytes / 1024), limitSize: LIMIT_KB };
  };
  return {
    setStorageSync: (key: unknown, value: unknown) => put(stringOf(key), value),
    getStorageSync: (key: unknown) => take(stringOf(key)),
    removeStorageSync: (key: unknown) => void store().delete(stringOf(key)),
    clearStorageSync: () => store().clear(),
    getStorageInfoSync: () => machine.sandbox.copy(info()),
    setStorage: asyncApi(machine, 'setStorage', ({ key, data }) => put(stringOf(key), data)),
    getStorage: asyncApi(machine, 'getStorage', ({ key }) => {
      if (!store().has(stringOf(key))) throw new ApiFailure('getStorage:fail data not found');
      return { data: take(stringOf(key)) };
    }),
    removeStorage: asyncApi(
      machine,
      'removeStorage',
      ({ key }) => void store().delete(stringOf(key)),
    ),
    clearStorage: asyncApi(machine, 'clearStorage', () => store().clear()),
    getStorageInfo: asyncApi(machine, 'getStorageInfo', info),
  };
}
