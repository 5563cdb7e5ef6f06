import { existsSync } from 'node:fs';
import path from 'node:path';
import { committedFiles, read, root, topLevel } from './support/files';

const files = committedFiles();
const code = files.filter((file) => /\.(ts|tsx|mjs|cjs|js|scss|wxml)$/.test(file));
const scripts = code.filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file));
const texts = files.filter((file) =>
  /\.(ts|tsx|mjs|cjs|js|scss|wxml|sql|json|md|html|ya?ml)$/.test(file),
);

const unpainted = texts.filter((file) => !file.endsWith('.scss'));

/** The lines of `list` that have `pattern`, as `path:line text`, without those in `except`. */
function linesWith(list: string[], pattern: RegExp, except: RegExp = /$^/): string[] {
  return list.flatMap((file) =>
    read(file)
      .split('\n')
      .map((text, index) => ({ text, place: `${file}:${index + 1}` }))
      .filter(({ text }) => pattern.test(text.replace(except, '')))
      .map(({ text, place }) => `${place} ${text.trim()}`),
  );
}

describe('the layout', () => {
  test('the top level is fixed', () => {
    const rooms = ['package.json', 'tsconfig.json', 'config', 'src', 'cloudfunctions', 'tests'];
    const papers = ['README.md', 'README.zh-CN.md', 'LICENSE', 'project.config.json'];
    const tools = ['package-lock.json', 'babel.config.js'];
    const allowed = new Set([...rooms, ...papers, ...tools]);
    expect(topLevel().filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([]);
  });

  test('a room has only the layers', () => {
    const layer = 'schema|flow|rules|refusals|tables|store|usecases|api|jobs';
    const inLayer = new RegExp(
      `^cloudfunctions/domains/([^/]+\\.ts|[^/]+/(${layer})(\\.ts|/.+\\.ts))$`,
    );
    const inRooms = files.filter((file) => file.startsWith('cloudfunctions/domains/'));
    expect(inRooms.filter((file) => !inLayer.test(file))).toEqual([]);
  });

  test('a layer is a file or a folder, not both', () => {
    const both = files.filter((file) => /^cloudfunctions\/domains\/[^/]+\/[^/]+\.ts$/.test(file));
    expect(both.filter((file) => existsSync(path.join(root, file.replace(/\.ts$/, ''))))).toEqual(
      [],
    );
  });

  test('migrations are numbered from one without a gap', () => {
    const numbers = files
      .filter((file) => file.startsWith('cloudfunctions/migrations/'))
      .map((file) => Number(/\/(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('a test stands where its source does', () => {
    const folders = files
      .filter((file) => /^tests\/(cloudfunctions|src|config)\/.*\.test\.tsx?$/.test(file))
      .map((file) => path.dirname(file));
    const lost = folders.filter((folder) => {
      const source = path.join(root, folder.replace(/^tests\//, ''));
      return !['', '.ts', '.tsx'].some((end) => existsSync(source + end));
    });
    expect([...new Set(lost)]).toEqual([]);
  });
});

describe('the style', () => {
  test('a file has no more than 300 lines', () => {
    const long = code.filter((file) => read(file).trimEnd().split('\n').length > 300);
    expect(long).toEqual([]);
  });

  test('no file only passes on what others say', () => {
    const passesOn = /^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+'[^']+';?$/;
    const barrels = scripts.filter((file) => {
      const statements = read(file)
        .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
        .split(/;\s*\n/)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '');
      return statements.length > 0 && statements.every((statement) => passesOn.test(statement));
    });
    expect(barrels).toEqual([]);
  });

  test('nothing has a name that says nothing', () => {
    const empty =
      /^(utils?|common|helpers?|misc|shared|lib)$|(Manager|Helpers?|Utils?)$|^Base[A-Z]/;
    const named = files.filter((file) =>
      file.split('/').some((part) => empty.test(part.replace(/\..*$/, ''))),
    );
    expect(named).toEqual([]);
    expect(
      linesWith(
        scripts,
        /\bclass\s+(Base\w*|\w*(Base|Manager|Helper|Util))\b|\babstract\s+class\b/,
      ),
    ).toEqual([]);
  });

  test('nothing is left to do in a comment', () => {
    expect(linesWith(code, /\b(TODO|FIXME|XXX|HACK)\b/, /\(TODO\|.*$/)).toEqual([]);
  });

  test('who silences the linter says why, and nobody silences the compiler', () => {
    expect(linesWith(scripts, /eslint-disable(?!.* -- \S)/, /eslint-disable\(.*$/)).toEqual([]);
    expect(linesWith(scripts, /@ts-(ignore|nocheck|expect-error)/, /@ts-\(.*$/)).toEqual([]);
  });

  test('no test is left out or run alone', () => {
    const tests = files.filter((file) => /\.test\.tsx?$/.test(file));
    expect(
      linesWith(tests, /\b(test|it|describe)\.(only|skip|todo|failing)\b|\b[xf](it|describe)\(/),
    ).toEqual([]);
  });

  test('icons are drawn, not typed', () => {
    const phone = files.filter((file) => /^src\/.*\.(tsx?|scss|wxml|json)$/.test(file));
    expect(linesWith(phone, /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u)).toEqual([]);
  });
});

describe('the doors', () => {
  const apis = files.filter((file) =>
    /^cloudfunctions\/domains\/[^/]+\/api(\.ts|\/.+\.ts)$/.test(file),
  );
  const procedures = apis.flatMap((file) =>
    read(file)
      .split(/(?=^ {2}'[^']+': procedure\()/m)
      .filter((text) => text.startsWith("  '"))
      .map((text) => ({ file, text, name: text.split("'")[1] ?? '' })),
  );

  test('every procedure says in a line what it is for', () => {
    const silent = procedures.filter(({ text }) => !/\babout:\s*['"`][^'"`]{4,}/.test(text));
    expect(silent.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  test('every procedure is found by this test, and is named after its room', () => {
    const made = apis.reduce(
      (sum, file) => sum + (read(file).match(/\bprocedure\(/g) ?? []).length,
      0,
    );
    expect(procedures).toHaveLength(made);
    const strange = procedures.filter(({ file, name }) => {
      const room = (file.split('/')[2] ?? '').replace(/-(\w)/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      return !new RegExp(`^${room}\\.[a-z][A-Za-z]+$`).test(name);
    });
    expect(strange.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });
});

describe('what is committed', () => {
  test('no file names a machine', () => {
    // What begins with 0, 1 or 2 is a version, or a number that standards give to their parts.
    const address = /(?<![\d.])(?!127\.0\.0\.1|[0-2]\.)(\d{1,3}\.){3}\d{1,3}(?![\d.])/;
    expect(linesWith(unpainted, address)).toEqual([]);
    expect(linesWith(texts, /(?<![\w.])\/(work|home|Users|opt|mnt)\/\w|[A-Z]:\\\\?Users/)).toEqual(
      [],
    );
  });

  test('no file names a host but those that the shop or a standard needs', () => {
    const known = [
      ...['127\\.0\\.0\\.1', 'localhost', '\\[::1\\]', '\\$'],
      ...['[\\w.-]+\\.(invalid|test|example)\\b', '([\\w-]+\\.)?example\\.(com|org)'],
      // Names that only give a path something to stand on, WeChat’s two for files among them.
      "(shop|stand-in|app|usr|tmp)(?=[/'`$])",
      ...['www\\.w3\\.org', 'api\\.mch\\.weixin\\.qq\\.com', 'api\\.weixin\\.qq\\.com'],
      ...['servicewechat\\.com', '[\\w.-]+\\.tcb\\.qcloud\\.la'],
    ];
    const allowed = new RegExp(`https?://(${known.join('|')})`, 'g');
    const notes = /\.md$|^package(-lock)?\.json$/;
    const hosts = linesWith(
      texts.filter((file) => !notes.test(file)),
      /https?:\/\/[\w[$]/,
      allowed,
    );
    expect(hosts).toEqual([]);
    expect(
      linesWith(['package-lock.json'], /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/),
    ).toEqual([]);
  });

  test('what the shop is built on has a licence that lets everybody use it', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const free = /^\(?(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)\)?( (AND|OR) .*)?$/;
    const onlyInTests = new Map([['@embedpdf/fonts-sc', 'OFL-1.1']]);
    const other = [...Object.keys(dependencies), ...Object.keys(devDependencies)]
      .map((name) => ({ name, licence: licenceOf(name) }))
      .filter(({ name, licence }) => !free.test(licence) && onlyInTests.get(name) !== licence);
    expect(other).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => onlyInTests.has(name))).toEqual([]);
  });
});

function licenceOf(name: string): string {
  const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as {
    license?: unknown;
  };
  return typeof license === 'string' ? license : 'none';
}
