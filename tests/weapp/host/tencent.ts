import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import vm from 'node:vm';
import { Bundle } from './bundle';
import { bagOf, isBag, stringOf, textOf, type Bag } from './values';

/** How many files WeChat's compilers took, or why they can't run on this machine. */
export type Compiled = Ran<{ readonly wxml: number; readonly wxss: number }>;

/** A node as wcc's own code makes it; text is a string. */
export type TencentNode =
  string | { readonly tag: string; readonly attr?: Bag; readonly children?: TencentNode[] };

const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac' };
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/**
 * Compiles every WXML and WXSS file of `dist` with WeChat's own wcc and wcsc, which npm's miniprogram-compiler carries.
 * What they refuse is an error with their words. They are 64-bit Intel programs: elsewhere nothing is compiled.
 */
export function compileWithTencent(dist: string): Compiled {
  return withTools((wcc, wcsc) => ({
    wxml: compileWxml(wcc, dist).files,
    wxss: compileWxss(wcsc, dist),
  }));
}

/** What WeChat's compiler makes of a page and its data: the tree to compare the host's own with. */
export function drawWithTencent(dist: string, route: string, data: Bag): TencentNode {
  const drawn = withTools((wcc) => {
    const context = vm.createContext({ console, window: {} });
    vm.runInContext(compileWxml(wcc, dist).code, context);
    const text = JSON.stringify(JSON.stringify(data));
    const draw = `JSON.stringify($gwx(${JSON.stringify(`${route}.wxml`)})(JSON.parse(${text})))`;
    return { tree: treeOf(JSON.parse(String(vm.runInContext(draw, context)))) };
  });
  if (!drawn.ran) throw new Error(drawn.reason);
  return drawn.tree;
}

function treeOf(made: unknown): TencentNode {
  if (!isBag(made)) return textOf(made);
  const children = Array.isArray(made.children) ? made.children.map(treeOf) : [];
  return { tag: stringOf(made.tag), attr: bagOf(made.attr), children };
}

type Ran<T> = ({ readonly ran: true } & T) | { readonly ran: false; readonly reason: string };

function withTools<T>(use: (wcc: string, wcsc: string) => T): Ran<T> {
  const folder = FOLDERS[process.platform];
  if (folder === undefined || process.arch !== 'x64') {
    return { ran: false, reason: `no wcc for ${process.platform} ${process.arch}` };
  }
  const tools = mkdtempSync(join(tmpdir(), 'wechat-compilers-'));
  try {
    const { resolve } = createRequire(join(process.cwd(), 'package.json'));
    const from = join(dirname(resolve('miniprogram-compiler/package.json')), 'bin', folder);
    for (const name of ['wcc', 'wcsc']) {
      cpSync(join(from, name), join(tools, name));
      // The package is published without the right to run them.
      chmodSync(join(tools, name), 0o755);
    }
    const reason = whyNotRun(join(tools, 'wcc'));
    if (reason !== null) return { ran: false, reason };
    return { ran: true, ...use(join(tools, 'wcc'), join(tools, 'wcsc')) };
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
}

function compileWxml(wcc: string, dist: string): { files: number; code: string } {
  const bundle = new Bundle(dist);
  const files = filesIn(dist, '.wxml');
  const components = files.flatMap((file) => {
    const path = file.replace(/\.wxml$/, '');
    if (!bundle.has(`${path}.json`)) return [];
    const tags = [...bundle.componentsOf(path).keys()];
    return tags.length === 0 ? [] : [[file, String(tags.length), ...tags]];
  });
  // The compiler wants all of this as one argument, as its package hands it over.
  const declared = [String(components.length), ...components.flat()].join(' ');
  const args = ['-d', '-cc', declared, ...files];
  const code = compiled(wcc, [...args, ...filesIn(dist, '.wxs'), '-gn', '$gwx'], dist);
  return { files: files.length, code };
}

function compileWxss(wcsc: string, dist: string): number {
  const files = filesIn(dist, '.wxss');
  compiled(wcsc, ['-db', '-pc', String(files.length), ...files], dist);
  return files.length;
}

function compiled(program: string, args: readonly string[], cwd: string): string {
  const run = spawnSync(program, args, { cwd, maxBuffer: MAX_OUTPUT_BYTES, encoding: 'utf8' });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`WeChat's compiler refuses ${cwd}: ${run.stderr}`);
  return run.stdout;
}

function whyNotRun(program: string): string | null {
  const run = spawnSync(program, ['--help'], { encoding: 'utf8' });
  const said = `${run.stdout ?? ''}${run.stderr ?? ''}`;
  if (said.includes('Wechat WXML Compiler')) return null;
  return run.error?.message ?? `wcc does not start: ${said.slice(0, 200)}`;
}

function filesIn(dist: string, extension: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort();
}
