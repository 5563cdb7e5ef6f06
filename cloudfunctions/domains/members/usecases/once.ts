import { canonicalJson } from '../../../kit/json';
import { present } from '../../../kit/refusal';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { fingerprint } from '../../../platform/secret';
import type { Context, Tables } from '../../registry';
import { refuse } from '../refusals';
import { takeKey } from '../store';

/** A deed with the key that its client made for it, and what it asks for. */
interface Keyed {
  key: string;
  deed: string;
  body: unknown;
}

/**
 * The id for what a keyed deed makes, and whether it was made before: the same key and body give the same id. A
 * deed in flight under the same key is waited for. Refuses a key that was used for another deed or body.
 */
export async function once(
  { shop, caller, nowMs }: Pick<Context, 'shop' | 'caller' | 'nowMs'>,
  tx: Queries<Tables>,
  { key, deed, body }: Keyed,
): Promise<{ id: string; again: boolean }> {
  const taken = await takeKey(tx, {
    shopId: shop.shopId,
    memberId: caller.memberId,
    key,
    deed,
    bodyHash: fingerprint(canonicalJson(body)),
    resultId: newId(),
    nowMs,
  });
  const id = present(taken?.resultId, refuse('key_reused'));
  return { id, again: taken?.outcome === 'again' };
}
