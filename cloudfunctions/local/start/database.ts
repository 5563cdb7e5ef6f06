import pg from 'pg';
import { codeOf, Trouble } from './trouble';

const objections: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  ECONNREFUSED: ['没有数据库在该地址应答', 'nothing answers at that address'],
  ENOTFOUND: ['找不到该主机', 'the host is not known'],
  EAI_AGAIN: ['找不到该主机', 'the host is not known'],
  ETIMEDOUT: ['连接超时', 'the connection timed out'],
  '28P01': ['用户名或密码不对', 'wrong user or password'],
  '28000': ['该用户无权连接', 'this user may not connect'],
  '3D000': ['没有这个数据库', 'there is no such database'],
};

/** Makes sure that a database answers at `url`; otherwise throws one line that does not repeat the password. */
export async function checkDatabase(url: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw unusable(
      '应形如 postgres://用户:密码@主机:5432/库名',
      'it should look like postgres://user:password@host:5432/name',
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const [chinese, english] = objections[codeOf(fault) ?? ''] ?? [reason, 'cannot connect'];
    throw unusable(chinese, english, fault);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function unusable(chinese: string, english: string, cause?: unknown): Trouble {
  return new Trouble(`DATABASE_URL 不可用：${chinese}`, `DATABASE_URL: ${english}`, { cause });
}
