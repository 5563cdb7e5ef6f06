import type { z } from 'zod';
import { startOfDay } from '../../../kit/time';
import { outboxBacklog } from '../../../platform/outbox';
import type { StaffContext } from '../../registry';
import { reasonSay } from '../rules/reasons';
import type { Backlog } from '../schema';
import { countWaiting, listEnded } from '../store/backlog';

/** What waits to leave the shop, and what became of today's messages. */
export async function showBacklog({
  db,
  shop,
  nowMs,
}: StaffContext): Promise<z.input<typeof Backlog>> {
  const { shopId, offsetMinutes } = shop;
  const waiting = await countWaiting(db, shopId);
  const ended = await listEnded(db, shopId, startOfDay(nowMs, offsetMinutes));
  const events = await outboxBacklog(db, shopId);
  const times = (state: string) =>
    ended.reduce((sum, row) => sum + (row.state === state ? row.times : 0), 0);
  const reasons = ended.flatMap(({ kind, reason, times: often }) =>
    reason === null ? [] : [{ kind, reason, say: reasonSay(reason), times: often }],
  );
  return {
    messages: {
      ...{ waiting: waiting.waiting, oldestAt: waiting.oldestAt },
      ...{ sentToday: times('sent'), refusedToday: times('refused'), failedToday: times('failed') },
    },
    reasons: reasons.slice(0, 50),
    events,
  };
}
