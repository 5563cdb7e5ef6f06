import { readOptions } from '../../../../cloudfunctions/local/open-shop/options';

const environment = { DATABASE_URL: 'postgres://u@127.0.0.1/shop' };
const least = ['--name', '山野', '--store', '静安店'];

describe('the options of a new shop', () => {
  test('a name and a store are enough', () => {
    expect(readOptions(least, environment).plan).toEqual({
      shopId: undefined,
      name: '山野',
      slogan: '',
      store: { name: '静安店', city: '', address: '' },
      appointment: null,
    });
  });

  test('a person is appointed by openid, role and name', () => {
    const args = [...least, '--guide', 'o-1', '--called', '小林', '--rate-bp', '300'];
    expect(readOptions(args, environment).plan.appointment).toEqual({
      openid: 'o-1',
      role: 'guide',
      name: '小林',
      rateBp: 300,
    });
  });

  test.each([
    [['--name', '山野'], /--store/],
    [[...least, '--manager', 'o-1'], /--called/],
    [[...least, '--called', '小林'], /--manager/],
    [[...least, '--manager', 'o-1', '--guide', 'o-2', '--called', '小林'], /or --guide/],
    [[...least, '--guide', 'o-1', '--called', '小林', '--rate-bp', '5001'], /0 to 5000/],
    [[...least, '--colour', 'red'], /usage/],
  ])('%j is refused in one line', (args, says) => {
    expect(() => readOptions(args, environment)).toThrow(says);
  });

  test('a database must be named, and an id must be a UUID', () => {
    expect(() => readOptions(least, {})).toThrow(/set DATABASE_URL/);
    expect(() => readOptions(least, { ...environment, SHOP_ID: '12' })).toThrow(/UUID/);
  });
});
