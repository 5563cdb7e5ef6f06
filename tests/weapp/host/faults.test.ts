import {
  nativeProgram,
  planted,
  removePlanted,
  taroProgram,
  type Edits,
} from '../fixtures/programs';
import type { Host } from './host';
import { startWeapp } from './start';

const home = 'pages/home/index.js';
const item = 'shop/item/index.js';
const taro = taroProgram();
const open: Host[] = [];

function start(dist: string): Host {
  const host = startWeapp({ dist, callFunction: () => Promise.resolve([]) });
  open.push(host);
  return host;
}

function taroWith(edits: Edits): Host {
  return start(planted(taro, edits));
}

function before(file: string, code: string): Edits {
  return { [file]: (text) => `${code}\n${text}` };
}

afterEach(() => {
  for (const host of open.splice(0)) host.close();
  removePlanted();
});

describe('a fault in what Taro compiled is found', () => {
  test.each([
    ['a deleted page', { [home]: null }, `${home} is missing`],
    ['a page without its WXML', { 'pages/cart/index.wxml': null }, 'cart/index.wxml is missing'],
    ['a page without its JSON', { 'pages/cart/index.json': null }, 'cart/index.json is missing'],
    ['a removed subpackage', { shop: null }, `${item} is missing`],
    ['a removed tab bar', { 'custom-tab-bar': null }, 'custom-tab-bar/index.js is missing'],
  ])('%s, at the start', (_, edits: Edits, says) => {
    expect(() => taroWith(edits)).toThrow(says);
  });

  test.each([
    ['a throw at load', before(home, "throw new Error('planted');"), 'planted'],
    ['localStorage', before(home, "localStorage.getItem('a');"), 'localStorage is not defined'],
    ['window', before(home, 'window.scrollTo(0, 0);'), 'window is not defined'],
    ['document', before(home, 'document.title;'), 'document is not defined'],
    ['fetch', before(home, "fetch('/api');"), 'fetch is not defined'],
    ['XMLHttpRequest', before(home, 'new XMLHttpRequest();'), 'XMLHttpRequest is not defined'],
    ['Proxy', before(home, 'new Proxy({}, {});'), 'Proxy is not defined'],
    ['new Function', before(home, "new Function('return 1')();"), 'Code generation from strings'],
    ['eval', before(home, "(0, eval)('1');"), 'Code generation from strings'],
    ['an unknown API', before(home, 'wx.getLocation({});'), 'wx.getLocation is not known'],
    ['a request', before(home, "wx.request({ url: '/' });"), 'wx.request is forbidden'],
    ['no such API', before(home, 'wx.teleport();'), 'wx.teleport is not a function'],
    ['a late throw', before(home, "setTimeout(() => { throw new Error('late'); });"), 'late'],
    ['a lost promise', before(home, "Promise.reject(new Error('lost'));"), 'lost'],
    ['an async throw', before(home, "(async () => { throw new Error('gone'); })();"), 'gone'],
    ['no vendors chunk', { 'vendors.js': null }, "module 'vendors.js' is not defined"],
    ['no taro chunk', { 'taro.js': null }, "module 'taro.js' is not defined"],
    ['no component', { 'comp.js': null }, 'comp.js is missing'],
    ['a chunk never required', { 'app.js': without('require("./vendors"),') }, 'registers nothing'],
    ['a missing template', { 'base.wxml': renamed }, /template "tmpl_0_\d+" is missing/],
    ['a missing wxs', { 'utils.wxs': null }, 'utils.wxs is missing'],
  ])('%s, at the launch', async (_, edits: Edits, says) => {
    await expect(taroWith(edits).launch()).rejects.toThrow(says);
  });

  test('navigateTo on a tab page, where it is tapped', async () => {
    const host = taroWith({});
    await host.launch();
    await expect(host.tap('走错')).rejects.toThrow('can not navigateTo a tabbar page');
    expect(host.refusedMoves).toEqual(['navigateTo:fail can not navigateTo a tabbar page']);
  });

  test('a subpackage that app.json lost, where it is tapped', async () => {
    const host = taroWith({ 'app.json': (text) => text.replace('"item/index"', '') });
    await host.launch();
    await expect(host.tap('去看看')).rejects.toThrow('page "shop/item/index" is not found');
  });

  test('a handler that is not there, where it is tapped', async () => {
    const host = taroWith({
      'base.wxml': (text) => text.replaceAll('bindtap="eh"', 'bindtap="x"'),
    });
    await host.launch();
    await expect(host.tap('里 0 外 0')).rejects.toThrow('there is no handler "x"');
  });

  test('a cloud that was never opened', async () => {
    const host = taroWith({ 'app.js': without('.cloud.init({})') });
    await expect(host.launch()).rejects.toThrow('please call wx.cloud.init first');
  });
});

describe('a rule of WeChat is kept', () => {
  const onRun = (code: string) => ({
    [item]: (text: string) => text.replace('onRun() {}', `onRun() { ${code} }`),
  });
  const run = async (code: string) => {
    const host = start(planted(nativeProgram, onRun(code)));
    await host.launch({ path: 'shop/item/index' });
    await host.tap('运行');
    return host;
  };

  test.each([
    ["wx.switchTab({ url: '/shop/item/index' })", 'can not switch to no-tabBar page'],
    ["wx.redirectTo({ url: '/pages/cart/index' })", 'can not redirectTo a tabbar page'],
    ["wx.navigateTo({ url: '/pages/gone/index' })", 'page "pages/gone/index" is not found'],
    ['wx.navigateBack()', 'cannot navigate back at first page'],
    [
      "for (let n = 0; n < 10; n += 1) wx.navigateTo({ url: 'index' })",
      'webview count limit exceed',
    ],
    ["require('../../gone')", "module 'gone.js' is not defined"],
    ["wx.showModal({ title: '删除' })", 'asks "删除" and the test gives no answer'],
    ['wx.requestPayment({})', 'timeStamp is no string'],
  ])('%s', async (code, says) => {
    await expect(run(code)).rejects.toThrow(says);
  });

  test('no file of a subpackage is required from another place', async () => {
    const host = start(
      planted(nativeProgram, before('pages/cart/index.js', "require('../../shop/prices');")),
    );
    await host.launch();
    await expect(host.launch({ path: 'pages/cart/index' })).rejects.toThrow("in subpackage 'shop'");
  });

  test('tabs live on, all other pages end', async () => {
    const host = await run("wx.switchTab({ url: '/pages/cart/index' })");
    expect(host.stack).toEqual(['pages/cart/index']);
  });

  test('time moves only when it is moved, and nothing is left after the end', async () => {
    const host = await run("setTimeout(() => this.setData({ answer: '到了' }), 60000)");
    await host.settle();
    expect(host.page().has('到了')).toBe(false);
    await host.advance(60_000);
    expect(host.page().has('到了')).toBe(true);
  });
});

function without(code: string): (text: string) => string {
  return (text) => text.replace(code, '');
}

function renamed(text: string): string {
  return text.replaceAll('template name="tmpl_0_', 'template name="gone_0_');
}
