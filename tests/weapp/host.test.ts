import { nativeProgram, planted, removePlanted, taroProgram } from './fixtures/programs';
import type { Host } from './host/host';
import type { WxNode } from './host/node';
import { startWeapp, type StartOptions } from './host/start';
import { compileWithTencent, drawWithTencent, type TencentNode } from './host/tencent';
import { textOf } from './host/values';
import { newPhone } from './host/wx/storage';

let host: Host;

function start(dist: string, options: Partial<StartOptions> = {}): Host {
  host = startWeapp({ dist, nowMs: 1_800_000_000_000, callFunction: answerApi, ...options });
  return host;
}

function answerApi(): Promise<unknown> {
  return Promise.resolve(['苹果', '梨']);
}

afterEach(() => {
  host.close();
  removePlanted();
});

describe('a page that Taro compiled', () => {
  const taro = taroProgram();

  test('renders what the cloud answered, and its setData is counted', async () => {
    start(taro);
    const cost = await host.measure(() => host.launch({ query: { id: '7' } }));
    expect(host.page()).toMatchObject({ path: 'pages/home/index', title: '首页' });
    expect(host.page().text()).toContain('里 0 外 0\n到此为止\n苹果\n梨\n去看看');
    expect(
      host
        .page()
        .findAll('.row')
        .map((row) => row.text()),
    ).toEqual(['苹果', '梨']);
    expect(cost.calls).toBeGreaterThanOrEqual(2);
    expect(cost.bytes).toBeGreaterThan(cost.largest);
    expect(host.firstScreens).toEqual([{ path: 'pages/home/index', ...cost }]);
    const [call] = host.cloudCalls;
    expect(call).toMatchObject({ name: 'api', data: { input: { id: '7' } } });
  });

  test('hears a tap on the inner element and on each one above, in one setData', async () => {
    start(taro);
    await host.launch();
    const cost = await host.measure(() => host.tap('里 0 外 0'));
    expect(host.page().find('.counts').text()).toBe('里 1 外 1');
    expect(cost.calls).toBe(1);
    await host.tap('到此为止');
    expect(host.page().find('.counts').text()).toBe('里 1 外 1');
  });

  test('takes what is typed', async () => {
    start(taro);
    await host.launch();
    await host.input('写字', '苹果');
    expect(host.page().find('.word').text()).toBe('苹果');
  });

  test('opens a subpackage when it is needed, and draws deeper than its templates go', async () => {
    start(taro);
    await host.launch();
    expect(host.loadedPackages).toEqual([]);
    await host.tap('去看看');
    expect(host.loadedPackages).toEqual(['shop']);
    expect(host.stack).toEqual(['pages/home/index', 'shop/item/index']);
    expect(host.page().find('.id').text()).toBe('7');
    expect(host.page().has('.item .bottom')).toBe(true);
    await host.tap('返回');
    expect(host.page().path).toBe('pages/home/index');
  });

  test('lets a custom wrapper write its own data only', async () => {
    start(taro);
    await host.launch({ path: 'shop/item/index', query: 'id=9' });
    const cost = await host.measure(() => host.tap('.count'));
    expect(host.page().find('.count').text()).toBe('次数 1');
    expect(cost).toMatchObject({ calls: 1 });
    expect(cost.bytes).toBeLessThan(60);
  });

  test('switches tabs by its own tab bar and keeps the first one', async () => {
    start(taro);
    await host.launch();
    await host.tap('里 0 外 0');
    await host.tap({ class: 'tab', text: '购物车' });
    expect(host.page()).toMatchObject({ path: 'pages/cart/index', title: '购物车' });
    await host.tap({ class: 'tab', text: '首页' });
    expect(host.page().find('.counts').text()).toBe('里 1 外 1');
  });

  test('says what it shares', async () => {
    start(taro);
    await host.launch();
    await host.tap('分享');
    expect(host.shares).toMatchObject([{ title: '好物', path: '/pages/home/index?share=1' }]);
  });

  test("is the tree that WeChat's own compiler makes of the same data", async () => {
    start(taro);
    await host.launch();
    const { tree } = host.page();
    const compiled = compileWithTencent(taro);
    if (!compiled.ran) return tell(compiled.reason);
    expect(compiled.wxml).toBeGreaterThan(5);
    const theirs = drawWithTencent(taro, 'pages/home/index', dataOf(tree));
    expect(flatOwn(tree)).toEqual(flatTheirs(theirs));
  });

  test('is refused by WeChat when its WXML or WXSS is broken', () => {
    start(taro);
    const compiled = compileWithTencent(taro);
    if (!compiled.ran) return tell(compiled.reason);
    const wxml = planted(taro, { 'base.wxml': (text) => text.replace('</view>', '') });
    expect(() => compileWithTencent(wxml)).toThrow(/base\.wxml/);
    const wxss = planted(taro, { 'app.wxss': (text) => `${text}.open { color: red;` });
    expect(() => compileWithTencent(wxss)).toThrow(/app\.wxss/);
  });
});

describe('single-page mode', () => {
  test('has no login and no way elsewhere, and a storage of its own', async () => {
    const phone = newPhone();
    const edits = {
      'pages/home/index.js': (text: string) =>
        `${text}\nwx.getStorageSync('who') || wx.setStorageSync('who', 'me');wx.login({ fail: (no) => console.log(no.errMsg) });`,
    };
    const dist = planted(nativeProgram, edits);
    start(dist, { phone });
    await host.launch({ scene: 1154 });
    expect(host.lines.map((line) => line.text)).toContain(
      'login:fail not supported in single page mode',
    );
    expect([...phone.singlePageStorage.keys()]).toEqual(['who']);
    expect([...phone.storage.keys()]).toEqual([]);
    await expect(host.tap('去看看')).rejects.toThrow('navigateTo:fail not supported');
  });

  test('tells the cloud that nobody is known', async () => {
    const callers: unknown[] = [];
    start(nativeProgram, {
      callFunction: (_name, _data, caller) => {
        callers.push(caller);
        return Promise.resolve({ say: '好' });
      },
    });
    await host.launch({ path: 'shop/item/index', scene: 1154 });
    expect(host.page().find('.answer').text()).toBe('好');
    expect(callers).toEqual([{ anonymous: true }]);
  });
});

/** WeChat's compilers run on few machines; elsewhere the check says why it was left out. */
function tell(reason: string): void {
  process.stderr.write(`WeChat's compilers were not asked: ${reason}\n`);
}

function dataOf(tree: WxNode) {
  const { data } = tree.owner.self;
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function flatOwn(node: WxNode): string[] {
  return node.children.flatMap((child) => {
    if (child.tag === 'custom-tab-bar') return [];
    if (child.tag === '#text') return [child.attribute('value')];
    return [[child.tag, child.id, child.attribute('class')].join(' '), ...flatOwn(child)];
  });
}

function flatTheirs(node: TencentNode): string[] {
  if (typeof node === 'string') return [node];
  const inside = (node.children ?? []).flatMap(flatTheirs);
  if (node.tag === 'wx-page' || node.tag === 'virtual') return inside;
  const { id, class: classes } = node.attr ?? {};
  const own = [node.tag.replace('wx-', ''), id, classes].map(textOf);
  return [own.join(' '), ...inside];
}
