// Started by a test: starts a server, writes a row, and is killed before it can stop anything.
import { startPostgres } from '../../../../cloudfunctions/local/postgres/server';
import { query } from './scratch';

async function main(folder: string): Promise<void> {
  const server = await startPostgres({ folder });
  await query(server.url, 'create table kept as select 7 as number');
  process.kill(process.pid, 'SIGKILL');
}

void main(process.argv[2] ?? '');
