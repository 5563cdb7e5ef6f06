import {
  audienceSay,
  isFor,
} from '../../../../../cloudfunctions/domains/promotions/rules/audience';

const everybody = { storeIds: [], levels: [], tags: [], newBuyers: false };
const fang = { level: 2, tags: ['vip'], storeId: 'east', newBuyer: false };

describe('an audience', () => {
  it.each([
    ['everybody', everybody, true],
    ['her level', { ...everybody, levels: [1, 2] }, true],
    ['other levels', { ...everybody, levels: [0] }, false],
    ['one of her tags', { ...everybody, tags: ['vip', 'old'] }, true],
    ['her store', { ...everybody, storeIds: ['east'] }, true],
    ['another store', { ...everybody, storeIds: ['west'] }, false],
    ['her level, but another store', { ...everybody, levels: [2], storeIds: ['west'] }, false],
    ['new buyers', { ...everybody, newBuyers: true }, false],
  ])('of %s', (_, audience, holds) => {
    expect(isFor(audience, fang)).toBe(holds);
  });

  it('with a store leaves out those whose store is not known', () => {
    expect(isFor({ ...everybody, storeIds: ['east'] }, { ...fang, storeId: null })).toBe(false);
  });

  it('of everybody or of new buyers is shown to those who have not signed in, and no other', () => {
    expect(isFor(everybody, null)).toBe(true);
    expect(isFor({ ...everybody, newBuyers: true }, null)).toBe(true);
    expect(isFor({ ...everybody, levels: [0] }, null)).toBe(false);
  });

  it('says whom it leaves out', () => {
    expect(audienceSay({ ...everybody, newBuyers: true }, fang)).toBe('新客专享');
    expect(audienceSay({ ...everybody, levels: [0] }, fang)).toBe('您的会员等级不适用');
    expect(audienceSay({ ...everybody, storeIds: ['west'] }, fang)).toBe('指定门店专享');
    expect(audienceSay({ ...everybody, tags: ['old'] }, fang)).toBe('仅限部分会员');
    expect(audienceSay({ ...everybody, levels: [0] }, null)).toBe('登录后查看是否可用');
  });
});
