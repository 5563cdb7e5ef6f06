// `npm start`: opens the shop on this machine. Nothing but Node is needed; everything else is installed first.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, giveUp, runTypeScript } from './install.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

try {
  await ensureInstalled();
} catch (fault) {
  giveUp(fault);
}
await runTypeScript(path.join(here, 'start/main.ts'), process.argv.slice(2));
