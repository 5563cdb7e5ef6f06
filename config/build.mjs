// `node config/build.mjs weapp|h5|cloud [--force]`: builds one target when its sources changed, then
// prints what it weighs. The cloud target stands in its own file.
import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { hashSources } from './build-sources.mjs';
import { reportH5, reportWeapp } from './build-sizes.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stateFolder = path.join(root, '.cache', 'build');
const reports = { weapp: reportWeapp, h5: reportH5 };
const usage = 'Usage: node config/build.mjs weapp|h5|cloud [--force]';

const [target, ...flags] = process.argv.slice(2);
if (target === 'cloud') {
  await import('./build-cloud.mjs');
} else if (target !== undefined && Object.hasOwn(reports, target)) {
  process.exitCode = await build(target, flags.includes('--force'));
} else {
  console.error(usage);
  process.exitCode = 1;
}

/** The exit code of one build: 0 built or unchanged, 1 failed or over a hard limit. */
async function build(name, force) {
  await mkdir(stateFolder, { recursive: true });
  const release = await lock(name);
  try {
    const hash = await hashSources(root);
    const output = path.join(root, 'dist', name);
    if (!force && (await builtHash(name)) === hash) {
      console.log(`${name}: sources unchanged, dist/${name} is kept`);
      return 0;
    }
    await rm(hashFile(name), { force: true });
    const seconds = await compile(name);
    if (seconds === null) return 1;
    console.log(`${name}: built dist/${name} in ${seconds} s`);
    const sound = await reports[name](output);
    if (sound) await writeFile(hashFile(name), hash);
    return sound ? 0 : 1;
  } finally {
    await release();
  }
}

/** Runs Taro without its network checks; seconds taken, or null when it failed. */
async function compile(name) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', name, '--no-check'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', CI: '1', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const show = progress(name, seconds);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  show.end();
  const text = Buffer.concat(said).toString('utf8');
  if (code === 0 && !/\bERROR in\b|Module not found/.test(text)) return seconds();
  console.error(faultsIn(text));
  console.error(`${name}: the build failed after ${seconds()} s`);
  return null;
}

/** The errors without the warnings before them; everything where no errors are marked. */
function faultsIn(text) {
  const start = text.indexOf('Errors:');
  return text.slice(Math.max(0, start)).trim();
}

/** One line that counts the seconds on a terminal, and stands still in a log. */
function progress(name, seconds) {
  const line = `${name}: building the ${name === 'h5' ? 'H5 shop' : 'mini program'}`;
  if (!process.stdout.isTTY) {
    console.log(`${line} …`);
    return { end() {} };
  }
  const timer = setInterval(() => process.stdout.write(`\r${line} … ${seconds()} s`), 1000);
  return {
    end() {
      clearInterval(timer);
      process.stdout.write('\r\u001b[K');
    },
  };
}

function hashFile(name) {
  return path.join(stateFolder, `${name}.hash`);
}

/** The hash that the present output was built from, or null when there is none. */
async function builtHash(name) {
  const hash = await readIfThere(hashFile(name));
  const entry = name === 'h5' ? 'index.html' : 'app.json';
  const output = await readIfThere(path.join(root, 'dist', name, entry));
  return output === null ? null : hash;
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Two builds of one target would write over each other: the second waits for the first. */
async function lock(name) {
  const file = path.join(stateFolder, `${name}.lock`);
  for (let waited = 0; waited < 600; waited += 1) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(await readIfThere(file));
    if (holder > 0 && !isRunning(holder)) await rm(file, { force: true });
    else await pause(waited, name);
  }
  throw new Error(`${name}: another build still holds ${file}`);
}

async function pause(waited, name) {
  if (waited === 0) console.log(`${name}: waiting for another build of it`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
