/** Why WeChat Pay gave no usable answer. */
type UnavailableReason =
  'timeout' | 'no_answer' | 'server_fault' | 'too_many_requests' | 'unverified' | 'unreadable';

/**
 * WeChat Pay gave no answer that can be trusted: the outcome is unknown, and the same call may be made
 * again later with the same numbers.
 */
export class PayUnavailable extends Error {
  override readonly name = 'PayUnavailable';

  constructor(
    readonly operation: string,
    readonly reason: UnavailableReason,
    options?: ErrorOptions,
  ) {
    super(`WeChat Pay ${operation}: ${reason}`, options);
  }
}

/** WeChat Pay said no (HTTP 4xx): `code` is its own, such as INVALID_REQUEST or NOT_ENOUGH. */
export class PayRefused extends Error {
  override readonly name = 'PayRefused';

  constructor(
    readonly operation: string,
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What is wrong with a notice. `probe` is WeChat Pay testing whether bad signatures are refused. */
export type ForgedReason =
  | 'missing_header'
  | 'bad_timestamp'
  | 'outside_window'
  | 'probe'
  | 'unknown_serial'
  | 'bad_signature'
  | 'malformed'
  | 'unknown_kind'
  | 'bad_seal'
  | 'other_merchant';

/** A notice that must not be believed. Answer it with a 4xx; nothing of it may be used. */
export class ForgedNotice extends Error {
  override readonly name = 'ForgedNotice';

  constructor(readonly reason: ForgedReason) {
    super(`WeChat Pay notice refused: ${reason}`);
  }
}
