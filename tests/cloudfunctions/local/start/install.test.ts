import { spawnSync } from 'node:child_process';
import path from 'node:path';

const install = path.resolve('cloudfunctions/local/install.mjs');

/** What `whyNotThisNode` says of a version; asked in a plain Node, as `npm start` does. */
function objectionTo(version: string): string {
  const script = `import(${JSON.stringify(install)}).then((m) => console.log(m.whyNotThisNode('${version}')))`;
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim();
}

describe('the install step', () => {
  it.each(['18.20.4', '20.5.1', '16.0.0'])('names the wrong Node %s in one line', (version) => {
    expect(objectionTo(version)).toMatch(/^需要 Node\.js 20\.6 .* \| Node\.js 20\.6 .*$/);
  });

  it.each(['20.6.0', '20.19.4', '22.1.0', '24.0.0'])('takes Node %s', (version) => {
    expect(objectionTo(version)).toBe('null');
  });
});
