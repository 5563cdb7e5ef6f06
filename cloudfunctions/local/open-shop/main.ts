import { realNowMs } from '../../platform/clock';
import { checkDatabase } from '../start/database';
import { explain } from '../start/explain';
import { codeOf } from '../start/trouble';
import { readOptions } from './options';
import { writeShop } from './write';

const noSuchTable = '42P01';
const migrateFirst = '数据库还没有表，请先运行 migrate/main.ts | run migrate/main.ts first';

/** `run.mjs open-shop/main.ts`: the first rows of a real shop in the migrated database of DATABASE_URL. */
async function main(): Promise<void> {
  const { databaseUrl, plan } = readOptions(process.argv.slice(2), process.env);
  await checkDatabase(databaseUrl);
  const { shopId, opened, appointed } = await writeShop(databaseUrl, plan, realNowMs());
  const lines = [
    opened
      ? '✓ 已开店 | the shop is open'
      : '· 店铺已存在，未改动 | the shop was there, left as it is',
    ...(plan.appointment === null
      ? []
      : [
          appointed
            ? `✓ ${plan.appointment.name} 已上岗 | works here now`
            : `· ${plan.appointment.name} 已在岗，未改动 | had a post already, left as it is`,
        ]),
    `SHOP_ID=${shopId}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((fault: unknown) => {
  const line = codeOf(fault) === noSuchTable ? migrateFirst : explain(fault);
  if (line === null) throw fault;
  process.stderr.write(`✗ ${line}\n`);
  process.exitCode = 1;
});
