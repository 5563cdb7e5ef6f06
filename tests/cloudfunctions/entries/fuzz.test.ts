import fc from 'fast-check';
import { procedures } from '../../../cloudfunctions/entries/api/procedures';
import type { VisitorContext } from '../../../cloudfunctions/domains/registry';
import { serve, type Answer } from '../../../cloudfunctions/platform/door';
import { makeLog } from '../../../cloudfunctions/platform/log';
import {
  describeProcedures,
  type ProcedureTable,
} from '../../../cloudfunctions/platform/procedure';
import { testDatabase } from '../../support/database';
import { addOffers } from '../../support/offers';
import { noon, smallShop, type SmallShop } from '../../support/small-shop';
import { addPoints } from '../../support/wealth';
import { inputsLike, type Described } from './arbitrary';
import { rowCounts } from './purchase';

const database = testDatabase();
const defects: string[] = [];
const table: ProcedureTable = procedures;
const described = describeProcedures(table);
let small: SmallShop;
let contexts: Record<'visitor' | 'shopper' | 'guide' | 'manager', VisitorContext>;
let ids: string[];

beforeAll(async () => {
  small = await smallShop(database.db);
  const shopper = await small.shopper();
  const other = await small.shopper();
  contexts = {
    visitor: { ...shopper, caller: null },
    shopper,
    guide: small.staff(small.guides[0]),
    manager: small.staff(small.manager),
  };
  const addressId = await small.address(shopper);
  const placed = await answer('orders.place', {
    key: 'an-order-to-ask-for',
    lines: [{ skuId: small.skus[0], quantity: 1 }],
    delivery: { kind: 'express', addressId },
    payableFen: 39_900,
  });
  const { orderId } = placed.ok ? (placed.value as { orderId: string }) : { orderId: '' };
  ids = [small.productId, ...small.skus, small.storeId, addressId, orderId];
  ids.push(...(await addOffers(small.staff(small.manager), shopper, small.skus[1])));
  await addPoints(shopper, 100);
  const recharge = await answer('wallet.recharge', { key: 'a-recharge', payFen: 20_000 });
  if (recharge.ok) ids.push((recharge.value as { rechargeId: string }).rechargeId);
  ids.push(await small.address(other), other.caller.memberId, small.guides[0].staffId);
});

/** Calls a procedure as somebody whom it is for. */
function answer(name: string, input: unknown, visitor = false): Promise<Answer> {
  const log = makeLog('error', (line) => defects.push(line));
  const meet = (_event: unknown, allowed: readonly string[]) => {
    const roles = ['manager', 'guide', 'shopper'] as const;
    const role = visitor ? 'visitor' : (roles.find((one) => allowed.includes(one)) ?? 'shopper');
    const context = { ...contexts[role], nowMs: noon };
    return Promise.resolve({ asking: context, admit: () => Promise.resolve(context) });
  };
  return serve({ procedures: table, log, checkOutputs: true, meet }, { name, input });
}

let counted: string | undefined;

/** That a call ends with a value or a no, and that a no has written nothing. */
async function holds(name: string, input: unknown, visitor: boolean): Promise<void> {
  counted ??= await rowCounts(database.db);
  const said = await answer(name, input, visitor);
  expect(defects.splice(0)).toEqual([]);
  if (said.ok) {
    counted = undefined;
    return;
  }
  expect(said.status).toBeGreaterThanOrEqual(400);
  expect(said.status).toBeLessThan(500);
  expect(await rowCounts(database.db)).toBe(counted);
}

const open = new Set(described.filter((one) => one.for.includes('visitor')).map((one) => one.name));

describe.each(described)('$name', ({ name, input }) => {
  it('meets any JSON with a value or a no, and a no changes no row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), (any) => holds(name, any, false)),
      { numRuns: 6 },
    );
  });

  it('meets what almost fits with a value or a no, and a no changes no row', async () => {
    const almost = fc.tuple(inputsLike(input as Described, ids), fc.boolean());
    await fc.assert(
      fc.asyncProperty(almost, ([fitting, visitor]) =>
        holds(name, fitting, visitor && open.has(name)),
      ),
      { numRuns: 30 },
    );
  });
});
