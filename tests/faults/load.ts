import { chanceOf, type Chance } from '../../cloudfunctions/local/demo/world/random';
import type { Known } from '../support/small-shop';
import type { Town } from './town';

/** What shoppers were told, and nothing else: afterwards the shop must have it all, once. */
export interface Journal {
  orders: { key: string; orderId: string; number: string; dueFen: number }[];
  /** Money that WeChat Pay took, by its own number of it; recharges too. */
  paid: { number: string; transactionId: string }[];
  /** Orders whose shopper was told that they are taken back. */
  cancelled: string[];
  /** After-sales that the manager was told she had agreed to. */
  agreed: string[];
  refused: Record<string, number>;
}

interface Shopper {
  town: Town;
  chance: Chance;
  who: Known;
  session: string;
  journal: Journal;
  name: string;
  /** Sheets that are still open though their orders closed. */
  late: Sheet[];
}

/** The pay sheet that is opened with what a prepay gives. */
type Sheet = Readonly<Record<string, string>>;

/** How long a shopper tries again when nobody answers her. */
const patienceMs = 30_000;

/** A shopper who buys, pays, takes back and changes her mind until `isOver`; what she does depends on the seed alone. */
export async function shopUntil(
  town: Town,
  seed: string,
  { who, journal, isOver }: { who: Known; journal: Journal; isOver: () => boolean },
): Promise<number> {
  const session = town.session(who.identity.openid);
  const name = who.caller.memberId.slice(-12);
  const chance = chanceOf(seed, 'shopper', who.nowMs);
  const shopper: Shopper = { town, chance, who, session, journal, name, late: [] };
  await keepOldSheet(shopper);
  let turns = 0;
  for (; !isOver(); turns += 1) await oneTurn(shopper, turns);
  for (const sheet of shopper.late) await confirm(shopper, sheet);
  return turns;
}

async function oneTurn(shopper: Shopper, turn: number): Promise<void> {
  const { chance } = shopper;
  if (chance.maybe(0.12)) return recharge(shopper, turn);
  const order = await place(shopper, String(turn), anything(shopper));
  if (order === null) return;
  if (order.dueFen === 0) return;
  const deeds = [payInTime, giveBack, giveBack, giveBack, cancel, payLate, payLate, race, leave];
  await chance.pick(deeds)(shopper, order);
}

interface Placed {
  orderId: string;
  number: string;
  dueFen: number;
}

/**
 * Orders with her only coupon, takes that back and orders with it again: the sheet of the first order is paid last
 * of all, when the order cannot be had any more, so that its money must go back.
 */
async function keepOldSheet(shopper: Shopper): Promise<void> {
  const [skuId] = shopper.town.small.skus;
  const one = { lines: [{ skuId, quantity: 1 }], choice: {} };
  const first = await place(shopper, 'first', one);
  if (first === null) return;
  const sheet = await closeBehindSheet(shopper, first);
  const second = await place(shopper, 'second', one);
  if (second !== null) await payInTime(shopper, second);
  if (sheet !== null) shopper.late.push(sheet);
}

interface Wanted {
  lines: { skuId: string; quantity: number }[];
  choice: object;
}

function anything({ chance, town }: Shopper): Wanted {
  const skuId = chance.pick([town.small.skus[0], ...town.small.skus]);
  const points = chance.maybe(0.5) ? 1_000 : 0;
  const storedFen = chance.maybe(0.4) ? 20_000 : 0;
  return { lines: [{ skuId, quantity: chance.whole(1, 2) }], choice: { points, storedFen } };
}

/** Places what the shop quotes at this moment, with the same key until the shop answers. */
async function place(shopper: Shopper, turn: string, goods: Wanted): Promise<Placed | null> {
  const { town, journal, name } = shopper;
  const wanted = { ...goods, delivery: { kind: 'pickup', storeId: town.small.storeId } };
  const preview = await ask(shopper, 'orders.preview', wanted);
  if (preview === null) return null;
  const { payableFen, dueFen } = preview['quote'] as { payableFen: number; dueFen: number };
  const key = `${name}-${turn}`;
  const placed = await ask(shopper, 'orders.place', { ...wanted, key, payableFen, dueFen });
  if (placed === null) return null;
  const order = placed as unknown as Placed;
  journal.orders.push({ key, ...order });
  return order;
}

async function payInTime(shopper: Shopper, order: Placed): Promise<void> {
  const { chance, town } = shopper;
  const sheet = await openSheet(shopper, 'orders.prepay', { orderId: order.orderId });
  if (sheet === null) return;
  // A notice that never comes is found by asking, as long as the order waits for its money.
  const fault = chance.weighed([6, 2, 1]);
  if (fault === 1) town.standIn.faults({ duplicateNotices: 1 });
  if (fault === 2) town.standIn.faults({ dropNotices: 1 });
  await confirm(shopper, sheet);
}

/** Paid, and then one piece of it is wanted back; the manager says yes. */
async function giveBack(shopper: Shopper, order: Placed): Promise<void> {
  const { orderId } = order;
  await payInTime(shopper, order);
  const found = await ask(shopper, 'orders.checkPayment', { orderId });
  if (found === null || found['paid'] !== true) return;
  const wish = { kind: 'refund_only', reason: 'not_wanted', units: [{ line: 1, quantity: 1 }] };
  const key = `${shopper.name}-${order.number}`;
  const asked = await ask(shopper, 'afterSales.ask', { key, orderId, ...wish });
  if (asked === null) return;
  const afterSaleId = String(asked['afterSaleId']);
  const { town } = shopper;
  const manager = { ...shopper, session: town.session(town.small.manager.openid) };
  const done = await ask(manager, 'afterSales.agree', { key, afterSaleId });
  if (done !== null) shopper.journal.agreed.push(afterSaleId);
}

async function cancel(shopper: Shopper, { orderId }: Placed): Promise<void> {
  const done = await ask(shopper, 'orders.cancel', { orderId, reason: '' });
  if (done !== null) shopper.journal.cancelled.push(orderId);
}

async function payLate(shopper: Shopper, order: Placed): Promise<void> {
  const sheet = await closeBehindSheet(shopper, order);
  if (sheet === null) return;
  // At once the goods are often there again; later somebody else has them.
  if (shopper.chance.maybe(0.3)) await confirm(shopper, sheet);
  else shopper.late.push(sheet);
}

/** The sheet is open while the order closes, and WeChat Pay is not told in time. */
async function closeBehindSheet(shopper: Shopper, order: Placed): Promise<Sheet | null> {
  const { town } = shopper;
  const sheet = await openSheet(shopper, 'orders.prepay', { orderId: order.orderId });
  if (sheet === null) return null;
  untold.add(`/v3/pay/transactions/out-trade-no/${order.number}/close`);
  town.wire.cutsOff = ({ path }) => untold.has(path);
  await cancel(shopper, order);
  return sheet;
}

const untold = new Set<string>();

/** Paid and taken back at the same moment: one of the two comes first. */
async function race(shopper: Shopper, order: Placed): Promise<void> {
  const sheet = await openSheet(shopper, 'orders.prepay', { orderId: order.orderId });
  if (sheet === null) return;
  await Promise.all([cancel(shopper, order), confirm(shopper, sheet)]);
}

async function leave(): Promise<void> {}

async function recharge(shopper: Shopper, turn: number): Promise<void> {
  const made = await ask(shopper, 'wallet.recharge', {
    key: `${shopper.name}-recharge-${turn}`,
    payFen: 20_000,
  });
  if (made === null) return;
  const { rechargeId } = made as { rechargeId: string };
  const sheet = await openSheet(shopper, 'wallet.prepay', { rechargeId });
  if (sheet !== null) await confirm(shopper, sheet);
}

async function openSheet(shopper: Shopper, name: string, of: object): Promise<Sheet | null> {
  const opened = await ask(shopper, name, of);
  return opened === null ? null : (opened['payment'] as Sheet);
}

async function confirm({ town, who, journal }: Shopper, sheet: Sheet): Promise<void> {
  const { openid: payerOpenid } = who.identity;
  const outcome = await town.standIn.pay({ ...sheet, payerOpenid });
  if (outcome.result !== 'ok') return;
  journal.paid.push({ number: outcome.outTradeNo, transactionId: outcome.transactionId });
}

/**
 * Asks until the shop answers: what it gives, or null when it refuses. The very same call is made again when there
 * is no answer, or none but that something is broken, as a phone would.
 */
async function ask(
  { town, session, journal }: Shopper,
  name: string,
  input: object,
): Promise<Record<string, unknown> | null> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answer = await once(town, session, { name, input });
    if (answer !== null && 'value' in answer) return answer['value'] as Record<string, unknown>;
    if (answer !== null) {
      const code = `${name} ${String(answer['code'])}`;
      journal.refused[code] = (journal.refused[code] ?? 0) + 1;
      return null;
    }
    if (Date.now() > until) throw new Error(`${name}: nobody answers`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** One answer that can be relied on, or null. */
async function once(
  town: Town,
  session: string,
  call: object,
): Promise<Record<string, unknown> | null> {
  try {
    const response = await town.post('/api', call, { authorization: `Bearer ${session}` });
    const body = (await response.json()) as Record<string, unknown>;
    return response.status >= 500 ? null : body;
  } catch {
    // The host was killed, or is not up yet.
    return null;
  }
}
