import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kept, broken, type Import } from './cases';

const root = path.resolve(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const walls = jest.requireActual<{ forbidden: { name: string }[] }>('../../config/walls.cjs');
const names = walls.forbidden.map((wall) => wall.name);

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
  cycle?: { name: string }[];
}

/** One line that imports `to` from `from`, both paths from the root or `to` a package. */
function importLine({ from, to, how }: Import): string {
  const local = /^(cloudfunctions|src|tests|config)\//.test(to);
  const relative = path.posix.relative(path.posix.dirname(from), to).replace(/\.tsx?$/, '');
  const target = !local ? to : relative.startsWith('.') ? relative : `./${relative}`;
  if (how === 'type') return `export type { T } from '${target}';`;
  if (how === 'lazy') return `export const lazy = () => require('${target}');`;
  return `export * from '${target}';`;
}

function write(folder: string, file: string, text: string) {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** A small repository in which exactly these imports stand, and what the walls say of it. */
function violationsOf(imports: Import[]): Violation[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'walls-'));
  try {
    const texts = new Map<string, string[]>();
    const packages = new Set<string>();
    for (const one of imports) {
      texts.set(one.from, [...(texts.get(one.from) ?? []), importLine(one)]);
      if (one.to.includes('nowhere') || one.to.startsWith('node:')) continue;
      if (/\.tsx?$/.test(one.to)) texts.set(one.to, texts.get(one.to) ?? []);
      else packages.add(one.to);
    }
    for (const [file, lines] of texts)
      write(folder, file, [...lines, 'export type T = 1;'].join('\n'));
    for (const name of packages) {
      write(
        folder,
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, main: 'index.js' }),
      );
      write(folder, `node_modules/${name}/index.js`, 'module.exports = {};');
    }
    const dependencies = Object.fromEntries([...packages].map((name) => [name, '1.0.0']));
    const { esbuild, ...rest } = dependencies;
    const manifest = { name: 'fixture', dependencies: rest, devDependencies: { esbuild } };
    write(folder, 'package.json', JSON.stringify(manifest));
    write(folder, 'tsconfig.json', '{}');
    return cruise(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function cruise(folder: string): Violation[] {
  const config = path.join(root, 'config/walls.cjs');
  const run = spawnSync(process.execPath, [cruiser, '--config', config, '-T', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const report = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
  return report.summary.violations;
}

describe('walls', () => {
  const found = violationsOf(Object.values(broken).flat());

  test('every wall has a case that breaks it and one that keeps it', () => {
    expect(Object.keys(broken).sort()).toEqual([...names].sort());
    expect(Object.keys(kept).sort()).toEqual([...names].sort());
  });

  test.each(names)('%s catches who breaks it', (name) => {
    const caught = found
      .filter((one) => one.rule.name === name)
      .flatMap((one) => [one.from, ...(one.cycle ?? []).map((file) => file.name)]);
    const breakers = (broken[name] ?? []).map((one) => one.from);
    expect(breakers.length).toBeGreaterThan(0);
    expect(caught).toEqual(expect.arrayContaining(breakers));
  });

  test('no wall stands in the way of what is allowed', () => {
    const inTheWay = violationsOf(Object.values(kept).flat());
    expect(inTheWay.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`)).toEqual([]);
  });
});
