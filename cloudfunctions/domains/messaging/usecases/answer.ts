import type { z } from 'zod';
import { insist } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { askedAt } from '../rules/kinds';
import { MessageTap, type Accepted, type Preferences, type TemplatesToAsk } from '../schema';
import { findMarketingOff, saveMarketingOff } from '../store/members';
import { listLeft, noteAnswer } from '../store/quota';

/** Which templates the phone is to ask for at which tap, and what is left of each. */
export async function showTemplates({
  db,
  shop,
  caller,
}: Context): Promise<z.input<typeof TemplatesToAsk>> {
  const left = await listLeft(db, shop.shopId, caller.memberId);
  const { templates } = shop.settings.messages;
  const taps = MessageTap.options.map((tap) => ({
    tap,
    templates: askedAt[tap].flatMap((kind) => {
      const templateId = templates[kind]?.id ?? '';
      if (templateId === '') return [];
      return [{ kind, templateId, left: left.get(templateId) ?? 0 }];
    }),
  }));
  return { taps };
}

/** Notes what I answered to one question, once per key. Refuses templates that the shop does not have. */
export async function noteAccepted(
  { db, shop, caller, nowMs }: Context,
  { key, accepted, rejected }: Accepted,
): Promise<{ done: true }> {
  const known = new Set(Object.values(shop.settings.messages.templates).map(({ id }) => id));
  const named = [...accepted, ...rejected];
  insist(named.every((id) => known.has(id)) ? null : refuse('no_such_template'));
  const { shopId } = shop;
  const { memberId } = caller;
  await transact(db, async (tx) => {
    // In one order for everybody, so that two answers at once don't wait for each other.
    for (const templateId of [...new Set(named)].sort()) {
      const accepts = accepted.includes(templateId);
      await noteAnswer(tx, { shopId, memberId, templateId }, { accepts, key, nowMs });
    }
  });
  return { done: true };
}

/** What I want to hear of. */
export async function showPreferences({ db, shop, caller }: Context): Promise<Preferences> {
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  return { marketing: !(await findMarketingOff(db, whose)) };
}

/** Saves what I want to hear of; it holds for messages that wait already. */
export async function savePreferences(
  { db, shop, caller, nowMs }: Context,
  { marketing }: Preferences,
): Promise<Preferences> {
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  await saveMarketingOff(db, whose, { marketingOff: !marketing, nowMs });
  return { marketing };
}
