const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');

// A time zone that no shop has, so that a day taken from the machine and not from the shop shows itself.
process.env.TZ = 'Pacific/Chatham';

const root = path.resolve(__dirname, '..');

/** Every test file under `folder`, as paths from the root. */
function testsUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

const textOf = (file) => readFileSync(path.join(root, file), 'utf8');

/** Whether a file imports one of the files `names` of tests/support. */
const asksFor = (file, names) =>
  new RegExp(`'(\\.|.*/support)/(${names.join('|')})'`).test(textOf(file));

/** The files of tests/support that bring a database with them. */
const bringers = readdirSync(path.join(root, 'tests/support'))
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .filter((name) => asksFor(`tests/support/${name}`, ['database']))
  .map((name) => name.replace(/\.ts$/, ''));

/** The project a test belongs to: by its folder, else by what it asks for. */
function projectOf(file) {
  if (file.startsWith('tests/src/')) return 'src';
  if (/^tests\/(e2e|faults)\//.test(file)) return 'browser';
  if (/^tests\/weapp\/(?!host\/)/.test(file)) return 'weapp';
  if (asksFor(file, ['browser', 'shop'])) return 'browser';
  if (asksFor(file, ['database', ...bringers])) return 'database';
  return textOf(file).includes('/local/postgres') ? 'database' : 'pure';
}

const tests = testsUnder('tests');

/** Packages that are written as ES modules only, which the test runner must translate. */
const esModules = ['uuidv7', 'zustand', '@sparticuz', '@tarojs'];

const transform = {
  '^.+\\.(ts|tsx|mts|js|mjs|jsx)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        experimental: { cacheRoot: path.join(root, '.cache/swc') },
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

function project(name, settings = {}) {
  const own = tests.filter((file) => projectOf(file) === name);
  return {
    displayName: name,
    rootDir: root,
    roots: ['<rootDir>/tests', '<rootDir>/cloudfunctions', '<rootDir>/src'],
    modulePathIgnorePatterns: ['<rootDir>/tests/output/'],
    testMatch:
      own.length > 0 ? own.map((file) => `<rootDir>/${file}`) : ['<rootDir>/no-tests-here'],
    testEnvironment: 'node',
    setupFiles: ['<rootDir>/tests/support/one-error.ts'],
    transform,
    transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
    cacheDirectory: '<rootDir>/.cache/jest',
    restoreMocks: true,
    ...settings,
  };
}

const needsDatabase = {
  globalSetup: '<rootDir>/tests/support/start-database.mjs',
  globalTeardown: '<rootDir>/tests/support/stop-database.mjs',
};

module.exports = {
  rootDir: root,
  // A test has no time limit that means speed; this one only ends what hangs.
  testTimeout: 120_000,
  projects: [
    project('pure'),
    project('database', needsDatabase),
    project('src', {
      testEnvironment: 'jsdom',
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/tests/stand-ins/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/stand-ins/taro.ts',
        '\\.(css|scss)$': '<rootDir>/tests/support/empty-style.ts',
      },
    }),
    project('browser', needsDatabase),
    project('weapp', needsDatabase),
  ],
};
