import { z } from 'zod';

const count = z.number().int().min(0).max(1_000_000_000);

/** What may be sent to `POST /faults`; what is left out stays as it is. */
export const FaultChange = z.strictObject({
  /** Calls that are carried out, but whose answer is lost. */
  loseAnswers: count.optional(),
  /** Calls that end in a 500 and do nothing. */
  failAnswers: count.optional(),
  /** Calls that are turned away with 429. */
  limitAnswers: count.optional(),
  /** Refunds that the merchant's balance does not cover. */
  notEnough: count.optional(),
  /** Refunds that are accepted and then end ABNORMAL. */
  abnormalRefunds: count.optional(),
  /** Notices that are never sent. */
  dropNotices: count.optional(),
  /** Notices that are sent twice at once. */
  duplicateNotices: count.optional(),
  /** Notices that are first sent `lateByMs` later than they should be. */
  lateNotices: count.optional(),
  lateByMs: count.optional(),
  /** Payment notices that tell one fen too much. */
  wrongAmounts: count.optional(),
  /** Payment notices that tell another payer. */
  wrongPayers: count.optional(),
  /** Deliveries whose signature is a probe (WECHATPAY/SIGNTEST/), which must be refused. */
  probeNotices: count.optional(),
  /** Bills that lack their newest row. */
  billRowsMissing: count.optional(),
  /** Bills that have a row of a payment that nobody made. */
  billRowsForeign: count.optional(),
  /** Bills whose oldest row tells one fen too much. */
  billAmountsWrong: count.optional(),
});

/** How many of the coming calls, refunds and notices go wrong, and how. */
export type Faults = Required<z.infer<typeof FaultChange>>;

/** The faults that are counted down, one for each event that they hit. */
type Fault = Exclude<keyof Faults, 'lateByMs'>;

/** Nothing goes wrong. */
export const noFaults: Faults = {
  loseAnswers: 0,
  failAnswers: 0,
  limitAnswers: 0,
  notEnough: 0,
  abnormalRefunds: 0,
  dropNotices: 0,
  duplicateNotices: 0,
  lateNotices: 0,
  lateByMs: 60_000,
  wrongAmounts: 0,
  wrongPayers: 0,
  probeNotices: 0,
  billRowsMissing: 0,
  billRowsForeign: 0,
  billAmountsWrong: 0,
};

/** Whether `fault` hits the event at hand; if so, one less is left. */
export function strikes(faults: Faults, fault: Fault): boolean {
  if (faults[fault] === 0) return false;
  faults[fault] -= 1;
  return true;
}
