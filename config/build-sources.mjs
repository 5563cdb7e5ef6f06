// What a front-end build depends on, as one hash.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const wholeFolders = ['src', 'config', 'cloudfunctions/kit'];
const files = ['package-lock.json', 'babel.config.js', 'tsconfig.json', 'project.config.json'];
const sharedInRoom = /^(rules|flow|refusals)(\.ts)?$/;
const variables = ['TARO_APP_PICTURES', 'TARO_APP_CLOUD_ENV'];

/** A hash over every file and variable that the mini program and the H5 shop are built from. */
export async function hashSources(root) {
  const paths = [...files, ...(await sharedRules(root))];
  for (const folder of wholeFolders) paths.push(...(await filesUnder(root, folder)));
  const hash = createHash('sha256');
  for (const file of paths.sort()) {
    hash.update(`${file}\0`);
    hash.update(await contentOf(path.join(root, file)));
  }
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  return hash.digest('hex');
}

async function sharedRules(root) {
  const rooms = await entriesOf(path.join(root, 'cloudfunctions/domains'));
  const found = [];
  for (const room of rooms.filter((entry) => entry.isDirectory())) {
    const folder = `cloudfunctions/domains/${room.name}`;
    for (const entry of await entriesOf(path.join(root, folder))) {
      if (!sharedInRoom.test(entry.name)) continue;
      const inside = `${folder}/${entry.name}`;
      found.push(...(entry.isDirectory() ? await filesUnder(root, inside) : [inside]));
    }
  }
  return found;
}

async function filesUnder(root, folder) {
  const entries = await entriesOf(path.join(root, folder), true);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

async function entriesOf(folder, recursive = false) {
  try {
    return await readdir(folder, { withFileTypes: true, recursive });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

async function contentOf(file) {
  try {
    return await readFile(file);
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
