import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/files';

const linter = path.join(root, 'node_modules/eslint/bin/eslint.js');
const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => `  take(${n});`).join('\n');
const take = 'const take = (n: number) => n;\n';
const soon = 'const soon = async () => Promise.resolve(1);\n';

/** For every rule of the house, a file that breaks it. */
const broken: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['house/say-why', 'cloudfunctions/kit/silent.ts', 'export function one() {\n  return 1;\n}'],
  [
    'house/say-why',
    'src/ui/Silent.tsx',
    '// not a sentence for readers\nexport const One = () => 1;',
  ],
  ['house/short-functions', 'src/kit/long.ts', `${take}function f() {\n${lines(49)}\n}\nf();`],
  ['house/short-functions', 'tests/a.test.ts', `${take}test('long', () => {\n${lines(50)}\n});`],
  ['max-lines', 'src/kit/file.ts', `${take}${lines(300)}`],
  [
    'max-params',
    'src/kit/five.ts',
    'const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\nf(1, 1, 1, 1, 1);',
  ],
  ['eqeqeq', 'src/kit/equal.ts', 'const f = (a: 1 | 2) => a == 1;\nf(1);'],
  ['prefer-const', 'src/kit/let.ts', 'let a = 1;\n[a].pop();'],
  ['no-console', 'cloudfunctions/platform/print.ts', "console.log('here');"],
  ['no-empty', 'src/kit/quiet.ts', 'try {\n  [].pop();\n} catch {}'],
  ['@typescript-eslint/no-explicit-any', 'src/kit/any.ts', 'const a: any = 1;\n[a].pop();'],
  ['@typescript-eslint/no-non-null-assertion', 'src/kit/bang.ts', '[1].pop()!.toFixed();'],
  ['@typescript-eslint/no-floating-promises', 'src/kit/float.ts', `${soon}soon();`],
  ['@typescript-eslint/no-misused-promises', 'src/kit/misuse.ts', `${soon}if (soon()) [].pop();`],
  [
    '@typescript-eslint/await-thenable',
    'src/kit/still.ts',
    'const f = async () => await 1;\nvoid f();',
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    'src/kit/type.ts',
    "import { T } from './t';\nconst a: T = 1;\n[a].pop();",
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'src/kit/switch.ts',
    "const f = (a: 'x' | 'y') => {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n};\nf('x');",
  ],
  [
    'react-hooks/rules-of-hooks',
    'src/ui/Hook.tsx',
    "import { useState } from './t';\nconst Hook = (p: { a: boolean }) => (p.a ? useState(1) : null);\n[Hook].pop();",
  ],
  [
    'no-restricted-syntax',
    'cloudfunctions/domains/orders/rules/now.ts',
    'const f = () => Date.now();\nf();',
  ],
  ['no-restricted-syntax', 'src/features/orders/now.ts', 'const f = () => new Date();\nf();'],
  [
    'no-restricted-syntax',
    'cloudfunctions/platform/ids.ts',
    'const f = () => Math.random();\nf();',
  ],
  [
    'no-restricted-syntax',
    'cloudfunctions/entries/api.ts',
    'const f = () => process.env.PATH;\nf();',
  ],
  ['no-restricted-syntax', 'src/kit/settings.ts', 'const f = () => process.env.NODE_ENV;\nf();'],
];

/** What comes close to a rule and is allowed. */
const kept: Readonly<Record<string, string>> = {
  'cloudfunctions/kit/said.ts':
    '/** One, since every count starts there. */\nexport function one() {\n  return 1;\n}',
  'cloudfunctions/kit/day.ts': 'const f = (nowMs: number) => new Date(nowMs);\nf(1);',
  'cloudfunctions/platform/clock.ts': 'const f = () => Date.now();\nf();',
  'cloudfunctions/platform/config.ts': 'const f = () => process.env;\nf();',
  'cloudfunctions/local/show.ts': 'console.log(Date.now(), Math.random(), process.env.PATH);',
  'src/kit/target.ts':
    'const f = () => [process.env.TARO_ENV, process.env.TARO_APP_CLOUD_ENV];\nf();',
  'src/kit/whole.ts': `${take}function f() {\n${lines(48)}\n}\nf();`,
  'tests/b.test.ts': `${take}describe('a list', () => {\n${lines(80)}\n});\ndescribe.each([1])('%s', () => {\n${lines(80)}\n});`,
};

interface Report {
  filePath: string;
  messages: { ruleId: string | null; message: string }[];
}

function lint(files: Readonly<Record<string, string>>): Report[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'style-'));
  const globals =
    'declare function test(n: string, f: () => void): void;\ndeclare const describe: ((n: string, f: () => void) => void) & { each(l: number[]): (n: string, f: () => void) => void };';
  const written: Record<string, string> = {
    ...files,
    'src/globals.d.ts': globals,
    'src/kit/t.ts': 'export type T = 1;',
    'src/ui/t.ts': '/** A stand-in for the hook. */\nexport const useState = (n: number) => n;',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'ES2022',
        types: ['node'],
        typeRoots: [path.join(root, 'node_modules/@types')],
      },
    }),
  };
  try {
    for (const [file, text] of Object.entries(written)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${text}\n`);
    }
    const args = [
      linter,
      '--config',
      path.join(root, 'config/eslint.config.mjs'),
      '-f',
      'json',
      '.',
    ];
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (run.stdout === '') throw new Error(run.stderr);
    const reports = JSON.parse(run.stdout) as Report[];
    return reports.map((one) => ({ ...one, filePath: path.relative(folder, one.filePath) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the linter', () => {
  const reports = lint({ ...Object.fromEntries(broken.map(([, ...file]) => file)), ...kept });
  const saidOf = (file: string) => reports.find((one) => one.filePath === file)?.messages ?? [];

  test.each(broken)('%s catches %s', (rule, file) => {
    expect(saidOf(file).map((one) => one.ruleId)).toContain(rule);
  });

  test.each(Object.keys(kept))('nothing is said of %s', (file) => {
    expect(saidOf(file)).toEqual([]);
  });
});
