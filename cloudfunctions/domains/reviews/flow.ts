import type { Flow } from '../../kit/flow';

/** What was written is checked first; what a machine doubts, a manager decides; nothing shows before it passed. */
export type PartState = 'checking' | 'doubtful' | 'shown' | 'refused';
export type PartStep = 'pass' | 'doubt' | 'refuse';

export const partFlow: Flow<PartState, PartStep> = {
  checking: { pass: 'shown', doubt: 'doubtful', refuse: 'refused' },
  doubtful: { pass: 'shown', refuse: 'refused' },
  shown: {},
  refused: {},
};
