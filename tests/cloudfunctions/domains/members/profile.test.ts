import {
  listNotices,
  saveProfile,
  showMe,
  tellMember,
} from '../../../../cloudfunctions/domains/members/usecases/profile';
import {
  joinShop,
  recogniseCaller,
} from '../../../../cloudfunctions/domains/members/usecases/sign-in';
import { membersById } from '../../../../cloudfunctions/domains/members/usecases/by-id';
import type { VisitorContext } from '../../../../cloudfunctions/domains/registry';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { SaveProfile } from '../../../../cloudfunctions/domains/members/schema';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let visitor: VisitorContext;

beforeAll(async () => {
  small = await smallShop(database.db);
  visitor = { ...(await small.shopper()), caller: null, identity: null };
});

const knock = (openid: string, nowMs = noon) =>
  joinShop({ ...visitor, identity: { openid }, nowMs }, database.db);

describe('signing in', () => {
  it('joins at the first call, and finds the same member at every other', async () => {
    const first = await knock('o-first');
    const later = await knock('o-first', noon + 86_400_000);
    expect(later).toEqual(first);
    const me = await showMe({ ...visitor, caller: later });
    expect(me).toMatchObject({
      joinedAt: noon,
      nickname: '微信用户',
      staff: null,
      phoneMask: null,
    });
  });

  it('joins once when it is called many times at once', async () => {
    const said = await Promise.all(Array.from({ length: 16 }, () => knock('o-at-once')));
    expect(new Set(said.map(({ memberId }) => memberId)).size).toBe(1);
  });

  it('without an identity is refused: nobody joins', async () => {
    expect(await refusalOf(joinShop(visitor, database.db))).toMatchObject({
      kind: 'unknownCaller',
      code: 'sign_in_first',
    });
  });

  it('tells who works here, and no longer who has left', async () => {
    const [guide] = small.guides;
    const recognised = () => recogniseCaller(database.db, small.shop.shopId, guide.openid);
    expect(await recognised()).toMatchObject({
      staff: { staffId: guide.staffId, role: 'guide', name: guide.name },
    });
    const left = (leftAt: number | null) =>
      database.db
        .updateTable('staff')
        .set({ leftAt })
        .where('staffId', '=', guide.staffId)
        .execute();
    await left(noon);
    expect(await recognised()).toMatchObject({ memberId: guide.memberId, staff: null });
    await left(null);
  });

  it('in one shop is not known in another', async () => {
    const other = await smallShop(database.db);
    const { caller } = await small.shopper();
    expect(await recogniseCaller(database.db, other.shop.shopId, caller.openid)).toBeNull();
  });
});

describe('a profile', () => {
  it('keeps the picture when only the name is saved', async () => {
    const fang = await small.shopper();
    await saveProfile(fang, { nickname: '芳', avatarUrl: '/pictures/fang.webp' });
    const saved = await saveProfile(fang, { nickname: '芳芳' });
    expect(saved).toMatchObject({ nickname: '芳芳', avatarUrl: '/pictures/fang.webp' });
    expect(await showMe(fang)).toEqual(saved);
  });

  it('has a birthday once it is said, a day that was, which stays when only the name is saved', async () => {
    const fang = await small.shopper();
    expect(await showMe(fang)).toMatchObject({ birthday: null });
    await saveProfile(fang, { nickname: '芳', birthday: '1990-02-28' });
    expect(await saveProfile(fang, { nickname: '芳芳' })).toMatchObject({ birthday: '1990-02-28' });
    const tomorrow = saveProfile(fang, { nickname: '芳', birthday: '2026-11-21' });
    expect(await refusalOf(tomorrow)).toMatchObject({ kind: 'invalid', code: 'bad_birthday' });
    const fits = (birthday: string) => SaveProfile.safeParse({ nickname: '芳', birthday }).success;
    expect(['1900-01-01', '2024-02-29'].map(fits)).toEqual([true, true]);
    expect(['1899-12-31', '1990-02-29', '1990-13-01', '90-01-01', ''].map(fits)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is one member’s: another’s stays as it is', async () => {
    const [fang, qing] = [await small.shopper(), await small.shopper()];
    await saveProfile(fang, { nickname: '芳' });
    expect(await showMe(qing)).toMatchObject({ nickname: '微信用户' });
  });

  it('tells neither openid nor phone', async () => {
    const fang = await small.shopper();
    expect(JSON.stringify(await showMe(fang))).not.toContain(fang.caller.openid);
  });

  it('is shown to others by nickname and picture only, unknown ids not at all', async () => {
    const fang = await small.shopper();
    await saveProfile(fang, { nickname: '芳' });
    const found = await membersById(fang, [fang.caller.memberId, newId(), null]);
    expect([...found]).toEqual([[fang.caller.memberId, { nickname: '芳', avatarUrl: '' }]]);
    expect((await membersById(fang, [null])).size).toBe(0);
  });
});

describe('notices', () => {
  it('come newest first, fifty at most, and only one’s own', async () => {
    const [fang, qing] = [await small.shopper(), await small.shopper()];
    for (let count = 0; count < 55; count += 1) {
      const notice = { memberId: fang.caller.memberId, kind: 'paid', title: `${count}`, body: '' };
      await tellMember(small.at(fang, noon + count), fang.db, { ...notice, orderId: null });
    }
    const { items } = await listNotices(fang);
    expect(items.map(({ title }) => title)).toEqual(
      Array.from({ length: 50 }, (_, index) => `${54 - index}`),
    );
    expect(await listNotices(qing)).toEqual({ items: [] });
  });
});
