import { checkPictures } from '../../../../cloudfunctions/domains/media/jobs';
import { addPicture, showPlace } from '../../../../cloudfunctions/domains/media/usecases/add';
import { judgePicture, textVerdict } from '../../../../cloudfunctions/domains/media/usecases/check';
import {
  ownPictures,
  picturesOf,
} from '../../../../cloudfunctions/domains/media/usecases/pictures';
import type { Context } from '../../../../cloudfunctions/domains/registry';
import { day, minute } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import {
  WechatRefused,
  WechatUnavailable,
} from '../../../../cloudfunctions/platform/wechat/errors';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let member: Context;
beforeEach(async () => {
  small = await smallShop(database.db);
  member = await small.shopper();
});

const marks = {
  jpeg: [0xff, 0xd8, 0xff, 0xe0],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  webp: [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50],
};
const bytesOf = (mark: readonly number[], length = 100) => {
  const bytes = Buffer.alloc(length, 9);
  bytes.set(mark.slice(0, length));
  return bytes;
};

let files = 0;
/** Puts a file of somebody's into the storage; its id. */
function stored(who: Context, bytes: Uint8Array = bytesOf(marks.jpeg)): string {
  files += 1;
  const fileId = `/${small.ports.files.folderOf(who.caller.openid)}/file-${files}.jpg`;
  small.ports.files.stored.set(fileId, bytes);
  return fileId;
}
const add = (who: Context, fileId: string) => addPicture(who, { fileId, purpose: 'review' });
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const rowsOfShop = () =>
  database.db.selectFrom('pictures').selectAll().where('shopId', '=', small.shop.shopId).execute();
const rowCount = async () => (await rowsOfShop()).length;

describe('adding a picture', () => {
  it.each(Object.entries(marks))('takes a %s, waiting for its check', async (kind, mark) => {
    const fileId = stored(member, bytesOf(mark));
    expect(await add(member, fileId)).toMatchObject({ url: fileId, state: 'waiting' });
    const kept = { kind, bytes: 100, purpose: 'review', addedAt: noon };
    expect(await rowsOfShop()).toMatchObject([kept]);
  });

  it('takes the same file once, 32 times at once too', async () => {
    const fileId = stored(member);
    const all = await Promise.all(Array.from({ length: 32 }, () => add(member, fileId)));
    expect(new Set(all.map((picture) => picture.pictureId)).size).toBe(1);
    expect(await rowCount()).toBe(1);
    const days = await database.db
      .selectFrom('pictureDays')
      .selectAll()
      .where('memberId', '=', member.caller.memberId)
      .execute();
    expect(days).toMatchObject([{ day: '2026-11-20', pictures: 1 }]);
  });

  it.each([
    ['a text', Buffer.from('<html>')],
    ['an animated picture of another kind', Buffer.from('GIF89a'.padEnd(60, '.'))],
    ['half a mark', bytesOf(marks.png, 7)],
    ['a sound in the same box', bytesOf([0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x41])],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_what, bytes) => {
    expect(await codeOf(add(member, stored(member, bytes)))).toBe('not_a_picture');
    expect(await rowCount()).toBe(0);
  });

  it('takes 5 MB and not a byte more', async () => {
    const limit = 5 * 1024 * 1024;
    await add(member, stored(member, bytesOf(marks.jpeg, limit)));
    const over = stored(member, bytesOf(marks.jpeg, limit + 1));
    expect(await codeOf(add(member, over))).toBe('picture_too_large');
  });

  it('refuses another’s file, a missing one and a path that leaves the folder alike', async () => {
    const other = await small.shopper();
    const theirs = stored(other);
    await add(other, theirs);
    const { folder } = await showPlace(member);
    const wrong = [
      ...[theirs, `/${folder}/none.jpg`, `/${folder}/../secret.jpg`, `/${folder}/a.svg`],
      ...[`https://elsewhere.example/${folder}/a.jpg`, `/x/${folder}/a.jpg`, folder],
    ];
    const codes = await Promise.all(wrong.map((fileId) => codeOf(add(member, fileId))));
    expect(new Set(codes)).toEqual(new Set(['no_such_picture']));
  });

  it('knows a file in the cloud by its owner’s folder', async () => {
    const { folder } = await showPlace(member);
    const fileId = `cloud://shop-1a.7368-shop-1a-13/${folder}/a.png`;
    small.ports.files.stored.set(fileId, bytesOf(marks.png));
    expect(await add(member, fileId)).toMatchObject({ url: fileId });
  });

  it('takes 60 a day, at once too, and goes on the next day', async () => {
    const names = Array.from({ length: 64 }, () => stored(member));
    const done = await Promise.allSettled(names.map((fileId) => add(member, fileId)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
    expect(await codeOf(add(member, stored(member)))).toBe('too_many_pictures');
    await add(small.at(member, noon + day), stored(member));
    expect(await rowCount()).toBe(61);
  });

  it('asks to try again when the storage does not answer', async () => {
    const fileId = stored(member);
    const files = { ...small.ports.files, fetch: () => Promise.reject(new Error('gone')) };
    const ports = { ...member.ports, files };
    expect(await codeOf(add({ ...member, ports }, fileId))).toBe('storage_unavailable');
    await add(member, fileId);
  });
});

describe('the check', () => {
  it('is asked for once, and its verdict decides', async () => {
    const [fine, bad, doubtful] = [
      await add(member, stored(member)),
      await add(member, stored(member)),
      await add(member, stored(member)),
    ];
    expect(await checkPictures(member)).toBe(3);
    expect(await checkPictures(member)).toBe(0);
    const traceOf = (url: string) =>
      small.ports.wechat.pictures.find(({ mediaUrl }) => mediaUrl.endsWith(url))?.traceId ?? '';
    await judgePicture(member, { traceId: traceOf(fine.url), verdict: 'pass' });
    await judgePicture(member, { traceId: traceOf(bad.url), verdict: 'risky' });
    await judgePicture(member, { traceId: traceOf(doubtful.url), verdict: 'review' });
    const ids = [bad.pictureId, fine.pictureId, doubtful.pictureId];
    const states = (await picturesOf(member, ids)).map(({ state }) => state);
    expect(states).toEqual(['refused', 'passed', 'refused']);
  });

  it('is asked for by two workers at once, each picture by one', async () => {
    for (let count = 0; count < 30; count += 1) await add(member, stored(member));
    const asked = await Promise.all([checkPictures(member), checkPictures(member)]);
    expect(asked[0] + asked[1]).toBe(30);
    const urls = small.ports.wechat.pictures.map(({ mediaUrl }) => mediaUrl);
    expect(new Set(urls).size).toBe(30);
    expect(urls).toHaveLength(30);
  });

  it('is asked for again when it failed, and when its verdict did not come or said nothing', async () => {
    await add(member, stored(member));
    small.ports.wechat.faults.push(new WechatUnavailable('checkMedia', 'timeout'));
    expect(await checkPictures(member)).toBe(0);
    expect(await checkPictures(member)).toBe(0);
    const later = small.at(member, noon + minute);
    expect(await checkPictures(later)).toBe(1);
    const [{ traceId = '' } = {}] = small.ports.wechat.pictures;
    await judgePicture(later, { traceId, verdict: null });
    expect(await checkPictures(later)).toBe(1);
    expect(await checkPictures(small.at(member, noon + 30 * minute))).toBe(0);
    expect(await checkPictures(small.at(member, noon + 40 * minute))).toBe(1);
    expect(small.ports.wechat.pictures).toHaveLength(3);
    // The verdict of a check that was asked for anew since says nothing any more.
    await judgePicture(later, { traceId, verdict: 'pass' });
    expect(await rowsOfShop()).toMatchObject([{ state: 'waiting' }]);
  });

  it.each(['too_many_requests', 'timeout'] as const)(
    'leaves the others alone at %s',
    async (why) => {
      for (let count = 0; count < 3; count += 1) await add(member, stored(member));
      small.ports.wechat.faults.push(new WechatUnavailable('checkMedia', why));
      expect(await checkPictures(member)).toBe(0);
      expect(small.ports.wechat.pictures).toEqual([]);
      expect(await checkPictures(small.at(member, noon + 10 * minute))).toBe(3);
    },
  );
});

describe('pictures for a deed', () => {
  it('are the member’s own, in her order; foreign, missing and refused ones are alike', async () => {
    const other = await small.shopper();
    const [one, two] = [await add(member, stored(member)), await add(member, stored(member))];
    const theirs = await add(other, stored(other));
    const { memberId } = member.caller;
    const own = await ownPictures(member, memberId, [two.pictureId, one.pictureId]);
    expect(own).toEqual([two, one]);
    const said = [
      await codeOf(ownPictures(member, memberId, [one.pictureId, theirs.pictureId])),
      await codeOf(ownPictures(member, memberId, [newId()])),
    ];
    await checkPictures(member);
    for (const { traceId } of small.ports.wechat.pictures) {
      await judgePicture(member, { traceId, verdict: 'risky' });
    }
    said.push(await codeOf(ownPictures(member, memberId, [one.pictureId])));
    expect(new Set(said)).toEqual(new Set(['no_such_picture']));
    expect(await ownPictures(member, memberId, [])).toEqual([]);
  });
});

describe('a text', () => {
  const judge = (text: string) =>
    textVerdict(member, { openid: member.caller.openid, scene: 'comment', text });

  it('is judged by WeChat; an empty one is fine', async () => {
    small.ports.wechat.verdicts.push('risky', 'review');
    expect([await judge('一'), await judge('二'), await judge('三'), await judge('')]).toEqual([
      ...['risky', 'review', 'pass', 'pass'],
    ]);
    expect(small.ports.wechat.texts).toHaveLength(3);
  });

  it('waits when WeChat gives no word', async () => {
    small.ports.wechat.faults.push(
      new WechatUnavailable('checkText', 'busy'),
      new WechatRefused('checkText', 61_010, 'code is expired'),
    );
    expect([await judge('一'), await judge('一'), await judge('一')]).toEqual([
      ...['later', 'later', 'pass'],
    ]);
    small.ports.wechat.faults.push(new Error('a defect'));
    await expect(judge('一')).rejects.toThrow('a defect');
  });
});
