import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { once } from '../../members/usecases/once';
import type { StaffContext, Tx } from '../../registry';
import { refuse } from '../refusals';
import { againUntilOf } from '../rules/steps';
import type {
  AskAfterSale,
  KeyedAfterSale,
  NoteAfterSale,
  ReceiveReturned,
  RefuseAfterSale,
  SendExchange,
} from '../schema';
import { addSaleEvent, findAfterSale } from '../store/sales';
import { open } from './ask';
import { lockedSale, takeStep, type Found } from './move';
import { agree, receive } from './settle';

type Done = Promise<{ done: true }>;

/** The shop says yes, once per key: see {@link agree}. */
export async function agreeAfterSale(context: StaffContext, said: KeyedAfterSale): Done {
  return onceOn(context, { deed: 'afterSales.agree', ...said }, (tx, found) =>
    agree(context, tx, found, byMe(context)),
  );
}

/** The shop has seen what came back, once per key: see {@link receive}. */
export async function receiveReturned(context: StaffContext, said: ReceiveReturned): Done {
  return onceOn(context, { deed: 'afterSales.received', ...said }, (tx, found) =>
    receive(context, tx, found, { ...byMe(context), restock: said.restock }),
  );
}

/** The shop sends what the shopper wanted in exchange, once per key. */
export async function sendExchange(context: StaffContext, said: SendExchange): Done {
  const { carrier, number } = said;
  return onceOn(context, { deed: 'afterSales.sendExchange', ...said }, async (tx, found) => {
    const changes = { sentCarrier: carrier, sentNumber: number };
    const reason = `${carrier} ${number}`;
    await takeStep(context, tx, found, { step: 'send', ...byMe(context), reason, changes });
  });
}

/** The shop says no, and why: the shopper may ask once more. */
export async function refuseAfterSale(
  context: StaffContext,
  { afterSaleId, reason }: RefuseAfterSale,
): Done {
  const { db, shop, nowMs } = context;
  await transact(db, async (tx) => {
    const found = await lockedSale(context, tx, afterSaleId);
    const { windowEndsAt } = found.order.order;
    const againUntil = againUntilOf(windowEndsAt, nowMs, shop.settings.orders);
    const changes = { refusal: reason, againUntil };
    await takeStep(context, tx, found, { step: 'refuse', ...byMe(context), reason, changes });
  });
  return { done: true };
}

/**
 * The shop opens an after-sale for a shopper and agrees to it at once, also after her window: it may always be kinder.
 */
export async function openGoodwill(
  context: StaffContext,
  said: AskAfterSale,
): Promise<{ afterSaleId: string }> {
  const by = byMe(context);
  // Pictures are the shopper's own, so the shop adds none.
  const asked = { ...said, pictureIds: [] };
  return transact(context.db, async (tx) => {
    const opened = await open(context, tx, asked, by);
    if (!opened.again) await agree(context, tx, opened.found, by);
    return { afterSaleId: opened.afterSaleId };
  });
}

/** A note that the people who work here see: a manager's on any after-sale, a guide's on those of her orders. */
export async function noteAfterSale(
  context: StaffContext,
  { afterSaleId, note }: NoteAfterSale,
): Done {
  const { db, shop, caller, nowMs } = context;
  const missing = refuse('no_such_after_sale');
  const { role, staffId } = caller.staff;
  const sale = present(await findAfterSale(db, shop.shopId, afterSaleId), missing);
  insist(role === 'manager' || sale.guideId === staffId ? null : missing);
  await addSaleEvent(db, {
    ...{ shopId: shop.shopId, afterSaleId, step: role === 'guide' ? 'guide_note' : 'note' },
    ...{ fromState: sale.state, toState: sale.state, actor: role, actorId: caller.memberId },
    ...{ reason: note, happenedAt: nowMs },
  });
  return { done: true };
}

function byMe({ caller }: StaffContext) {
  return { hand: 'manager' as const, actorId: caller.memberId };
}

interface Keyed extends KeyedAfterSale {
  deed: string;
}

/** Works on an after-sale under its locks, once per key and body. */
async function onceOn(
  context: StaffContext,
  { key, deed, ...body }: Keyed,
  work: (tx: Tx, found: Found) => Promise<void>,
): Done {
  await transact(context.db, async (tx) => {
    const found = await lockedSale(context, tx, body.afterSaleId);
    const { again } = await once(context, tx, { key, deed, body });
    if (!again) await work(tx, found);
  });
  return { done: true };
}
