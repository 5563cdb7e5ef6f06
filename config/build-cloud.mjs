// The cloud target: each entry of cloudfunctions/entries becomes one file in dist/cloud/<name>/, with the
// package.json that CloudBase installs from. Run by `node config/build.mjs cloud [--force]`.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const entriesFolder = path.join(root, 'cloudfunctions/entries');
const outputFolder = path.join(root, 'dist/cloud');
const stateFile = path.join(root, '.cache/build/cloud.json');

/** Left out of the bundle: the SDK is CloudBase's to install, the native driver is never used. */
const external = ['wx-server-sdk', 'pg-native'];

/** What a function may ask of WeChat itself; the developer tools read it when they upload the function. */
const permissions = { api: { openapi: ['wxacode.getUnlimited'] } };

/** How CloudBase starts a function that is a server of its own, which an entry with a serve.ts is. */
const bootstrap = `#!/bin/bash
exec /var/lang/node20/bin/node serve.js
`;

const { version, dependencies } = JSON.parse(
  await readFile(path.join(root, 'package.json'), 'utf8'),
);
const force = process.argv.includes('--force');

const entries = await findEntries();
const before = JSON.parse((await readIfThere(stateFile)) ?? '{}');
const after = {};
for (const entry of entries) after[entry.name] = await buildWhenChanged(entry, before[entry.name]);
await removeFormer(entries.map(({ name }) => name));
await mkdir(path.dirname(stateFile), { recursive: true });
await writeWhole(stateFile, JSON.stringify(after));

/** Every folder with an index.ts; files beside the folders are what entries share. */
async function findEntries() {
  const found = [];
  for (const item of await readdir(entriesFolder, { withFileTypes: true })) {
    const has = async (file) =>
      (await readIfThere(path.join(entriesFolder, item.name, file))) !== null;
    if (!item.isDirectory() || !(await has('index.ts'))) continue;
    found.push({ name: item.name, serves: await has('serve.ts') });
  }
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

/** Builds one entry unless its sources are those of `state`; what to remember of it. */
async function buildWhenChanged({ name, serves }, state) {
  const present = (await readIfThere(path.join(outputFolder, name, 'index.js'))) !== null;
  if (
    !force &&
    present &&
    state?.serves === serves &&
    (await hashOf(state.inputs)) === state.hash
  ) {
    console.log(`cloud: ${name} unchanged`);
    return state;
  }
  const main = await bundle(name, 'index', external);
  const server = serves ? await bundle(name, 'serve', [...external, './index']) : null;
  await writePackage(name, main, server);
  const script = main.outputFiles.find(({ path: file }) => file.endsWith('.js')).contents;
  console.log(`cloud: ${name.padEnd(10)} ${kb(script)} KB, ${kb(gzipSync(script))} KB gz`);
  const sources = { ...main.metafile.inputs, ...server?.metafile.inputs };
  const inputs = Object.keys(sources).filter((file) => !file.includes('node_modules/'));
  return { serves, inputs, hash: await hashOf(inputs) };
}

function bundle(name, file, leftOut) {
  return build({
    absWorkingDir: root,
    entryPoints: [path.join(entriesFolder, name, `${file}.ts`)],
    outfile: path.join(outputFolder, name, `${file}.js`),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: leftOut,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
}

async function writePackage(name, main, server) {
  const folder = path.join(outputFolder, name);
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: `shuke-${name}`,
    version,
    private: true,
    main: 'index.js',
    dependencies: installed(main.metafile),
  };
  await writeWhole(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  if (permissions[name] !== undefined) {
    const granted = JSON.stringify({ permissions: permissions[name] });
    await writeWhole(path.join(folder, 'config.json'), `${granted}\n`);
  }
  if (server !== null) {
    await writeWhole(path.join(folder, 'scf_bootstrap'), bootstrap);
    await chmod(path.join(folder, 'scf_bootstrap'), 0o755);
  }
  // The main script last: while it is missing, the build counts as not done.
  for (const { path: file, contents } of [...(server?.outputFiles ?? []), ...main.outputFiles]) {
    await writeWhole(file, contents);
  }
}

/** The packages that the bundle asks for at run time, at the versions of this project. */
function installed(metafile) {
  const asked = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.map((item) => item.path),
  );
  const named = external.filter((name) => asked.includes(name) && name in dependencies);
  return Object.fromEntries(named.map((name) => [name, dependencies[name]]));
}

/** One hash over the sources, the lock file, and this file. */
async function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json', 'config/build-cloud.mjs', ...inputs]) {
    hash.update(`${file}\0${(await readIfThere(path.join(root, file))) ?? 'missing'}\0`);
  }
  return hash.digest('hex');
}

async function removeFormer(names) {
  await mkdir(outputFolder, { recursive: true });
  for (const name of await readdir(outputFolder)) {
    if (!names.includes(name)) await rm(path.join(outputFolder, name), { recursive: true });
  }
}

/** Nobody may load half a file: it is written beside and then moved. */
async function writeWhole(file, content) {
  await writeFile(`${file}.${process.pid}.new`, content);
  await rename(`${file}.${process.pid}.new`, file);
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  }
}

function kb(content) {
  return (content.length / 1024).toFixed(0);
}
