// The packages of the lock file, installed when they are missing. Only Node's own modules may be used here.
import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const lockFile = path.join(root, 'package-lock.json');
/** npm's own record of what it installed, written last: an install that was cut short has none. */
const installedFile = path.join(root, 'node_modules/.package-lock.json');
const turnFile = path.join(root, '.cache/install.lock');
const turnTries = 1_200;

/** Whether this Node is new enough: null, or the one line to say. */
export function whyNotThisNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 6)) return null;
  return `需要 Node.js 20.6 或更新版本，当前是 ${version} | Node.js 20.6 or newer is needed, this is ${version}`;
}

/** Runs `npm ci` when `node_modules` is missing or differs from the lock file; says so, since it takes a while. */
export async function ensureInstalled() {
  const objection = whyNotThisNode();
  if (objection !== null) throw new Error(objection);
  if (await isInstalled()) return;
  const release = await takeTurn();
  try {
    if (!(await isInstalled())) await install();
  } finally {
    await release();
  }
}

/** Loads TypeScript from here on, then runs `file` in this process as if it had been started with `args`. */
export async function runTypeScript(file, args) {
  const { register: registerRequire } = await import('tsx/cjs/api');
  const { register: registerImport } = await import('tsx/esm/api');
  registerRequire();
  registerImport();
  process.argv = [process.argv[0], file, ...args];
  await import(
    `file://${file
      .split(path.sep)
      .join('/')
      .replace(/^(?!\/)/, '/')}`
  );
}

/** Ends the process with one line. */
export function giveUp(fault) {
  console.error(`✗ ${fault instanceof Error ? fault.message : String(fault)}`);
  process.exit(1);
}

async function isInstalled() {
  const wanted = await readPackages(lockFile);
  const present = await readPackages(installedFile);
  if (wanted === null) throw new Error('缺少 package-lock.json | package-lock.json is missing');
  if (present === null) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    const found = present[place];
    return place === '' || (found === undefined ? optional === true : found.version === version);
  });
}

async function readPackages(file) {
  const text = await readIfThere(file);
  return text === null ? null : JSON.parse(text).packages;
}

async function install() {
  const startedAt = Date.now();
  console.log('安装依赖，首次约需一分钟 … | installing packages, about a minute the first time …');
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Error(
      '依赖没有装好，请检查网络和磁盘后再试 | npm ci failed; check network and disk, then try again',
    );
  }
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`依赖已装好，用时 ${seconds} 秒 | packages installed in ${seconds} s`);
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const underNode = npm !== undefined && /\.[cm]?js$/.test(npm);
  const child = underNode
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const pass = (signal) => child.kill(signal);
  process.once('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** Two installs at once would tear each other's files away: the second waits for the first. */
async function takeTurn() {
  await mkdir(path.dirname(turnFile), { recursive: true });
  for (let tries = 0; tries < turnTries; tries += 1) {
    try {
      const handle = await open(turnFile, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(turnFile, { force: true });
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
    }
    const holder = Number(await readIfThere(turnFile));
    if (holder > 0 && !isAlive(holder)) await rm(turnFile, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(
    `另一个安装一直没有结束，可删除 ${turnFile} | another install does not end; remove ${turnFile}`,
  );
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  }
}
