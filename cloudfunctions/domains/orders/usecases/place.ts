import { canonicalJson } from '../../../kit/json';
import { insist, Refused } from '../../../kit/refusal';
import { newId } from '../../../platform/ids';
import { fingerprint } from '../../../platform/secret';
import type { AskingContext } from '../../registry';
import { refuse } from '../refusals';
import { whyNotCome, whyNotPlace } from '../rules/offer';
import type { PlacedOrder, PlaceOrder } from '../schema';
import { placeDraft, type PlaceOutcome } from '../store/deeds';
import { findPlaced } from '../store/find';
import { draftOf } from './draft';
import { offerOf, readFacts, seenIn } from './offer';

/** An offer that others take at the same moment is quoted again this often before the shopper is told. */
const mostTries = 4;

/**
 * Places an order: what the shopper saw is quoted again, its credit is decided, and everything is written in
 * one call or not at all. The same key with the same body gives the order of before, even when by now the
 * shelf is empty or the price another. When an offer moved between reading and writing, it is quoted anew: the
 * order stands when it still costs what she saw, and otherwise she is told the new price.
 */
export async function placeOrder(asking: AskingContext, input: PlaceOrder): Promise<PlacedOrder> {
  const { key, ...body } = input;
  const bodyHash = fingerprint(canonicalJson(body));
  const orderId = newId();
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const { context, facts } = await readFacts(asking, input);
    try {
      const offer = await offerOf(context, facts, input);
      insist(whyNotPlace({ ...offer, expected: input }));
      insist(whyNotCome(context, offer.city, input));
      const agreed = { orderId, input, offer, seen: seenIn(facts), bodyHash };
      const placed = placedIn(await placeDraft(context.db, draftOf(context, agreed)));
      if (placed !== null) return placed;
    } catch (fault) {
      const { shop, caller } = context;
      const before =
        fault instanceof Refused
          ? await findPlaced(context.db, shop.shopId, caller.memberId, key)
          : undefined;
      if (before === undefined) throw fault;
      insist(before.bodyHash === bodyHash ? null : refuse('key_reused'));
      const { bodyHash: _hash, ...placed } = before;
      return placed;
    }
  }
  throw new Refused(refuse('offers_moved'));
}

/** The placed order, or null when an offer moved. Refuses a key used otherwise and a shelf too empty. */
function placedIn(done: PlaceOutcome): PlacedOrder | null {
  if (done.outcome === 'moved') return null;
  if (done.outcome === 'key_reused') throw new Refused(refuse('key_reused'));
  if (done.outcome === 'sold_out') throw new Refused(refuse('sold_out', { skuId: done.skuId }));
  const { orderId, number, payableFen, dueFen } = done;
  return { orderId, number, payableFen, dueFen };
}
