import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { benchBrowse } from './browse';
import { placeOrders, prepareBuyers, settleOrders } from './checkout';
import { benchFloor } from './floor';
import { benchOffers, endOffers } from './offers';
import { table, type Measured } from './measure';
import { benchQuote } from './quote';
import { connections, openBenchShop, type BenchShop } from './shop';

const root = path.resolve(__dirname, '../../..');
const clientCounts = [1, 8, 32];

/** `npm run bench [-- --orders 600 --calls 2000 --members 10000]`: rates beside a floor of the same run, written to bench/; `--quote` only times quotes. */
async function main(): Promise<void> {
  const option = (name: string, otherwise: number) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const members = option('members', 0);
  spawnSync(process.execPath, ['config/build.mjs', 'cloud'], { cwd: root, stdio: 'inherit' });
  console.log('opening a shop to measure …');
  const shop = await openBenchShop(members > 0 ? members : 'demo', false);
  try {
    const parts = [
      heading(members),
      benchQuote(),
      await benchBrowse(shop, clientCounts, option('calls', 1_500)),
      await benchCheckout(shop, option('orders', 480)),
    ];
    const text = `${parts.join('\n\n')}\n`;
    console.log(`\n${text}`);
    await mkdir(path.join(root, 'bench'), { recursive: true });
    await writeFile(path.join(root, 'bench', 'latest.md'), text);
  } finally {
    await shop.close();
  }
}

function heading(members: number): string {
  const { version, platform } = process;
  return `# Shuke bench\n\nNode ${version} on ${platform}, ${os.cpus().length} cores, ${members > 0 ? members : 200} members, ${connections} connections at most; the deployed bundles called in process, PostgreSQL with its default durability.`;
}

async function benchCheckout(shop: BenchShop, orders: number): Promise<string> {
  const buyers = await prepareBuyers(shop);
  await endOffers(shop);
  await settleOrders(shop, (await placeOrders(shop, buyers, 4, 60)).placed, 4);
  const lines: string[][] = [];
  for (const clients of clientCounts) {
    const place = await placeOrders(shop, buyers, clients, orders);
    const settle = await settleOrders(shop, place.placed, clients);
    const floor = await benchFloor(shop, clients, orders);
    const rate = rateOf(place.measured, settle);
    lines.push([
      String(clients), rate.toFixed(0), place.measured.perSecond.toFixed(0), settle.perSecond.toFixed(0),
      (place.measured.cpuMs + settle.cpuMs).toFixed(2), floor.once.perSecond.toFixed(0), floor.twice.perSecond.toFixed(0),
      percent(rate / floor.once.perSecond), percent(rate / floor.twice.perSecond),
    ]);
  }
  const head = ['clients', 'checkout/s', 'place/s', 'settle/s', 'server CPU ms', 'floor/s (1 call)', 'floor/s (2 calls)', 'of floor (1)', 'of floor (2)'];
  const offers = await benchOffers(shop, buyers, orders);
  return `${table(head, lines)}\n\n${counted()}\n\n${offers}`;
}

/** What does not vary: statements and durable commits of one paid order, counted on the wire and by PostgreSQL. */
async function countOne(): Promise<void> {
  const sample = 20;
  const shop = await openBenchShop('demo', true);
  try {
    const buyers = await prepareBuyers(shop);
    await endOffers(shop);
    await settleOrders(shop, (await placeOrders(shop, buyers, 1, 1)).placed, 1);
    const writers = async () =>
      Number((await shop.bare.query<{ x: string }>('select pg_current_xact_id()::text as x')).rows[0]?.x);
    const before = await writers();
    await settleOrders(shop, (await placeOrders(shop, buyers, 1, sample)).placed, 1);
    const statements = (shop.wire?.statements() ?? 0) / sample;
    const commits = ((await writers()) - before - 1) / sample;
    console.log(`One paid order: ${statements.toFixed(1)} statements, ${commits.toFixed(1)} durable commits.`);
  } finally {
    await shop.close();
  }
}

/** Counts in a process of its own, because the wire that counts costs the one that measures its time. */
function counted(): string {
  const made = spawnSync(process.execPath, ['cloudfunctions/local/run.mjs', 'bench/main.ts', '--count'], { cwd: root, encoding: 'utf8' });
  return made.stdout.split('\n').find((line) => line.startsWith('One paid order')) ?? `not counted: ${made.stderr}`;
}

function rateOf(place: Measured, settle: Measured): number {
  return 1 / (1 / place.perSecond + 1 / settle.perSecond);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

if (process.argv.includes('--quote')) console.log(benchQuote());
else void (process.argv.includes('--count') ? countOne() : main());
