import { checkDatabase } from '../../../../cloudfunctions/local/start/database';
import { explain } from '../../../../cloudfunctions/local/start/explain';
import { Trouble } from '../../../../cloudfunctions/local/start/trouble';
import { MigrationFault } from '../../../../cloudfunctions/platform/migrate';

const fault = (code: string, more: object = {}) =>
  Object.assign(new Error(code), { code, ...more });

describe('a fault that a person can mend', () => {
  it.each([
    [
      fault('ENOSPC', { path: '/shop/secrets.json' }),
      /磁盘空间不足.*\/shop\/secrets\.json \| the disk is full/,
    ],
    [fault('EROFS'), /只读.*read-only/],
    [fault('53100'), /磁盘空间不足.*cannot write/],
    [fault('EADDRINUSE', { port: 8788 }), /端口 8788 已被占用.*port 8788 is in use/],
    [
      new MigrationFault('0001_tables.sql was changed after it ran'),
      /数据库结构无法更新.*0001_tables\.sql/,
    ],
    [new Trouble('中文', 'English'), /^中文 \| English$/],
  ])('%s is one line, Chinese first', (given, line) => {
    expect(explain(given)).toMatch(line);
    expect(explain(given)).not.toContain('\n');
  });

  it('is told from a defect, of which the whole trace is wanted', () => {
    expect(explain(new TypeError('x is not a function'))).toBeNull();
    expect(explain('thrown text')).toBeNull();
  });
});

describe('a DATABASE_URL that does not work', () => {
  it.each([
    ['shop', /应形如 postgres:/],
    ['mysql://u:hidden@127.0.0.1/shop', /应形如 postgres:/],
    ['postgres://u:hidden@127.0.0.1:1/shop', /没有数据库在该地址应答/],
  ])('%s is one line without its password', async (url, line) => {
    await expect(checkDatabase(url)).rejects.toThrow(line);
    await expect(checkDatabase(url)).rejects.not.toThrow(/hidden|\n/);
  });
});
