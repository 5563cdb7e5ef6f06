import { z } from 'zod';
import { Cursor, DeedKey, Id, Instant, typed, typedOrEmpty } from '../members/schema';

/** WeChat's codes of carriers; the rules know their names and numbers. */
const Carrier = z.enum(['SF', 'ZTO', 'YTO', 'YD', 'STO', 'JTSD', 'EMS', 'YZPY', 'JDL', 'DBL']);
const Count = z.number().int();
const OrderStateName = z.string();

/** So many units of a line. */
const Units = z.object({
  line: z.number().int().min(1).max(500),
  quantity: z.number().int().min(1).max(9_999),
});

export const Ship = z.object({
  key: DeedKey,
  orderId: Id,
  /** Each line once. */
  units: z
    .array(Units)
    .min(1)
    .max(500)
    .refine((units) => new Set(units.map(({ line }) => line)).size === units.length, {
      message: '同一件商品请合并数量',
    }),
  number: typed(40),
  /** Left open where the number tells its carrier. */
  carrier: Carrier.optional(),
});
export type Ship = z.output<typeof Ship>;

export const Shipped = z.object({
  parcelId: Id,
  carrier: Carrier,
  carrierName: z.string(),
  number: z.string(),
});

/** A table that is sent again ships nothing twice: an order's parcel is known by its number. */
export const ShipMany = z.object({
  /** Order number, tracking number and, if need be, the carrier; a row each. */
  table: z.string().max(60_000),
  /** For rows whose number does not tell its carrier. */
  carrier: Carrier.optional(),
  /** Only says what would become of it. */
  check: z.boolean(),
});
export type ShipMany = z.output<typeof ShipMany>;

export const ShippedMany = z.object({
  rows: z.array(
    z.object({
      row: Count,
      orderNumber: z.string(),
      trackingNumber: z.string(),
      carrierName: z.string(),
      outcome: z.enum(['ready', 'shipped', 'again', 'refused']),
      say: z.string(),
    }),
  ),
  right: Count,
  wrong: Count,
});
export type ShippedMany = z.output<typeof ShippedMany>;

export const Correct = z.object({ parcelId: Id, number: typed(40), carrier: Carrier.optional() });
export type Correct = z.output<typeof Correct>;

const BoardTabName = z.enum(['toShip', 'pickup', 'city', 'shipped']);
export type BoardTab = z.output<typeof BoardTabName>;

export const ListBoard = z.object({
  tab: BoardTabName,
  /** A number or its end, the end of a phone number, a nickname, or words of a title. */
  words: typedOrEmpty(40).optional(),
  cursor: Cursor.optional(),
});
export type ListBoard = z.output<typeof ListBoard>;

const Goods = z.object({
  line: Count,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  quantity: Count,
  /** Units that may be sent now. */
  left: Count,
  /** Units whose money is asked back: they wait. */
  asked: Count,
});

const CityRun = z.object({
  slotStartsAt: Instant.nullable(),
  slotEndsAt: Instant.nullable(),
  minutes: Count,
  promisedBy: Instant.nullable(),
  sentAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  breachedAt: Instant.nullable(),
});

/** Who receives, as far as lists show it. */
const Receiver = z.object({ name: z.string(), phone: z.string(), region: z.string() });

export const Board = z.object({
  items: z.array(
    z.object({
      orderId: Id,
      number: z.string(),
      state: OrderStateName,
      buyer: z.string(),
      receiver: Receiver.nullable(),
      storeName: z.string(),
      remark: z.string(),
      paidAt: Instant.nullable(),
      shippedAt: Instant.nullable(),
      readyAt: Instant.nullable(),
      /** Of goods that travel within the city: the slot, the promise, and what became of it. */
      run: CityRun.nullable(),
      parcels: z.array(z.object({ parcelId: Id, label: z.string(), stateName: z.string() })),
      goods: z.array(Goods),
    }),
  ),
  next: Cursor.nullable(),
});

/** `breached`: of those in the city, how many are promised and late. */
export const BoardCounts = z.object({
  toShip: Count,
  pickup: Count,
  city: Count,
  breached: Count,
  late: Count,
});

export const Duties = z.object({
  items: z.array(z.object({ orderId: Id, number: z.string(), paidAt: Instant, say: z.string() })),
});

export const OrderIdOnly = z.object({ orderId: Id });
export type OrderIdOnly = z.output<typeof OrderIdOnly>;

/** An order as whoever packs it needs it, the address in full. */
export const Packing = z.object({
  orderId: Id,
  number: z.string(),
  state: OrderStateName,
  buyer: z.string(),
  remark: z.string(),
  contact: z
    .object({
      name: z.string(),
      phone: z.string(),
      province: z.string(),
      city: z.string(),
      district: z.string(),
      detail: z.string(),
    })
    .nullable(),
  goods: z.array(Goods),
  parcels: z.array(
    z.object({ parcelId: Id, label: z.string(), stateName: z.string(), correctable: z.boolean() }),
  ),
});

export const ListPicks = z.object({ orderIds: z.array(Id).min(1).max(100) });
export type ListPicks = z.output<typeof ListPicks>;

const Pick = z.object({
  skuId: Id,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  quantity: Count,
});

export const Picks = z.object({
  bySku: z.array(Pick),
  orders: z.array(
    z.object({
      orderId: Id,
      number: z.string(),
      buyer: z.string(),
      receiver: Receiver.nullable(),
      remark: z.string(),
      goods: z.array(Pick),
    }),
  ),
});

const Code = z
  .string()
  .max(40)
  .transform((text) => text.normalize('NFKC').replace(/\s+/g, ''))
  .pipe(z.string().regex(/^\d{8}$/, '取货码是 8 位数字'));

export const PickupCode = z.object({ code: Code });
export type PickupCode = z.output<typeof PickupCode>;

/** What lies at the counter under a code. */
export const WaitingPickup = z.object({
  orderId: Id,
  number: z.string(),
  buyer: z.string(),
  remark: z.string(),
  paidAt: Instant.nullable(),
  readyAt: Instant.nullable(),
  goods: z.array(Goods),
  /** Why it cannot be handed over now; empty when it can. */
  whyNot: z.string(),
});

export const HandOver = z.object({ key: DeedKey, code: Code });
export type HandOver = z.output<typeof HandOver>;

/** A rider takes the goods of an order. */
export const SendOut = z.object({ key: DeedKey, orderId: Id });
export type SendOut = z.output<typeof SendOut>;

const ParcelStateName = z.enum([
  'waiting',
  'collected',
  'moving',
  'delivering',
  'signed',
  'trouble',
]);

/** How the goods of an order of mine travel. */
export const OrderDelivery = z.object({
  parcels: z.array(
    z.object({
      parcelId: Id,
      place: Count,
      purpose: z.enum(['sale', 'exchange']),
      carrierName: z.string(),
      number: z.string(),
      state: ParcelStateName,
      stateName: z.string(),
      sentAt: Instant,
      units: z.array(Pick.omit({ skuId: true }).extend({ line: Count })),
      /** The latest first. */
      steps: z.array(z.object({ happenedAt: Instant, say: z.string(), place: z.string() })),
    }),
  ),
  /** Whether the shop hears from carriers at all. */
  tracked: z.boolean(),
  /** Null unless the order travels within the city and is paid. */
  run: CityRun.nullable(),
  /** Null unless the order is paid and picked up. */
  pickup: z
    .object({
      /** Empty once the goods are handed over. */
      code: z.string(),
      /** The code as a picture (PNG, data URL) for the counter to scan. */
      codePicture: z.string(),
      readyAt: Instant.nullable(),
      handedAt: Instant.nullable(),
    })
    .nullable(),
});

/** A parcel as WeChat is told of it; an express one has carrier and number. */
type ShippedParcel = {
  /** What is in it, ≤ 120 characters; the buyer reads it. */
  itemDesc: string;
  trackingNo?: string;
  /** WeChat's code of the carrier, such as SF. */
  company?: string;
  /** The receiver's number, masked: `189****1234`. SF needs it. */
  receiverContact?: string;
};

/** What WeChat is told of a payment's goods, so that it pays the shop; in the words of the shop. */
export type ShippingInfo = {
  order: { transactionId: string };
  by: 'express' | 'pickup' | 'sameCity';
  /** More than one parcel, or a part of the goods. */
  split: boolean;
  /** In a split delivery: nothing more will follow. */
  allDelivered: boolean;
  parcels: readonly ShippedParcel[];
  uploadedAtMs: number;
  payerOpenid: string;
};
