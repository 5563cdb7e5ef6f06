import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository. */
export const root = path.resolve(__dirname, '../..');

const notCommitted = new Set([
  '.git',
  ...read('.gitignore')
    .split('\n')
    .map((line) => line.trim().replace(/^\/|\/$/g, ''))
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('*')),
]);

/** What stands at the top of the repository, without what git ignores. */
export function topLevel(): string[] {
  return readdirSync(root).filter((name) => !notCommitted.has(name) && !name.endsWith('.log'));
}

/** Every file that is or would be committed, as a path from the root. */
export function committedFiles(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (notCommitted.has(entry.name) || notCommitted.has(place)) return [];
    if (entry.isDirectory()) return committedFiles(place);
    return entry.name.endsWith('.log') ? [] : [place];
  });
}

/** The text of a file of the repository. */
export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
