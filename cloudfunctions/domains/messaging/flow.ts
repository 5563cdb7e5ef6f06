import type { Flow } from '../../kit/flow';

/** Where a message stands: `sending` lasts from before the call to its answer, or to the end of its lease. */
export type MessageState = 'waiting' | 'sending' | 'sent' | 'refused' | 'failed';

export type MessageStep = 'take' | 'wait' | 'refuse' | 'again' | 'arrive' | 'fail';

/** The life of a message. One whose worker died is taken again after its lease. */
export const messageFlow: Flow<MessageState, MessageStep> = {
  waiting: { take: 'sending', wait: 'waiting', refuse: 'refused' },
  sending: {
    take: 'sending',
    again: 'waiting',
    refuse: 'refused',
    arrive: 'sent',
    fail: 'failed',
  },
  sent: {},
  refused: {},
  failed: {},
};
