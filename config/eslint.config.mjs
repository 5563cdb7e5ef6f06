import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const longestFile = 300;
const longestFunction = 50;
const mostParameters = 4;

/** Every function is short. In tests the callback of `describe` is a list of tests, not a function with a thought. */
const shortFunctions = {
  meta: {
    messages: { long: '{{lines}} lines; {{most}} at most. Branch here, move the leaves out.' },
  },
  create(context) {
    const measure = (node) => {
      const lines = node.loc.end.line - node.loc.start.line + 1;
      if (lines <= longestFunction || isDescribed(node)) return;
      context.report({ node, messageId: 'long', data: { lines, most: longestFunction } });
    };
    return {
      FunctionDeclaration: measure,
      FunctionExpression: measure,
      ArrowFunctionExpression: measure,
    };
  },
};

function isDescribed(node) {
  const call = node.parent;
  if (call?.type !== 'CallExpression' || !call.arguments.includes(node)) return false;
  let callee = call.callee;
  while (callee.type === 'MemberExpression' || callee.type === 'CallExpression') {
    callee = callee.type === 'MemberExpression' ? callee.object : callee.callee;
  }
  return callee.name === 'describe';
}

/** Every exported function says in a sentence why it is there or what holds. */
const sayWhy = {
  meta: {
    messages: { silent: 'An exported function says in a /** sentence */ what holds or why.' },
  },
  create(context) {
    const check = (node) => {
      const [before] = context.sourceCode.getCommentsBefore(node).slice(-1);
      if (before?.type === 'Block' && /^\*\s*\S/.test(before.value)) return;
      context.report({ node, messageId: 'silent' });
    };
    return {
      ':matches(ExportNamedDeclaration, ExportDefaultDeclaration) > FunctionDeclaration': (node) =>
        check(node.parent),
      'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > :matches(ArrowFunctionExpression, FunctionExpression)':
        (node) => check(node.parent.parent.parent),
    };
  },
};

const house = { rules: { 'short-functions': shortFunctions, 'say-why': sayWhy } };

const clock = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]'],
  ['NewExpression[callee.name="Date"][arguments.length=0]'],
  ['CallExpression[callee.name="Date"]'],
  ['CallExpression[callee.object.name="performance"][callee.property.name="now"]'],
].map(([selector]) => ({ selector, message: 'Only the clock reads the time; take `nowMs`.' }));

const chance = [
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance that matters comes from node:crypto in the platform.',
  },
];

const settings = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Settings are read and checked in platform/config.ts.',
  },
];

const phoneSettings = [
  {
    selector:
      'MemberExpression[object.name="process"][property.name="env"]:not(MemberExpression[property.name=/^(TARO_ENV$|TARO_APP_)/] > MemberExpression)',
    message: 'The phone knows only process.env.TARO_ENV and TARO_APP_….',
  },
];

/** Forbids these forms; a later block for the same file replaces an earlier one as a whole. */
const forbid = (...forms) => ({ 'no-restricted-syntax': ['error', ...forms.flat()] });

const everywhere = {
  eqeqeq: 'error',
  'prefer-const': 'error',
  'no-var': 'error',
  'no-empty': 'error',
  'no-console': 'error',
  'no-debugger': 'error',
  'object-shorthand': 'error',
  'max-lines': ['error', { max: longestFile }],
  'max-params': ['error', mostParameters],
  'house/short-functions': 'error',
};

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/require-await': 'off',
  // Nothing here has a `this` to lose; interfaces name their methods the short way.
  '@typescript-eslint/unbound-method': 'off',
  // `Fen` and its kind are numbers with a brand, which this rule does not see.
  '@typescript-eslint/no-unsafe-unary-minus': 'off',
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'bench/',
      '.shuke/',
      '.cache/',
      'coverage/',
      'tests/output/',
      'node_modules/',
    ],
  },
  {
    plugins: { house, '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  { files: ['**/*.{js,cjs,mjs,ts,tsx}'], rules: everywhere },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: typed,
  },
  {
    files: ['cloudfunctions/**/*.{ts,tsx}', 'src/**/*.{ts,tsx}', 'tests/support/**/*.{ts,tsx}'],
    rules: { 'house/say-why': 'error' },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/local/**'],
    rules: forbid(clock, chance, settings),
  },
  { files: ['cloudfunctions/platform/clock.ts'], rules: forbid(chance, settings) },
  { files: ['cloudfunctions/platform/config.ts'], rules: forbid(clock, chance) },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...forbid(clock, chance, phoneSettings),
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    // `jest.requireActual<typeof import('…')>` has no other way to be typed.
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  // The phone's own clock, for countdowns that the server's answers set.
  { files: ['src/kit/clock.ts'], rules: forbid(chance, phoneSettings) },
  {
    files: ['cloudfunctions/local/**', 'tests/**/*.mjs', 'config/*.mjs'],
    rules: { 'no-console': 'off' },
  },
);
