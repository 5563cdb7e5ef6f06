import type { CarrierCode } from './rules/carriers';
import type { ParcelState } from './rules/parcel';

/** Rows of the delivery room; instants in ms. */
export interface DeliveryTables {
  parcels: {
    shopId: string;
    parcelId: string;
    orderId: string;
    /** Its place in its order, from 1. */
    place: number;
    /** What was bought, or what replaces it after a claim. */
    purpose: 'sale' | 'exchange';
    carrier: CarrierCode;
    number: string;
    correctedAt: number | null;
    state: ParcelState;
    /** Who of the staff sent it; null for the shop itself. */
    sentBy: string | null;
    sentAt: number;
    tracedAt: number | null;
    /** When the carrier is asked next; null once there is nothing more to hear. */
    nextTraceAt: number | null;
    traceTries: number;
    signedAt: number | null;
  };
  parcelUnits: {
    shopId: string;
    parcelId: string;
    orderId: string;
    line: number;
    quantity: number;
  };
  parcelTraces: {
    shopId: string;
    parcelId: string;
    step: number;
    happenedAt: number;
    say: string;
    place: string;
  };
  pickups: {
    shopId: string;
    orderId: string;
    storeId: string;
    code: string;
    state: 'waiting' | 'handed' | 'void';
    madeAt: number;
    readyAt: number | null;
    readyBy: string | null;
    handedAt: number | null;
    handedBy: string | null;
  };
  cityRuns: {
    shopId: string;
    orderId: string;
    storeId: string;
    /** Null when the goods come as soon as they can. */
    slotStartsAt: number | null;
    slotEndsAt: number | null;
    minutes: number;
    /** By when they are promised; null until they are paid for. */
    promisedBy: number | null;
    sentAt: number | null;
    sentBy: string | null;
    deliveredAt: number | null;
    deliveredBy: string | null;
    /** When it was noticed that the promise is broken. */
    breachedAt: number | null;
  };
  pickupGuesses: { shopId: string; staffId: string; beganAt: number; guesses: number };
  shippingUploads: {
    shopId: string;
    orderId: string;
    wanted: number;
    sent: number;
    /** The fingerprint of what was told last. */
    told: string | null;
    toldSplit: boolean;
    tries: number;
    nextTryAt: number;
    wantedAt: number;
    sentAt: number | null;
    problem: string | null;
  };
}
