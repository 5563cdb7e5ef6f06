import pg from 'pg';
import { renderPictures } from './artwork/render';
import type { ShopWorld, Size } from './world/types';
import { makeShop, peopleInChunks } from './world/world';
import { writeFirstBill } from './write/bills';
import type { Pen } from './write/insert';
import { offerCount, writeOffers, writeOfferTallies } from './write/offers';
import { writeParcels } from './write/parcels';
import { sealingWith, writePeople } from './write/people';
import { writeReviews } from './write/reviews';
import { reviewsOf, type Reviewed } from './world/reviews';
import { shelfCount, writeShelves } from './write/shelf';
import { writeShop } from './write/shop';

/** What to seed, and where. */
export interface SeedOptions {
  readonly databaseUrl: string;
  readonly shopId: string;
  readonly nowMs: number;
  /** Where pictures are written; null writes none, and the rows point to them all the same. */
  readonly picturesFolder: string | null;
  /** 32 bytes in base64, under which personal data is sealed. */
  readonly dataKey: string;
  /** `demo` unless told. */
  readonly size?: Size;
  readonly seed?: string;
  /** Told what is going on, a few words at a time. */
  readonly progress?: (text: string) => void;
}

export interface Seeded {
  /** False when the shop was there already. */
  readonly written: boolean;
  /** Pictures that were missing and are there now. */
  readonly pictures: number;
}

const peopleAtOnce = 1_000;

/**
 * Fills a migrated database with a shop that has a past, once: a shop that exists is left as it is. All rows
 * come with one transaction, so a seed that was cut short leaves nothing behind. Missing pictures are made
 * at every call.
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const {
    nowMs,
    picturesFolder,
    size = 'demo',
    seed = 'shuke',
    progress = () => undefined,
  } = options;
  const world = makeShop({ seed, nowMs, size });
  const written = await writeOnce(options, world, progress);
  if (picturesFolder === null) return { written, pictures: 0 };
  const pictures = await renderPictures(world.pictures, picturesFolder, (done, of) => {
    if (done % 50 === 0 || done === of) progress(`商品图 ${done}/${of}`);
  });
  return { written, pictures };
}

async function writeOnce(
  { databaseUrl, shopId, dataKey }: SeedOptions,
  world: ShopWorld,
  progress: (text: string) => void,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('begin');
    // Whoever seeds the same shop at the same time waits here, and then finds it.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`seed ${shopId}`]);
    const there = await client.query('select 1 from shops where shop_id = $1', [shopId]);
    if (there.rowCount === 0) await writeWorld({ client, shopId }, world, { dataKey, progress });
    await client.query('commit');
    return there.rowCount === 0;
  } finally {
    // A transaction that was not committed ends with its connection, and nothing of it stays.
    await client.end();
  }
}

async function writeWorld(
  pen: Pen,
  world: ShopWorld,
  { dataKey, progress }: { dataKey: string; progress: (text: string) => void },
): Promise<void> {
  const sealed = sealingWith(dataKey);
  const count = shelfCount(world.options.nowMs);
  const offers = offerCount();
  await writeShop(pen, world, sealed);
  await writeOffers(pen, world);
  const reviewed: Reviewed[] = [];
  let done = 0;
  for (const people of peopleInChunks(world, peopleAtOnce)) {
    await writePeople(pen, people, sealed);
    for (const person of people) {
      offers.add(person);
      if (typeof world.options.size !== 'number') reviewed.push(...reviewsOf(world, person));
      for (const story of person.orders) count.add(story);
    }
    done += people.length;
    progress(`会员 ${done}/${world.shoppers}`);
  }
  await writeParcels(pen, world.options.nowMs);
  await writeShelves(pen, world, count);
  await writeReviews(pen, reviewed);
  await writeOfferTallies(pen, world, offers);
  await writeFirstBill(pen, world);
}
