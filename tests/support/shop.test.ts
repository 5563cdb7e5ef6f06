import { sql } from 'kysely';
import { testShop } from './shop';

const shop = testShop();

test('a shop is open, with its database and the list of its procedures', async () => {
  expect((await fetch(`${shop.url}/healthz`)).status).toBe(200);
  const listed: unknown = await (await fetch(`${shop.url}/api`)).json();
  expect(JSON.stringify(listed)).toContain('orders.place');
});

test('a shop has goods to sell', async () => {
  const { rows } = await sql<{ count: number }>`select count(*) from products`.execute(
    shop.database.db,
  );
  expect(rows[0]?.count).toBeGreaterThan(0);
});

test('its jobs run when a test says so', async () => {
  await expect(shop.tick()).resolves.toBeUndefined();
});
