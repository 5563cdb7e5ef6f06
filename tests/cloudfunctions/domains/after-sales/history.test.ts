import fc from 'fast-check';
import {
  askAgain,
  confirmExchange,
} from '../../../../cloudfunctions/domains/after-sales/usecases/shopper';
import {
  showMine,
  showOfOrder,
} from '../../../../cloudfunctions/domains/after-sales/usecases/show';
import { actOnDue } from '../../../../cloudfunctions/domains/after-sales/jobs';
import { completeDue } from '../../../../cloudfunctions/domains/orders/jobs';
import { showOrder } from '../../../../cloudfunctions/domains/orders/usecases/show';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { hour } from '../../../../cloudfunctions/kit/time';
import { dataFaults } from '../../../support/data-faults';
import { openChoice, promotionDraft } from '../../../support/offers';
import { promotedShop } from '../../../support/promoted-shop';
import {
  buy,
  commissionOf,
  complete,
  receiveAll,
  ship,
  touchedBy,
} from '../../../support/purchases';
import type { Known } from '../../../support/small-shop';
import { addCoupon, addPoints, addStored, wealthOf } from '../../../support/wealth';
import { ask, deeds, settle } from './scene';

const shop = promotedShop();
const { database } = shop;
const off40 = { kind: 'off', by: 'amount', tiers: [{ atLeast: 29_900, offFen: 4_000 }] };

const units = fc.record({
  line: fc.constantFrom(1, 1, 2),
  quantity: fc.integer({ min: 1, max: 2 }),
});
const which = fc.nat(9);
/** What people and the clock may do next; `which` chooses among the after-sales of before. */
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      deed: fc.constant('ask' as const),
      by: fc.constantFrom('shopper' as const, 'shopper' as const, 'manager' as const),
      kind: fc.constantFrom('refund_only' as const, 'return_refund' as const, 'exchange' as const),
      units,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      deed: fc.constantFrom(
        ...(['agree', 'agree', 'refuse', 'withdraw', 'track', 'receive', 'receive'] as const),
        ...(['send', 'confirm', 'again'] as const),
      ),
      which,
      restock: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('ship' as const), units }) },
  {
    weight: 1,
    arbitrary: fc.record({ deed: fc.constantFrom(...(['receiveAll', 'settle'] as const)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant('wait' as const),
      hours: fc.constantFrom(6, 73, 170),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const allUnits = [3, 2].map((quantity, index) => ({ line: index + 1, quantity }));

type Since = 'paid' | 'received' | 'completed';

/** An order with everything that can come back, that came so far already, and where its history stands. */
async function begin(since: Since) {
  await shop.create(promotionDraft(off40));
  const buyer = await shop.small.shopper();
  await touchedBy(database.db, buyer, shop.small.guides[0].staffId);
  await addCoupon(buyer, { kind: 'fixed', offFen: 2_000 }, { thresholdFen: 30_000 });
  await addPoints(buyer, 1_000);
  await addStored(buyer, 50_000, 5_000);
  const lines = shop.small.skus.map((skuId, index) => ({ skuId, quantity: 3 - index }));
  const choice = { ...openChoice, points: 100_000, storedFen: 100_000_00 };
  const order = await buy(shop.small, buyer, { lines, choice });
  if (since !== 'paid') {
    await ship(buyer, order.orderId, allUnits);
    await receiveAll(buyer, order.orderId);
  }
  const now = since === 'completed' ? await complete(shop.small, buyer, order.orderId) : buyer;
  const manager = shop.small.staff(shop.small.manager, now.nowMs);
  return { ...order, buyer: now, manager, ids: [] as string[] };
}

interface Past extends Awaited<ReturnType<typeof begin>> {
  buyer: Known;
  manager: Known<StaffContext>;
}

/** Does it, if it may be done; what is refused must change nothing, which the sums show. */
async function live(past: Past, next: Deed): Promise<void> {
  try {
    await perform(past, next);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
  }
}

async function perform(past: Past, next: Deed): Promise<unknown> {
  const { buyer, manager, orderId, ids } = past;
  if (next.deed === 'ask') return ids.push(await askNext(past, next));
  if (next.deed === 'ship') return ship(buyer, orderId, [next.units]);
  if (next.deed === 'receiveAll') return receiveAll(buyer, orderId);
  if (next.deed === 'settle') return settle(buyer);
  if (next.deed === 'wait') {
    past.buyer = shop.small.at(buyer, buyer.nowMs + next.hours * hour);
    past.manager = shop.small.at(manager, past.buyer.nowMs);
    await actOnDue(past.buyer);
    await completeDue(past.buyer);
    return settle(past.buyer);
  }
  if (!('which' in next)) return undefined;
  const id = ids[next.which % Math.max(1, ids.length)];
  if (id === undefined) return undefined;
  if (next.deed === 'again') return askAgain(buyer, { afterSaleId: id, words: '请复核' });
  if (next.deed === 'confirm') return confirmExchange(buyer, { afterSaleId: id });
  if (next.deed === 'receive') return deeds.receive(manager, id, next.restock);
  if (next.deed === 'withdraw' || next.deed === 'track') return deeds[next.deed](buyer, id);
  return deeds[next.deed](manager, id);
}

async function askNext(
  { buyer, manager, orderId }: Past,
  { by, kind, units: asked }: Extract<Deed, { deed: 'ask' }>,
): Promise<string> {
  const toSkuId = shop.small.skus[asked.line - 1];
  const exchanged = kind === 'exchange' && toSkuId !== undefined ? { toSkuId } : {};
  const said = { orderId, kind, units: [{ ...asked, ...exchanged }] };
  return by === 'shopper' ? ask(buyer, said) : (await deeds.open(manager, said)).afterSaleId;
}

/** Brings everything that is open to its end, and then everything back that is left, sent or not. */
async function bringAllBack(past: Past): Promise<void> {
  for (const id of past.ids) {
    const { state } = await showMine(past.buyer, { afterSaleId: id });
    if (state === 'asked') await deeds.refuse(past.manager, id);
    if (state === 'agreed') await deeds.withdraw(past.buyer, id);
    if (state === 'returned') await deeds.receive(past.manager, id);
    const { state: now } = await showMine(past.buyer, { afterSaleId: id });
    if (now === 'received') await deeds.send(past.manager, id);
    if (now === 'received' || now === 'sent')
      await confirmExchange(past.buyer, { afterSaleId: id });
  }
  const { lines } = await showOrder(past.buyer, { orderId: past.orderId });
  const left = lines
    .map(({ line, quantity, refundedQuantity }) => ({
      line,
      quantity: quantity - refundedQuantity,
    }))
    .filter(({ quantity }) => quantity > 0);
  if (left.length === 0) return;
  const asked = { orderId: past.orderId, kind: 'refund_only' as const, units: left };
  await deeds.open(past.manager, { ...asked, reason: 'other' });
}

describe('any history of after-sales of an order', () => {
  it('keeps every sum, and whatever came before, all comes back in the end', async () => {
    let [asked, refunded] = [0, 0];
    const walk = async (next: Deed[], since: Since) => {
      const past: Past = await begin(since);
      for (const one of next) {
        await live(past, one);
        expect(await dataFaults(database.db)).toEqual([]);
      }
      const seen = await showOfOrder(past.buyer, { orderId: past.orderId });
      expect(seen.items).toHaveLength(past.ids.length);
      const before = await showOrder(past.buyer, { orderId: past.orderId });
      asked += past.ids.length;
      refunded += before.refundedFen > 0 ? 1 : 0;
      await bringAllBack(past);
      await settle(past.buyer);
      expect(await dataFaults(database.db)).toEqual([]);
      const { refundedFen, payableFen } = await showOrder(past.buyer, { orderId: past.orderId });
      expect(refundedFen).toBe(payableFen);
      expect(await commissionOf(database.db, past.orderId)).toBe(0);
      const { principal, gift, points } = await wealthOf(database.db, past.buyer.caller.memberId);
      expect([principal, gift, points]).toEqual([50_000, 5_000, 1_000]);
    };
    const histories = fc.array(deed, { minLength: 20, maxLength: 26 });
    const since = fc.constantFrom<Since>('paid', 'received', 'completed');
    await fc.assert(fc.asyncProperty(histories, since, walk), {
      numRuns: 12,
      endOnFailure: true,
    });
    // Histories in which nothing happens would show nothing.
    expect([asked > 12, refunded > 1]).toEqual([true, true]);
  });
});
