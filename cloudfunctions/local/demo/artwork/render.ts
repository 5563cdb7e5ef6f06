import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { cook, groundMaker } from './compose';
import type { Picture } from './plan';
import { spriteMaker } from './sprite';

/** Told after each picture: how many of how many are there. */
export type Progress = (done: number, of: number) => void;

/**
 * Makes the pictures that `folder` lacks and answers how many it made. A picture appears under its name only
 * when it is whole, so a run that was cut short goes on where it stopped.
 */
export async function renderPictures(
  pictures: readonly Picture[],
  folder: string,
  progress: Progress = () => undefined,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const present = new Set(await readdir(folder));
  const wanted = [...new Map(pictures.map((picture) => [picture.file, picture])).values()];
  const missing = wanted.filter(({ file }) => !present.has(file));
  let done = wanted.length - missing.length;
  const kitchen = { make: spriteMaker(), ground: groundMaker() };
  const before = sharp.concurrency();
  // One thread a picture and several pictures at once is quicker than many threads on one small picture.
  sharp.concurrency(1);
  let next = 0;
  const work = async () => {
    for (let picture = missing[next++]; picture !== undefined; picture = missing[next++]) {
      const content = await cook(picture.recipe, kitchen);
      const place = path.join(folder, picture.file);
      await writeFile(`${place}.part`, content);
      await rename(`${place}.part`, place);
      done += 1;
      progress(done, wanted.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(4, Math.max(2, cpus().length)) }, work));
  } finally {
    sharp.concurrency(before);
  }
  return missing.length;
}
