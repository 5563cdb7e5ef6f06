import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { renderPictures } from '../../../../../cloudfunctions/local/demo/artwork/render';
import { spriteMaker } from '../../../../../cloudfunctions/local/demo/artwork/sprite';
import { makeShop } from '../../../../../cloudfunctions/local/demo/world/world';

const shop = makeShop({ seed: 'shuke', nowMs: Date.UTC(2026, 10, 22), size: 'demo' });

describe('pictures', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'shuke-pictures-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('are made once, and only what is missing is made again', async () => {
    const wanted = shop.pictures.filter(({ file }) => file.startsWith('running-01-'));
    const told: number[] = [];
    expect(await renderPictures(wanted, folder, (done) => told.push(done))).toBe(wanted.length);
    expect(told.at(-1)).toBe(wanted.length);
    const [first] = wanted;
    const file = path.join(folder, first?.file ?? '');
    const before = await readFile(file);
    await rm(file);
    expect(await renderPictures(wanted, folder)).toBe(1);
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(await renderPictures(wanted, folder)).toBe(0);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('have the sizes that screens and chats ask for', async () => {
    const wanted = shop.pictures.filter(({ file }) =>
      /^(banner-1|fruit-01-(main|card))\./.test(file),
    );
    await renderPictures(wanted, folder);
    const sizes = await Promise.all(
      wanted.map(async ({ file }) => {
        const { width, height, format } = await sharp(path.join(folder, file)).metadata();
        return [file.split('.')[0], width, height, format];
      }),
    );
    expect(sizes).toEqual(
      expect.arrayContaining([
        ['banner-1', 686, 280, 'webp'],
        ['fruit-01-main', 640, 640, 'webp'],
        ['fruit-01-card', 500, 400, 'jpeg'],
      ]),
    );
    const card = wanted.find(({ file }) => file.includes('card'));
    expect((await stat(path.join(folder, card?.file ?? ''))).size).toBeLessThan(100 * 1024);
  });

  test('have names by their content, none for two contents', () => {
    const byFile = new Map<string, string>();
    for (const { file, recipe } of shop.pictures) {
      const content = JSON.stringify(recipe);
      expect(byFile.get(file) ?? content).toBe(content);
      byFile.set(file, content);
      expect(file).toMatch(/^[a-z0-9-]+\.[0-9a-f]{12}\.(webp|jpg)$/);
    }
  });

  test('ask only for objects that exist', async () => {
    const make = spriteMaker();
    const items = new Set(
      shop.pictures.flatMap(({ recipe }) => recipe.placed.map(({ item }) => item)),
    );
    const names = new Map([...items].map((item) => [item.split('~')[0], item]));
    const sprites = await Promise.all([...names.values()].map(make));
    for (const { width, height } of sprites) expect(Math.min(width, height)).toBeGreaterThan(10);
  });
});
