// `npm test` checks everything; `npm run check` what takes less than a minute; `npm test -- orders` only the
// tests whose path has that word. Every failure is told at the end, whatever failed before it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSteps, stopSteps } from './support/steps.mjs';
import { ensureInstalled } from '../cloudfunctions/local/install.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const reports = '.cache/tests';
const lintCache = '.cache/eslint/';
const lanes = 2;

const node = (file, ...args) => [process.execPath, file, ...args];
const bin = (file, ...args) => node(`node_modules/${file}`, ...args);

const build = (target) => ({
  name: `build ${target}`,
  program: node('config/build.mjs', target),
  tells: true,
});
const builds = [build('h5'), build('weapp'), build('cloud')];
const builtFor = { browser: ['build h5', 'build cloud'], weapp: ['build weapp', 'build cloud'] };

const eslint = bin(
  'eslint/bin/eslint.js',
  ...['--config', 'config/eslint.config.mjs', '--max-warnings', '0', '.'],
);
const lint = { name: 'lint', program: eslint };

/**
 * What the linter says of a file depends on the types of others, which its cache does not see. So only the
 * quick check uses one, and a failure ends it: it never repeats what has been mended elsewhere.
 */
const quickLint = {
  name: 'lint',
  program: [...eslint, '--cache', '--cache-strategy', 'content', '--cache-location', lintCache],
  count: (passed) => {
    if (!passed) rmSync(lintCache, { recursive: true, force: true });
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
  },
};
const others = [
  { name: 'types', program: bin('typescript/bin/tsc', '--noEmit') },
  {
    name: 'style',
    program: bin(
      'prettier/bin/prettier.cjs',
      ...['--check', '--log-level', 'warn'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier', '.'],
    ),
  },
  {
    name: 'walls',
    program: bin(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', 'config/walls.cjs', '--output-type', 'err-long'],
      ...['cloudfunctions', 'src', 'tests'],
    ),
  },
  { name: 'unused', program: bin('knip/bin/knip.js', '--config', 'config/knip.json') },
];

const projects = ['pure', 'src', 'database', 'browser', 'weapp'];

/** The jest tests that `args` choose, counted one by one. */
function jest(name, args, needs = []) {
  const report = `${reports}/${name.replaceAll(' ', '-')}.json`;
  return {
    name,
    program: bin(
      'jest/bin/jest.js',
      ...['--config', 'config/jest.config.cjs', '--runInBand', '--passWithNoTests'],
      ...['--json', '--outputFile', report, ...args],
    ),
    needs,
    count: () => countTests(report),
  };
}

const tests = (project) => ({
  ...jest(`${project} tests`, ['--selectProjects', project], builtFor[project]),
  tells: project in builtFor,
});

/** A test file that could not even be loaded counts as one failure. */
function countTests(report) {
  const said = readReport(report);
  if (said === null) return { passed: 0, failed: 1 };
  return {
    passed: said.numPassedTests,
    failed: said.numFailedTests + said.numRuntimeErrorTestSuites,
  };
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch (fault) {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  }
}

/** Only the tests that `args` choose, as jest takes them, and the builds that these need. */
function some(args) {
  const list = bin('jest/bin/jest.js', '--config', 'config/jest.config.cjs', '--listTests');
  const { stdout } = spawnSync(list[0], [...list.slice(1), ...args], { encoding: 'utf8' });
  const needed = new Set([
    ...(stdout.includes('/tests/e2e/') ? builtFor.browser : []),
    ...(stdout.includes('/tests/faults/') ? ['build cloud'] : []),
    ...(stdout.includes('/tests/weapp/') ? builtFor.weapp : []),
  ]);
  return [
    ...builds.filter((step) => needed.has(step.name)),
    { ...jest('chosen tests', args, [...needed]), tells: true },
  ];
}

function chosenSteps([mode, ...rest]) {
  if (mode === undefined) return [...builds, lint, ...others, ...projects.map(tests)];
  if (mode === 'check') return [quickLint, tests('pure'), ...others];
  return some([mode, ...rest]);
}

/** Tells what failed, whole, and closes with the line that says how many did. */
function conclude(results) {
  const failures = results.filter((result) => result.failed > 0);
  for (const { name, said } of failures) console.log(`\n── ${name} ──\n${said.trim()}`);
  if (failures.length > 0)
    console.log(`\nFailed: ${failures.map((result) => result.name).join(', ')}`);
  const sum = (part) => results.reduce((total, result) => total + result[part], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return failures.length === 0 ? 0 : 1;
}

async function main(args) {
  process.chdir(root);
  await ensureInstalled();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      stopSteps();
      process.exitCode = 130;
    });
  }
  const exitCode = conclude(await runSteps(chosenSteps(args), lanes));
  process.exitCode ||= exitCode;
}

await main(process.argv.slice(2));
