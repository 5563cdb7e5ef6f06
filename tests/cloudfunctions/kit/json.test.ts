import fc from 'fast-check';
import { canonicalJson, jsonDepth } from '../../../cloudfunctions/kit/json';

describe('depth', () => {
  it('counts what nests', () => {
    expect([1, [], [[]], { a: { b: [1] } }].map((value) => jsonDepth(value))).toEqual([0, 1, 2, 3]);
  });

  it('counts what is very wide', () => {
    expect(jsonDepth(new Array(300_000).fill([]))).toBe(2);
  });

  it('stops counting beyond its limit', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(jsonDepth(deep, 32)).toBe(33);
  });
});

describe('canonical text', () => {
  it('is one for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  it('differs for other values', () => {
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
  });
});
