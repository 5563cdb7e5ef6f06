import { z } from 'zod';

import { fen, mostFen, type Fen } from '../../kit/money';

/** Where WeChat Pay stands with a payment. REFUND: paid, and refunded at least in part. */
const tradeStates = [
  'SUCCESS',
  'REFUND',
  'NOTPAY',
  'CLOSED',
  'REVOKED',
  'USERPAYING',
  'PAYERROR',
] as const;

/** One of {@link tradeStates}. */
export type TradeState = (typeof tradeStates)[number];

/** A payment as WeChat Pay tells it. The last four are null until it is paid, the amount at times too. */
export type Transaction = {
  mchid: string;
  appid: string;
  outTradeNo: string;
  tradeState: TradeState;
  /** The total asked for, in fen; the payer may have paid less with WeChat's own coupons. */
  amountFen: Fen | null;
  transactionId: string | null;
  payerOpenid: string | null;
  successAtMs: number | null;
};

/** An amount in fen as JSON carries it. */
export const WireFen = z.number().int().min(0).max(mostFen);

/** An RFC 3339 time as JSON carries it, read as milliseconds since the epoch. */
export const WireTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  .transform((text) => Date.parse(text))
  .pipe(z.number().int());

const orNull = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? null);
const filledOrNull = z
  .string()
  .max(128)
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));

const WireTransaction = z
  .object({
    mchid: z.string().min(1),
    appid: z.string().min(1),
    out_trade_no: z.string().min(1),
    trade_state: z.enum(tradeStates),
    transaction_id: filledOrNull,
    success_time: orNull(WireTime),
    payer: orNull(z.object({ openid: filledOrNull })),
    amount: orNull(z.object({ total: WireFen.optional(), currency: z.literal('CNY').optional() })),
  })
  .refine(
    (wire) =>
      (wire.trade_state !== 'SUCCESS' && wire.trade_state !== 'REFUND') ||
      (wire.transaction_id !== null &&
        wire.success_time !== null &&
        typeof wire.payer?.openid === 'string' &&
        wire.amount?.total !== undefined),
    'a paid transaction lacks its id, time, payer or amount',
  );

/** Reads a transaction from parsed JSON. Throws when a field is missing or not of its form. */
export function readTransaction(json: unknown): Transaction {
  const wire = WireTransaction.parse(json);
  return {
    mchid: wire.mchid,
    appid: wire.appid,
    outTradeNo: wire.out_trade_no,
    tradeState: wire.trade_state,
    amountFen: wire.amount?.total === undefined ? null : fen(wire.amount.total),
    transactionId: wire.transaction_id,
    payerOpenid: wire.payer?.openid ?? null,
    successAtMs: wire.success_time,
  };
}
