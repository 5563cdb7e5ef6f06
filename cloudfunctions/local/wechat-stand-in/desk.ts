import type { Faults } from './faults';
import type { Shipment } from './shipping-call';

/** What the mini program copies from WeChat's pages. */
export type WechatKeys = {
  appid: string;
  secret: string;
  pushToken: string;
  pushAesKey: string;
  /** The merchant that shipping events name. */
  mchid: string;
};

/** A subscribe message that reached its member. */
export type SentMessage = {
  openid: string;
  templateId: string;
  page: string;
  data: Readonly<Record<string, { value: string }>>;
  atMs: number;
};

/** Everything that the stand-in was told, in its order; the newest stands last. */
export type Sent = {
  messages: SentMessage[];
  texts: { scene: number; content: string }[];
  pictures: { url: string; traceId: string }[];
  shipments: Shipment[];
  confirmations: Readonly<Record<string, unknown>>[];
};

/** What every part of the stand-in works with. */
export type Desk = {
  readonly keys: WechatKeys;
  readonly faults: Faults;
  readonly sent: Sent;
  /** Calls by path, those that failed among them. */
  readonly counts: Record<string, number>;
  /** The access token that counts now. */
  token: { text: string; untilMs: number } | null;
  nowMs(): number;
  newId(): string;
  /** Pushes an event to the shop in a while, again when it is not taken. */
  pushLater(event: Readonly<Record<string, unknown>>): void;
};
