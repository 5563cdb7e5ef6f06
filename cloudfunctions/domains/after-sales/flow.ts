import type { Flow } from '../../kit/flow';

export type AfterSaleKind = 'refund_only' | 'return_refund' | 'exchange';

export type AfterSaleState =
  | 'asked'
  | 'agreed'
  | 'returned'
  | 'received'
  | 'sent'
  | 'refunding'
  | 'done'
  | 'refused'
  | 'withdrawn'
  | 'lapsed';

export type AfterSaleStep =
  | 'agree'
  | 'resume'
  | 'refuse'
  | 'withdraw'
  | 'lapse'
  | 'give_tracking'
  | 'receive'
  | 'send'
  | 'refund'
  | 'finish'
  | 'again';

/**
 * The life of an after-sale. Which kind takes which step, and who takes it, is a matter of rules: a refund alone goes
 * from agreed to refunding; goods come back first where they must. What is asked again while its goods are with the
 * shop already is agreed by `resume`. What nobody sends back lapses.
 */
export const afterSaleFlow: Flow<AfterSaleState, AfterSaleStep> = {
  asked: { agree: 'agreed', resume: 'returned', refuse: 'refused', withdraw: 'withdrawn' },
  agreed: {
    give_tracking: 'returned',
    receive: 'received',
    refund: 'refunding',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  returned: { receive: 'received', refuse: 'refused' },
  received: { refund: 'refunding', send: 'sent' },
  sent: { finish: 'done' },
  refunding: { finish: 'done' },
  refused: { again: 'asked' },
  done: {},
  withdrawn: {},
  lapsed: {},
};

/** States in which the order waits for the after-sale: its units are claimed. */
export const claimingStates = ['asked', 'agreed', 'returned', 'received', 'sent'] as const;

/** States that are an end, though what was refused may be asked once more. */
export const endedStates = ['done', 'refused', 'withdrawn', 'lapsed'] as const;

/** Whether an after-sale in this state claims its units. */
export function isClaiming(state: AfterSaleState): boolean {
  return claimingStates.some((one) => one === state);
}

/** Whether an after-sale in this state has ended. */
export function isEnded(state: AfterSaleState): boolean {
  return endedStates.some((one) => one === state);
}
