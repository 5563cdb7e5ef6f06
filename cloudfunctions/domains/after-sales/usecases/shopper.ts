import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { openClaim } from '../../orders/usecases/claims';
import type { Context, Tx } from '../../registry';
import { refuse } from '../refusals';
import { whyNotUnits } from '../rules/ask';
import { whyNotStep } from '../rules/steps';
import type { AfterSaleId, AskAgain, GiveTracking } from '../schema';
import { findAfterSale, findClaimed, saveUnsent } from '../store/sales';
import { lockedSale, takeStep, type Found } from './move';

type Done = Promise<{ done: true }>;

/** I take my after-sale back, before anything came of it. */
export async function withdrawAfterSale(context: Context, { afterSaleId }: AfterSaleId): Done {
  return onMine(context, afterSaleId, async (tx, found) => {
    await takeStep(context, tx, found, { step: 'withdraw', ...byMe(context) });
  });
}

/** I sent the goods back: with whom, and under which number. */
export async function giveTracking(
  context: Context,
  { afterSaleId, carrier, number }: GiveTracking,
): Done {
  return onMine(context, afterSaleId, async (tx, found) => {
    const changes = { returnCarrier: carrier, returnNumber: number };
    const reason = `${carrier} ${number}`;
    await takeStep(context, tx, found, {
      ...{ step: 'give_tracking', ...byMe(context), reason, changes },
    });
  });
}

/** I have what the shop sent in exchange. */
export async function confirmExchange(context: Context, { afterSaleId }: AfterSaleId): Done {
  return onMine(context, afterSaleId, async (tx, found) => {
    await takeStep(context, tx, found, { step: 'finish', ...byMe(context) });
  });
}

/** I ask once more after the shop refused, and say why: the same units are claimed again. */
export async function askAgain(context: Context, { afterSaleId, words }: AskAgain): Done {
  return onMine(context, afterSaleId, async (tx, found) => {
    const { sale, lines, order } = found;
    insist(whyNotStep(sale, 'again', 'shopper', context.nowMs));
    const claims = await findClaimed(tx, context.shop.shopId, sale.orderId);
    const facts = { ...order, ...claims };
    insist(whyNotUnits(facts, { kind: sale.kind, units: lines }));
    const keepsGoods = sale.kind === 'refund_only';
    const claimed = await openClaim(context, tx, order, { units: lines, keepsGoods });
    await saveUnsent(tx, sale, claimed);
    await takeStep(context, tx, found, {
      ...{ step: 'again', ...byMe(context), reason: words, changes: { escalated: true } },
    });
  });
}

function byMe({ caller }: Context) {
  return { hand: 'shopper' as const, actorId: caller.memberId };
}

/** Works on an after-sale of mine under its locks; foreign and missing ids are refused alike. */
async function onMine(
  context: Context,
  afterSaleId: string,
  work: (tx: Tx, found: Found) => Promise<void>,
): Done {
  const { db, shop, caller } = context;
  const missing = refuse('no_such_after_sale');
  const sale = present(await findAfterSale(db, shop.shopId, afterSaleId), missing);
  insist(sale.memberId === caller.memberId ? null : missing);
  await transact(db, async (tx) => work(tx, await lockedSale(context, tx, afterSaleId)));
  return { done: true };
}
