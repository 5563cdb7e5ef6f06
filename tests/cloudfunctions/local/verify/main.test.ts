import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { readInvariants } from '../../../../cloudfunctions/local/verify/invariants';
import { testDatabase } from '../../../support/database';
import { smallShop } from '../../../support/small-shop';

const database = testDatabase();
const runner = path.resolve('cloudfunctions/local/run.mjs');

function verify(databaseUrl: string) {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  return promisify(execFile)(process.execPath, [runner, 'verify/main.ts'], { env });
}

describe('the command that verifies data', () => {
  it('ticks each invariant off, and ends with 1 and the rows when one does not hold', async () => {
    const small = await smallShop(database.db);
    const { stdout } = await verify(database.url);
    expect(stdout.match(/^✓ /gm)).toHaveLength(readInvariants().length);
    const [sku] = small.skus;
    const wrong = { received: 8, onHand: 5, held: 3, sold: 0 };
    await database.db.updateTable('stock').set(wrong).where('skuId', '=', sku).execute();
    await expect(verify(database.url)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        new RegExp(`✗ stock · held.*\\n {4}${sku} {2}3 held, 0 in unpaid orders\\n`),
      ) as string,
    });
  });

  it('says in one line that there is no shop', async () => {
    const empty = new URL(database.url);
    empty.pathname = '/postgres';
    await expect(verify(empty.href)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^✗ .*there is no shop here yet.*\n$/) as string,
    });
  });
});
