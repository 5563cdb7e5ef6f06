import fc from 'fast-check';
import { compileExpression } from './expression';

function value(source: string, scope: Record<string, unknown> = {}): unknown {
  return compileExpression(source)(scope);
}

describe('an expression of WXML', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ["i.p4 || 'none'", 'none'],
    ['i.gone.deeper', undefined],
    ['!1', false],
    ['-1', -1],
    ["i.nn === '9' ? 'a' : 'b'", 'b'],
    ['list[1]', '乙'],
    ['list.length', 2],
    ["'it\\'s ' + list[0]", "it's 甲"],
    ['a && b', 0],
    ['a == b', true],
    ['3 % 2', 1],
    ['2 >= 2', true],
    ['i !== i', false],
    ['[0, 0]', [0, 0]],
    ["{ i: i, c: 1, ...more, 'd': 2, a }", { i: { nn: '8' }, c: 1, e: 5, d: 2, a: 0 }],
    ["xs.f('', i.nn)", '8'],
  ])('%s', (source, expected) => {
    const scope = {
      i: { nn: '8' },
      a: 0,
      b: 0,
      list: ['甲', '乙'],
      more: { e: 5 },
      xs: { f: (left: string, right: string) => left + right },
    };
    expect(value(source, scope)).toEqual(expected);
  });

  test('counts as JavaScript does', () => {
    const numbers = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(numbers, ([a, b, c]) => {
        expect(value(`${a} + ${b} * ${c} - ${c}`)).toBe(a + b * c - c);
        expect(value('a < b ? a : b', { a, b })).toBe(Math.min(a, b));
      }),
    );
  });

  test.each(['a +', '(a', 'a b', 'a ? b', '@'])('that is broken is an error: %s', (source) => {
    expect(() => value(source)).toThrow('Cannot read');
  });
});
