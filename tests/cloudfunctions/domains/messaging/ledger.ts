import { sql } from 'kysely';
import type { Database } from '../../../../cloudfunctions/domains/registry';

/** Quotas that are not the sum of their entries, and members who were sent more than they accepted. */
export async function quotaFaults(db: Database): Promise<unknown[]> {
  const { rows } = await sql`
    select q.member_id, q.template_id, q.left_count, coalesce(e.sum, 0) as sum
    from message_quotas q
    left join (select shop_id, member_id, template_id, sum(change) as sum
      from message_quota_entries group by 1, 2, 3) e using (shop_id, member_id, template_id)
    where q.left_count <> coalesce(e.sum, 0)
    union all
    select member_id, template_id, count(*) filter (where cause = 'send'), count(*) filter (where cause = 'accept')
    from message_quota_entries group by shop_id, member_id, template_id
    having count(*) filter (where cause = 'send') - count(*) filter (where cause = 'return')
      > count(*) filter (where cause = 'accept')`.execute(db);
  return rows;
}
