import { z } from 'zod';

import { fen, type Fen } from '../../kit/money';
import { WireFen, WireTime } from './transaction';

/** Where a refund stands. ABNORMAL: the money could not be returned; the merchant must act on WeChat's site. */
const refundStatuses = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const;

/** One of {@link refundStatuses}. */
export type RefundStatus = (typeof refundStatuses)[number];

/** A refund as WeChat Pay tells it. */
export type Refund = {
  outRefundNo: string;
  refundId: string;
  outTradeNo: string;
  transactionId: string;
  status: RefundStatus;
  /** What this refund returns, in fen. */
  amountFen: Fen;
  /** What the payment was in total, in fen. */
  totalFen: Fen;
  /** When WeChat Pay took it, which is the day of its bill; null in a notice, which does not say. */
  createdAtMs: number | null;
  successAtMs: number | null;
};

const common = {
  out_refund_no: z.string().min(1),
  refund_id: z.string().min(1),
  out_trade_no: z.string().min(1),
  transaction_id: z.string().min(1),
  create_time: WireTime.nullish(),
  success_time: WireTime.nullish(),
  amount: z.object({ refund: WireFen, total: WireFen }),
};
const WireRefund = z.object({ ...common, status: z.enum(refundStatuses) });
const WireNotice = z.object({
  ...common,
  mchid: z.string().min(1),
  refund_status: z.enum(refundStatuses),
});

/** Reads a refund from the parsed answer to a refund or a refund query. Throws when it has not its form. */
export function readRefund(json: unknown): Refund {
  const wire = WireRefund.parse(json);
  return toRefund(wire, wire.status);
}

/** Reads the merchant and the refund from a notice's parsed resource. Throws when it has not its form. */
export function readRefundNotice(json: unknown): { mchid: string; refund: Refund } {
  const wire = WireNotice.parse(json);
  return { mchid: wire.mchid, refund: toRefund(wire, wire.refund_status) };
}

function toRefund(wire: Omit<z.infer<typeof WireRefund>, 'status'>, status: RefundStatus): Refund {
  return {
    outRefundNo: wire.out_refund_no,
    refundId: wire.refund_id,
    outTradeNo: wire.out_trade_no,
    transactionId: wire.transaction_id,
    status,
    amountFen: fen(wire.amount.refund),
    totalFen: fen(wire.amount.total),
    createdAtMs: wire.create_time ?? null,
    successAtMs: wire.success_time ?? null,
  };
}
