// What a build weighs, and where that is too much.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const kilobyte = 1024;
const hardLimitKb = 1.5 * 1024;
const mainAimKb = 900;
const subpackageAimKb = 500;

/** The page itself and the chunks that every page needs; a page's own chunk has a number for a name. */
const shownFirst = /^(index\.html|(js|css)[\\/](taro|vendors|common|app)\.\w+\.(js|css))$/;

/** Prints every package of the mini program; false when one is over the hard limit. */
export async function reportWeapp(output) {
  const app = JSON.parse(await readFile(path.join(output, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map((part) => part.root);
  const bytes = new Map([['main', 0], ...roots.map((name) => [name, 0])]);
  for (const file of await filesUnder(output)) {
    const owner = roots.find((name) => file.startsWith(`${name}/`)) ?? 'main';
    bytes.set(owner, bytes.get(owner) + (await stat(path.join(output, file))).size);
  }
  return [...bytes].map(([name, size]) => printPackage(name, size / kilobyte)).every(Boolean);
}

/** Prints what the browser loads whichever page is first, without and with gzip. */
export async function reportH5(output) {
  const files = (await filesUnder(output)).filter((file) => shownFirst.test(file));
  let plain = 0;
  let zipped = 0;
  for (const file of files) {
    const content = await readFile(path.join(output, file));
    plain += content.length;
    zipped += gzipSync(content).length;
  }
  console.log(`  first load ${kb(plain)}, ${kb(zipped)} gz, in ${files.length} files`);
  return true;
}

function printPackage(name, sizeKb) {
  const aimKb = name === 'main' ? mainAimKb : subpackageAimKb;
  const over = sizeKb > hardLimitKb;
  const note = over
    ? `over the limit of ${hardLimitKb} KB`
    : sizeKb > aimKb
      ? `warning: over the aim of ${aimKb} KB`
      : '';
  console.log(`  ${name.padEnd(16)} ${sizeKb.toFixed(0).padStart(5)} KB  ${note}`.trimEnd());
  return !over;
}

function kb(bytes) {
  return `${(bytes / kilobyte).toFixed(0)} KB`;
}

async function filesUnder(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}
