import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkshop } from './fake-functions';

let workshop: Awaited<ReturnType<typeof makeWorkshop>>;
let url: string;

beforeAll(async () => {
  workshop = await makeWorkshop();
  url = (await workshop.open()).url;
});

afterAll(async () => {
  await workshop.close();
});

const post = (to: string, body: string, headers: Record<string, string> = {}) =>
  fetch(to, { method: 'POST', body, headers });

describe('the storefront', () => {
  const get = (to: string, headers: Record<string, string> = {}) => fetch(url + to, { headers });

  it('answers its page for every address that it routes itself, never kept unasked', async () => {
    for (const address of ['/', '/pages/shopper/product/index?id=7']) {
      const response = await get(address);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('id="app"');
    }
  });

  it('lets the page run its own scripts and no stranger’s, in no stranger’s frame', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect((await get('/')).headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('/')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keeps files with a hash for good, zipped where that helps', async () => {
    const script = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip' });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(await script.text()).toMatch(/^start\(.* 1\)$/);
    const picture = await get('/pictures/shoe.webp');
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect(picture.headers.get('cache-control')).toMatch(/max-age=\d{6}/);
  });

  it('answers 304 to who has the file already', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('lets a page that is opened again run its scripts as before', async () => {
    const { headers } = await get('/');
    const again = await get('/', { 'if-none-match': headers.get('etag') ?? '' });
    expect(again.headers.get('content-security-policy')).toBe(
      headers.get('content-security-policy'),
    );
  });

  it('has no file that is not there', async () => {
    for (const address of ['/js/missing.js', '/pictures/missing.webp', '/pictures/', '/api/more']) {
      expect((await get(address)).status).toBe(404);
    }
    expect((await post(`${url}/pages/home/index`, '')).status).toBe(405);
  });

  it('lets no path leave its folder', async () => {
    expect(await readFile(path.join(workshop.folder, 'secret.txt'), 'utf8')).toContain('not for');
    const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt'];
    for (const address of [
      ...paths,
      ...paths.map((way) => `/pictures${way}`),
      '/%00.txt',
      '/%zz.txt',
    ]) {
      const response = await get(address);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('not for browsers');
    }
  });
});
