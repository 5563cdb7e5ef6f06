import pg from 'pg';
import type { FreightTerms } from '../../domains/catalogue/rules/freight';
import { newId } from '../../platform/ids';
import { Trouble } from '../start/trouble';
import type { Appointment, ShopPlan } from './options';

/** What became of a plan: false and null where it was so before. */
export interface OpenedShop {
  readonly shopId: string;
  readonly opened: boolean;
  readonly appointed: boolean;
}

interface Pen {
  readonly client: pg.Client;
  readonly shopId: string;
  readonly nowMs: number;
}

/** Parcels by weight: ¥8 for the first kilogram, ¥3 for each further one, free from ¥99 of goods. */
const express: FreightTerms = {
  by: 'weight',
  first: 1_000,
  next: 1_000,
  firstFen: 800,
  nextFen: 300,
  freeOverFen: 9_900,
  elsewhere: [],
  notServed: [],
};

/**
 * Writes the first rows of a shop into a migrated database: the shop, a store, a freight template and
 * somebody who works there, all or nothing. A shop that exists keeps its rows and only gains the person.
 */
export async function writeShop(
  databaseUrl: string,
  plan: ShopPlan,
  nowMs: number,
): Promise<OpenedShop> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('begin');
    const pen = { client, shopId: plan.shopId ?? newId(), nowMs };
    const opened = await open(pen, plan);
    const appointed = plan.appointment !== null && (await appoint(pen, plan.appointment));
    await client.query('commit');
    return { shopId: pen.shopId, opened, appointed };
  } finally {
    // A transaction that was not committed ends with its connection, and nothing of it stays.
    await client.end();
  }
}

async function open({ client, shopId, nowMs }: Pen, plan: ShopPlan): Promise<boolean> {
  const { name, slogan, store } = plan;
  const made = await client.query(
    `insert into shops (shop_id, name, slogan, created_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [shopId, name, slogan, nowMs],
  );
  if (made.rowCount === 0) return false;
  await client.query(
    'insert into stores (shop_id, store_id, name, city, address) values ($1, $2, $3, $4, $5)',
    [shopId, newId(), store.name, store.city, store.address],
  );
  await client.query(
    'insert into freight_templates (shop_id, template_id, name, terms) values ($1, $2, $3, $4)',
    [shopId, newId(), '普通快递', JSON.stringify(express)],
  );
  return true;
}

/** Gives a member a post at the first store; she joins when she never came. False when she has one already. */
async function appoint({ client, shopId, nowMs }: Pen, person: Appointment): Promise<boolean> {
  const { openid, role, name, rateBp } = person;
  await client.query(
    `insert into members (shop_id, member_id, openid, joined_at, last_seen_at)
     values ($1, $2, $3, $4, $4) on conflict (shop_id, openid) do nothing`,
    [shopId, newId(), openid, nowMs],
  );
  const made = await client.query(
    `insert into staff (shop_id, staff_id, member_id, store_id, role, name, rate_bp, joined_at)
     select $1, $2, m.member_id, s.store_id, $4, $5, $6, $7
     from members m, (select store_id from stores where shop_id = $1 order by position limit 1) s
     where m.shop_id = $1 and m.openid = $3
     on conflict (shop_id, member_id) where left_at is null do nothing`,
    [shopId, newId(), openid, role, name, rateBp, nowMs],
  );
  if (made.rowCount === 1) return true;
  const there = await client.query('select 1 from stores where shop_id = $1', [shopId]);
  if (there.rowCount === 0) throw new Trouble('这家店没有门店', 'this shop has no store');
  return false;
}
