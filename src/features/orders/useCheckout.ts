import { useState } from 'react';
import { ask, Declined } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useSession } from '../../stores/session';
import { useCheckoutDraft } from './checkoutDraft';
import {
  deliveryOf,
  firstAddressId,
  type Delivery,
  type DeliveryChoice,
  type OrderPreview,
} from './steps';

/** A quote with the destination that it holds for. */
export interface CheckoutView {
  readonly preview: OrderPreview;
  readonly quotedFor: Delivery | null;
}

/** What is checked out, its quote, and the choices that ask for a new one. */
export function useCheckout() {
  const lines = useCheckoutDraft((draft) => draft.lines);
  const choice = useCheckoutDraft((draft) => draft.choice);
  const [opened] = useState(lines.length > 0);
  const state = useAsk(loadCheckout, opened ? '' : null);

  // An address may have been chosen, changed or removed on the pages that were open meanwhile.
  useShownAgain(() => {
    if (opened) void state.reload();
  });

  return {
    state,
    lines,
    choice,
    opened,
    choose(change: Partial<DeliveryChoice>) {
      useCheckoutDraft.getState().choose(change);
      void state.reload();
    },
    keepLines(kept: readonly { skuId: string; quantity: number }[]) {
      useCheckoutDraft.getState().keepLines(kept);
      void state.reload();
    },
  };
}

async function loadCheckout(): Promise<CheckoutView> {
  await useSession.getState().signIn();
  const { choice } = useCheckoutDraft.getState();
  if (choice.kind === 'express' && choice.addressId === '') await chooseUsualAddress();
  try {
    return await preview();
  } catch (reason) {
    if (!(reason instanceof Declined) || reason.code !== 'no_such_address') throw reason;
    await chooseUsualAddress();
    return preview();
  }
}

/** Begins with the default address; one that was removed meanwhile is forgotten. */
async function chooseUsualAddress(): Promise<void> {
  const { items } = await ask('members.addresses', {});
  const { choice, choose } = useCheckoutDraft.getState();
  const addressId = firstAddressId(items, choice.addressId);
  if (addressId !== choice.addressId) choose({ addressId });
}

async function preview(): Promise<CheckoutView> {
  const { lines, choice } = useCheckoutDraft.getState();
  const delivery = deliveryOf(choice);
  return {
    preview: await ask('orders.preview', { lines: [...lines], delivery }),
    quotedFor: delivery,
  };
}
