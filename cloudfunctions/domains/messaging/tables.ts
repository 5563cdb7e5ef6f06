import type { MessageState } from './flow';
import type { MessageChannel, MessageKind, MessageWords } from './schema';

export type QuotaCause = 'accept' | 'reject' | 'send' | 'return' | 'zero';

/** Rows of the messaging room; instants in ms. Entries only grow, the quota keeps their sum. */
export interface MessagingTables {
  messageMembers: { shopId: string; memberId: string; marketingOff: boolean; savedAt: number };
  messageQuotas: { shopId: string; memberId: string; templateId: string; leftCount: number };
  messageQuotaEntries: {
    shopId: string;
    entryId: string;
    memberId: string;
    templateId: string;
    change: number;
    cause: QuotaCause;
    causeId: string;
    madeAt: number;
  };
  messages: {
    shopId: string;
    messageId: string;
    memberId: string;
    channel: MessageChannel;
    kind: MessageKind;
    marketing: boolean;
    data: MessageWords;
    page: string;
    causeId: string;
    state: MessageState;
    reason: string | null;
    templateId: string | null;
    tries: number;
    nextTryAt: number;
    goodUntil: number | null;
    madeAt: number;
    takenAt: number | null;
    endedAt: number | null;
  };
}
