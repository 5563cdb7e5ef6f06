import { newId } from '../../../platform/ids';
import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { isMarketing } from '../rules/kinds';
import { wordsOf } from '../rules/words';
import type { MessageFacts } from '../schema';
import { addMessage } from '../store/messages';

/** A message for a member. */
export interface MessageFor {
  memberId: string;
  about: MessageFacts;
  /** What brought it about: the same member, kind and cause are told once, however often this is called. */
  causeId: string;
  /** After this it is not sent any more, in ms. */
  goodUntil?: number;
}

/**
 * Puts a message on its way, in the transaction of what it tells; the gate decides later whether it goes. Nothing
 * is kept where the shop has no template for its kind. Safe to repeat.
 */
export async function messageFor(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Queries<Tables>,
  { memberId, about, causeId, goodUntil }: MessageFor,
): Promise<void> {
  const { kind } = about;
  if ((shop.settings.messages.templates[kind]?.id ?? '') === '') return;
  const { words, page } = wordsOf(about, shop.offsetMinutes);
  await addMessage(tx, {
    ...{ shopId: shop.shopId, messageId: newId(), memberId, channel: 'subscribe', kind },
    ...{ marketing: isMarketing(kind), data: words, page, causeId },
    ...{ nextTryAt: nowMs, goodUntil: goodUntil ?? null, madeAt: nowMs },
  });
}
