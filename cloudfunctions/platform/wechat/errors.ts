/** Why WeChat gave no usable answer. */
type UnavailableReason =
  'timeout' | 'no_answer' | 'server_fault' | 'busy' | 'too_many_requests' | 'unreadable';

/**
 * WeChat gave no answer that says what became of a call: it may be made again later. `limited` says that the
 * mini program has asked too often, so that every other call waits as well.
 */
export class WechatUnavailable extends Error {
  override readonly name = 'WechatUnavailable';

  constructor(
    readonly operation: string,
    readonly reason: UnavailableReason,
    options?: ErrorOptions,
  ) {
    super(`WeChat ${operation}: ${reason}`, options);
  }

  get limited(): boolean {
    return this.reason === 'too_many_requests';
  }
}

/** WeChat said no: `errcode` is its own, such as 43101 (none accepted) or 47003 (a field is wrong). */
export class WechatRefused extends Error {
  override readonly name = 'WechatRefused';

  constructor(
    readonly operation: string,
    readonly errcode: number,
    message: string,
  ) {
    super(message);
  }
}

/** What is wrong with a message that arrived as WeChat's. */
type ForgedReason =
  'unset' | 'outside_window' | 'bad_signature' | 'malformed' | 'bad_seal' | 'other_app';

/** A message that must not be believed. Answer it with a 401; nothing of it may be used. */
export class ForgedPush extends Error {
  override readonly name = 'ForgedPush';

  constructor(readonly reason: ForgedReason) {
    super(`WeChat message refused: ${reason}`);
  }
}
