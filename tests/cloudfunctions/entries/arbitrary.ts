import fc from 'fast-check';
import { hour } from '../../../cloudfunctions/kit/time';
import { noon } from '../../support/small-rows';

/** The part of JSON Schema that inputs are described in. */
export interface Described {
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Described[];
  oneOf?: readonly Described[];
  items?: Described;
  properties?: Readonly<Record<string, Described>>;
  required?: readonly string[];
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
}

/** Texts that break programs: markup, quotes, what hides, what is no text at all. */
const nastyTexts: readonly string[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udc00y', '\ufffe', '\u2028'],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=1>',
    "'; drop table orders; --",
    '\\',
    '%_',
  ],
  ...[
    '👩‍👩‍👧‍👦🛍️',
    '张\u200b三',
    '\u202e倒写',
    '\u2066隔\u2069',
    'ﷺ'.repeat(4),
    '𠮷野家',
    '\u0301\u0301',
  ],
  ...['__proto__', 'constructor', 'null', 'NaN', '-1', '1e309', '2026-02-30', '2026-99-99'],
  ...['跑步', '步', '轻云跑步鞋', '王芳 13812345678 上海市徐汇区漕溪北路1号', '长'.repeat(90)],
];

/** Numbers at and beyond every edge. */
const nastyNumbers: readonly number[] = [
  ...[0, -0, 1, 2, 98, 99, 100, -1, 1.5, 550, 20_000, 39_900, 1_154],
  ...[2 ** 31, 2 ** 53, Number.MAX_VALUE, -(2 ** 53), NaN, Infinity],
];

const cursors = ['', '~', '0~', `0~${'-'.repeat(36)}`, `0~${'0'.repeat(36)}`, '0~x~y', '\u0000'];

/** Inputs of the form that a schema describes, with nasty values where it leaves room; `ids` exist in the shop. */
export function inputsLike(schema: Described, ids: readonly string[]): fc.Arbitrary<unknown> {
  const like = (inner: Described) => inputsLike(inner, ids);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(like));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectLike(schema, like);
    case 'array':
      return fc.oneof(
        { arbitrary: fc.array(like(schema.items ?? {}), { maxLength: 4 }), weight: 1 },
        {
          arbitrary: fc.array(like(schema.items ?? {}), {
            minLength: Math.min(schema.minItems ?? 0, 4),
            maxLength: Math.max(1, Math.min(schema.minItems ?? 0, 4)),
          }),
          weight: 2,
        },
      );
    case 'string':
      return textLike(schema, ids);
    case 'integer':
    case 'number':
      return numberLike(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Mostly what fits: the lowest that are allowed, or instants about noon of the tests where anything is. */
function numberLike({ minimum, maximum }: Described): fc.Arbitrary<number> {
  const most = maximum ?? Number.MAX_SAFE_INTEGER;
  const anything = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER;
  const fitting = anything
    ? fc.constantFrom(...[-1, 1, 24, 48].map((hours) => noon + hours * hour))
    : fc.integer({ min: minimum, max: Math.min(most, minimum + 5) });
  return fc.oneof(
    { arbitrary: fitting, weight: 6 },
    { arbitrary: fc.constantFrom(...nastyNumbers), weight: 1 },
    { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 1 },
  );
}

function objectLike(schema: Described, like: (inner: Described) => fc.Arbitrary<unknown>) {
  const { properties = {}, required = [] } = schema;
  const parts = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, like(inner)]),
  );
  const requiredKeys = required.filter((name) => name in parts);
  return fc.record(parts, { requiredKeys });
}

function textLike(schema: Described, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === 'uuid') {
    const known = { arbitrary: fc.constantFrom(...ids), weight: 8 };
    const broken = { arbitrary: fc.constantFrom('', '\u0000', 'x'), weight: 1 };
    return fc.oneof(known, { arbitrary: fc.uuid({ version: 7 }), weight: 2 }, broken);
  }
  if (schema.pattern !== undefined) return patternLike(schema.pattern);
  return fc.oneof(
    fc.constantFrom(...nastyTexts, ...cursors),
    fc.constantFrom('跑步', '步', '新客', 'NULL'),
    fc.string({ unit: 'binary', maxLength: schema.maxLength ?? 60 }),
    fc.uuid().map((id) => `${1_763_000_000_000}~${id}`),
  );
}

/** Mostly what a pattern lets pass, for the patterns that are there; else any text. */
function patternLike(pattern: string): fc.Arbitrary<string> {
  const passing = [
    ...['13812345678', '310104', '000000', '710000', '12345678', 'key_of-a-deed'],
    ...['0123456789abcdefghij', '2026-11-20', '2026-11', '2026-99-99', '0000-00-00', '2026-02-30'],
  ].filter((text) => new RegExp(pattern, 'u').test(text));
  return fc.constantFrom(...passing, ...passing, ...passing, ...nastyTexts);
}
