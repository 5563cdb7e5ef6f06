// `node cloudfunctions/local/run.mjs <file.ts> …`: runs a TypeScript file of this folder, after installing what is missing.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, giveUp, runTypeScript } from './install.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const [file, ...args] = process.argv.slice(2);

if (file === undefined) giveUp('用法 | usage: node cloudfunctions/local/run.mjs <file.ts> …');
try {
  await ensureInstalled();
} catch (fault) {
  giveUp(fault);
}
await runTypeScript(path.join(here, file), args);
