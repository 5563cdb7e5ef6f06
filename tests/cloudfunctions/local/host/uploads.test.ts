import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { signSession } from '../../../../cloudfunctions/platform/session';
import { makeWorkshop } from './fake-functions';

const sessionSecret = 'a secret that is long enough for a test';
const dataKey = Buffer.alloc(32, 5).toString('base64');
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64, 7)]);

let workshop: Awaited<ReturnType<typeof makeWorkshop>>;
let url: string;
let without: string;

beforeAll(async () => {
  workshop = await makeWorkshop();
  without = (await workshop.open()).url;
  const environment = { LOG_LEVEL: 'silent', SESSION_SECRET: sessionSecret, DATA_KEY: dataKey };
  url = (await workshop.open({ environment })).url;
});
afterAll(() => workshop.close());

const session = (openid: string) => signSession({ openid }, sessionSecret, Date.now());

async function upload(body: Buffer, openid: string | null = 'o-one', headers = {}) {
  const answer = await fetch(`${url}/uploads`, {
    ...{ method: 'POST', body: Buffer.from(body) },
    headers: openid === null ? headers : { authorization: `Bearer ${session(openid)}`, ...headers },
  });
  const said = (await answer.json()) as { code?: string; value?: { fileId: string } };
  return { status: answer.status, code: said.code, fileId: said.value?.fileId ?? '' };
}

const kept = () => {
  const folder = path.join(workshop.folder, 'uploads');
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.'));
};

it('keeps a picture in its sender’s folder, under a name of its own, and shows it', async () => {
  const [one, again, other] = [
    await upload(jpeg),
    await upload(jpeg),
    await upload(jpeg, 'o-other'),
  ];
  expect(one.fileId).toMatch(/^\/uploads\/[0-9a-f]{32}\/[0-9A-Za-z]{20}\.jpg$/);
  const folderOf = ({ fileId }: { fileId: string }) => path.dirname(fileId);
  expect(again.fileId).not.toBe(one.fileId);
  expect(folderOf(again)).toBe(folderOf(one));
  expect(folderOf(other)).not.toBe(folderOf(one));
  expect(one.fileId).not.toContain('o-one');
  expect(readFileSync(path.join(workshop.folder, one.fileId))).toEqual(jpeg);
  const shown = await fetch(`${url}${one.fileId}`);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
});

it('refuses strangers, what is no picture, and what is over 5 MB; nothing is kept of it', async () => {
  const before = kept().length;
  expect(await upload(jpeg, null)).toMatchObject({ status: 401, code: 'sign_in_first' });
  const forged = { authorization: `Bearer ${session('o-one')}x` };
  expect(await upload(jpeg, null, forged)).toMatchObject({ status: 401 });
  const script = Buffer.from('<script>alert(1)</script>');
  expect(await upload(script)).toMatchObject({ status: 400, code: 'not_a_picture' });
  const large = Buffer.concat([jpeg, Buffer.alloc(5 * 1024 * 1024)]);
  expect(await upload(large)).toMatchObject({ status: 413, code: 'picture_too_large' });
  const elsewhere = { origin: 'https://elsewhere.example' };
  expect(await upload(jpeg, 'o-one', elsewhere)).toMatchObject({ status: 403 });
  expect(kept()).toHaveLength(before);
});

it('shows nothing beside the folder, and is closed where sessions vouch for nobody', async () => {
  for (const away of ['/uploads/%2e%2e/secret.txt', '/uploads/..%2fsecret.txt', '/uploads/x/y.jpg'])
    expect((await fetch(`${url}${away}`)).status).toBe(404);
  expect((await fetch(`${without}/uploads`, { method: 'POST', body: jpeg })).status).not.toBe(200);
});
