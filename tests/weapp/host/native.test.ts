import { nativeProgram } from '../fixtures/programs';
import type { Host } from './host';
import { startWeapp } from './start';
import { stringsOf } from './values';

let host: Host;

beforeEach(async () => {
  host = startWeapp({
    dist: nativeProgram,
    callFunction: () => Promise.resolve({ say: '有货' }),
  });
  await host.launch({ query: { from: 'test' }, scene: 1007 });
});

afterEach(() => host.close());

function lines(): string[] {
  return stringsOf(host.app.seen).map((line) => line.trim());
}

function self(): Record<string, unknown> {
  return host.page().tree.owner.self;
}

describe('WXML', () => {
  test('is drawn with its loops, branches, templates and wxs', () => {
    expect(host.page().text().split('\n').slice(0, 3)).toEqual(['1. 苹果', '「收藏」', '2. 梨']);
    expect(host.page().find('.more').text()).toBe('三种');
  });

  test('hides what is hidden from whoever looks and taps', async () => {
    expect(host.page().has('.secret')).toBe(false);
    expect(host.page().text()).not.toContain('藏着的');
    await expect(host.tap('藏着的')).rejects.toThrow('Nothing matches');
  });
});

describe('an event', () => {
  test('rises from the tapped element through every bound one, with data and marks', async () => {
    await host.tap('2. 梨');
    expect(self().events).toMatchObject([
      { where: 'row', dataset: { rowName: '梨' }, mark: { page: 'home', row: 1 } },
      { where: 'home', dataset: {}, mark: { page: 'home', row: 1 } },
    ]);
  });

  test('ends where it is caught', async () => {
    await host.tap(host.page().findAll('「收藏」')[1] ?? '收藏');
    expect(self().events).toMatchObject([{ where: 'keep', mark: { deed: 'keep', row: 1 } }]);
  });

  test('is an error where nothing listens', async () => {
    await expect(host.tap('.still')).rejects.toThrow('Nothing listens to a tap');
    await expect(host.fire('.list', 'scrolltoupper')).rejects.toThrow('Nothing listens');
  });

  test('does not rise when it is no touch', async () => {
    await host.fire('.list', 'scrolltolower');
    expect(host.page().find('.list').text()).toBe('1');
    expect(self().events).toEqual([]);
  });

  test('of typing is cut at the length of the field', async () => {
    await host.input('写字', '一二三四五', true);
    expect(host.page().find('[placeholder=写字]').attribute('value')).toBe('一二三四');
    expect(host.dialogs.toasts).toEqual(['好：一二三四']);
  });
});

describe('a component', () => {
  test('keeps its own data, and lives as long as its element', async () => {
    await host.tap('.counter');
    await host.tap('.counter');
    expect(host.page().find('.counter').text()).toBe('次数：2');
    await host.pullDown();
    expect(host.page().find('.counter').text()).toBe('次数：2');
  });
});

describe('the life of a page', () => {
  test('follows WeChat: show, ready, pull, end, share', async () => {
    await host.pullDown();
    expect(host.page().find('.more').text()).toBe('少');
    await host.reachBottom();
    expect(host.page().text()).toContain('2. 李');
    expect(await host.shareFromMenu()).toMatchObject({ title: '好物 menu' });
    await host.tap('分享');
    expect(host.shares[1]).toEqual({
      title: '好物 button',
      path: '/shop/item/index?id=1',
      imageUrl: '',
    });
    await expect(host.shareToTimeline()).rejects.toThrow("can't be shared there");
  });

  test('begins and ends in the order of WeChat', async () => {
    const begun = ['launch 1007 pages/home/index', 'show 1007', 'home show', 'attached 次数'];
    expect(lines()).toEqual([...begun, 'home ready']);
    await host.hide();
    await host.resume();
    await host.tap('去看看');
    await host.back();
    await host.launch({ path: 'pages/cart/index', scene: 1011 });
    expect(lines().slice(5)).toEqual([
      ...['home hide', 'hide', 'show', 'home show', 'home hide', 'home show'],
      ...['show 1011', 'home unload', 'detached 次数'],
    ]);
  });

  test('hands over a query undecoded, and prices from a file of its package', async () => {
    await host.tap('去看看');
    expect(host.page().find('.item').text()).toBe('7 %E6%A2%A8 ¥19.90');
    expect(host.page().find('.answer').text()).toBe('有货');
    await expect(host.pullDown()).rejects.toThrow('does not enable pulling down');
    await host.back();
    await expect(host.back()).rejects.toThrow('cannot navigate back at first page');
  });
});
