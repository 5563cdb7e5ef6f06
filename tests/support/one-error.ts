import { types } from 'node:util';

// A test file runs in a world of its own, and what Node throws there (a missing file, say) comes from outside:
// it is no instance of this world's Error. Programs meet no such border, so it is lifted for tests.
const isInstance = Function.prototype[Symbol.hasInstance];
const here = Error;

Object.defineProperty(here, Symbol.hasInstance, {
  value(this: unknown, thing: unknown): boolean {
    return isInstance.call(this, thing) || (this === here && types.isNativeError(thing));
  },
});
