import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { orderFlow } from '../cloudfunctions/domains/orders/flow';
import { FaultChange } from '../cloudfunctions/local/pay-stand-in/faults';
import { FaultChange as WechatFaultChange } from '../cloudfunctions/local/wechat-stand-in/faults';
import { committedFiles, read, root } from './support/files';

const readmes = ['README.md', 'README.zh-CN.md'];
const texts = new Map(readmes.map((name) => [name, read(name)]));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Everything of `text` that `pattern` takes as its first group, each once. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, part = '']) => part))];
}

/** What stands in one section, from its heading to the next of the same rank. */
function section(text: string, heading: RegExp): string {
  const found = text.split(/^(?=## )/m).find((part) => heading.test(part.split('\n')[0] ?? ''));
  if (found === undefined) throw new Error(`no section ${String(heading)}`);
  return found;
}

/** The lines that are typed into a shell, without what is said about them. */
function commands(text: string): string[] {
  return all(text, /```sh\n([\s\S]*?)```/g).map((block) => block.replace(/ +# .*$/gm, ''));
}

/** GitHub's name for a heading's place. */
const placeOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

describe.each([...texts])('%s', (name, text) => {
  test('says what every variable of the functions means, and invents none', () => {
    const inCode = all(read('cloudfunctions/platform/config.ts'), /^ {2}([A-Z][A-Z0-9_]+):/gm);
    const table = section(text, /^## (Configuration|配置)/);
    expect(inCode.length).toBeGreaterThan(10);
    expect(all(table, /^\| `([A-Z0-9_]+)`/gm).sort()).toEqual(inCode.sort());
  });

  test('says what the build and the deployment are told by variables', () => {
    const built = all(read('config/build-sources.mjs'), /'(TARO_APP_[A-Z_]+)'/g);
    const deployed = all(read('config/cloudbaserc.json'), /\{\{env\.([A-Z0-9_]+)\}\}/g);
    const silent = [...built, ...deployed, 'HOST'].filter((variable) => !text.includes(variable));
    expect(silent).toEqual([]);
  });

  test('names only scripts that exist, and each that does', () => {
    const named = all(text, /npm (?:run )?(start|test|(?<=run )[a-z]+(?:[:-][a-z0-9]+)?)\b/g);
    expect(named.sort()).toEqual(Object.keys(scripts).sort());
  });

  test('names only options that the start knows', () => {
    const known = all(read('cloudfunctions/local/start/options.ts'), /(--[a-z]+)/g);
    const named = all(text, /npm start -- (--[a-z]+)/g);
    expect(named.sort()).toEqual(known.sort());
  });

  test('runs only commands and names only files that are there', () => {
    const run = all(text, /run\.mjs ([\w/.-]+\.ts)/g).map((file) => `cloudfunctions/local/${file}`);
    const files = all(text, /`((?:cloudfunctions|config|src|tests)\/[\w/.-]+)`/g);
    const lost = [...run, ...files].filter((file) => !existsSync(path.join(root, file)));
    expect(run.length).toBeGreaterThan(1);
    expect(lost).toEqual([]);
  });

  test('names the rooms in their order, and no other', () => {
    const list = /const rooms = \[([\s\S]*?)\.flat/.exec(read('config/walls.cjs'))?.[1] ?? '';
    const order = all(list, /'([a-z-]+)'/g);
    const there = readdirSync(path.join(root, 'cloudfunctions/domains'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const inOrder = order.filter((room) => there.includes(room));
    const line = /^(?:Rooms, in order|房间依次是)[\s\S]*?\n\n/m.exec(text)?.[0] ?? '';
    expect(all(line, /`([a-z-]+)`/g)).toEqual(inOrder);
  });

  test('draws an order’s life as it is', () => {
    const drawn = all(text, /^ {2}(\w+ --> \w+):/gm).filter((way) => way !== 'closed --> closed');
    const ways = Object.entries(orderFlow).flatMap(([from, steps]) =>
      Object.values(steps).map((to) => `${from} --> ${to}`),
    );
    expect(drawn.filter((way) => !ways.includes(way))).toEqual([]);
  });

  test('names every fault of the stand-ins', () => {
    const faults = { ...FaultChange.shape, ...WechatFaultChange.shape };
    const silent = Object.keys(faults).filter(
      (fault) => !new RegExp(`[\`"]${fault}[\`"]`).test(text),
    );
    expect(silent).toEqual([]);
  });

  test('has only words in its glossary that the code has', () => {
    const code = committedFiles()
      .filter((file) => /^(cloudfunctions|src|config)\/.*\.(ts|tsx|sql|cjs)$/.test(file))
      .map((file) => read(file).toLowerCase().replaceAll('_', ''))
      .join('\n');
    const words = all(section(text, /^## (Glossary|词汇表)/), /`([a-z ]+)` \p{Script=Han}/gu);
    expect(words.length).toBeGreaterThan(30);
    expect(words.filter((word) => !code.includes(word.replaceAll(' ', '')))).toEqual([]);
  });

  test('links only to what is there', () => {
    const places = all(text, /^#+ (.+)$/gm).map(placeOf);
    const links = all(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^https?:/.test(link));
    const lost = links.filter((link) =>
      link.startsWith('#')
        ? !places.includes(link.slice(1))
        : !existsSync(path.join(root, path.dirname(name), link)),
    );
    expect(lost).toEqual([]);
  });
});

test('both say the same: sections, commands, pictures', () => {
  const [english = '', chinese = ''] = [...texts.values()];
  const ranks = (text: string) => text.match(/^#+ /gm);
  expect(ranks(chinese)).toEqual(ranks(english));
  expect(commands(chinese)).toEqual(commands(english));
  const pictures = (text: string) => all(text, /!\[[^\]]{10,}\]\(([^)]+)\)/g);
  expect(pictures(chinese)).toEqual(pictures(english));
  expect(pictures(english)).toHaveLength(2);
});

test('pictures are light', () => {
  const folder = path.join(root, 'config/pictures');
  const heavy = readdirSync(folder).filter(
    (file) => statSync(path.join(folder, file)).size > 400_000,
  );
  expect(heavy).toEqual([]);
});
