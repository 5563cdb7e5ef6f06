import { useState } from 'react';
import { ask, Declined } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { useSession } from '../../stores/session';
import { useCheckoutDraft } from './checkoutDraft';
import type { CouponSort } from './couponChoice';
import {
  choiceOf,
  deliveryOf,
  firstAddressId,
  type Delivery,
  type DeliveryChoice,
  type OfferChoice,
  type OrderPreview,
} from './steps';

/** A quote with the destination and the choice of offers that it holds for. */
export interface CheckoutView {
  readonly preview: OrderPreview;
  readonly quotedFor: Delivery | null;
  readonly quotedUsing: OfferChoice;
}

/** What is checked out, its quote, and the choices that ask for a new one. */
export function useCheckout() {
  const lines = useCheckoutDraft((draft) => draft.lines);
  const choice = useCheckoutDraft((draft) => draft.choice);
  const using = useCheckoutDraft((draft) => draft.using);
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
    using,
    opened,
    choose(change: Partial<DeliveryChoice>) {
      useCheckoutDraft.getState().choose(change);
      void state.reload();
    },
    use(change: Partial<OfferChoice>) {
      useCheckoutDraft.getState().use(change);
      void state.reload();
    },
    chooseCoupon(sort: CouponSort, couponId: string | null | undefined) {
      useCheckoutDraft.getState().chooseCoupon(sort, couponId);
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
  if (choice.kind !== 'pickup' && choice.addressId === '') await chooseUsualAddress();
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
  const { lines, choice, using } = useCheckoutDraft.getState();
  const delivery = deliveryOf(choice);
  const wanted = { lines: [...lines], delivery, choice: choiceOf(using) };
  return {
    preview: await ask('orders.preview', wanted),
    quotedFor: delivery,
    quotedUsing: using,
  };
}

export type Checkout = ReturnType<typeof useCheckout>;
