import { sql } from 'kysely';
import type { Database } from '../../cloudfunctions/domains/registry';

/** Something that a ledger and what is kept beside it disagree about. */
export interface LedgerFault {
  fault: string;
  memberId: string;
  says: string;
}

/** Where points, growth or stored value are not what their ledgers sum to; no row when all is well. */
export async function ledgerFaults(db: Database): Promise<LedgerFault[]> {
  const { rows } = await sql<LedgerFault>`
    with points as (
      select shop_id, member_id,
        sum(case when to_account = 'member' then points when from_account = 'member' then -points else 0 end) as sum
      from points_entries group by shop_id, member_id
    ), buckets as (
      select shop_id, member_id, sum(remaining) as sum from points_buckets group by shop_id, member_id
    ), growth as (
      select shop_id, member_id, sum(growth) as sum from growth_entries group by shop_id, member_id
    ), wallet as (
      select shop_id, member_id, purse,
        sum(case when to_account = 'member' then fen when from_account = 'member' then -fen else 0 end) as sum
      from wallet_entries group by shop_id, member_id, purse
    ), members_here as (
      select shop_id, member_id from members
    )
    select 'balance of points' as fault, member_id as "memberId",
      format('%s kept, %s in the ledger', coalesce(a.points, 0), coalesce(p.sum, 0)) as says
    from members_here left join points_accounts a using (shop_id, member_id)
      left join points p using (shop_id, member_id)
    where coalesce(a.points, 0) <> coalesce(p.sum, 0)
    union all
    select 'points in buckets', member_id,
      format('%s in buckets, %s in the balance', coalesce(b.sum, 0), coalesce(a.points, 0))
    from members_here left join points_accounts a using (shop_id, member_id)
      left join buckets b using (shop_id, member_id)
    where coalesce(b.sum, 0) <> greatest(coalesce(a.points, 0), 0)
    union all
    select 'points held', member_id, format('%s more left than was held for %s', -sum, cause_id)
    from (
      select shop_id, member_id, cause_id, bucket_id,
        sum(case when to_account = 'held' then points when from_account = 'held' then -points else 0 end) as sum
      from points_entries group by shop_id, member_id, cause_id, bucket_id
    ) held where sum < 0
    union all
    select 'growth', member_id,
      format('%s kept, %s in the ledger', coalesce(a.growth, 0), coalesce(g.sum, 0))
    from members_here left join points_accounts a using (shop_id, member_id)
      left join growth g using (shop_id, member_id)
    where coalesce(a.growth, 0) <> coalesce(g.sum, 0)
    union all
    select 'stored value', member_id,
      format('%s %s kept, %s in the ledger', purse, coalesce(kept, 0), coalesce(l.sum, 0))
    from members_here
      cross join (values ('principal'), ('gift')) purses (purse)
      left join lateral (
        select case purse when 'principal' then w.principal_fen else w.gift_fen end as kept
        from wallets w where w.shop_id = members_here.shop_id and w.member_id = members_here.member_id
      ) w on true
      left join wallet l using (shop_id, member_id, purse)
    where coalesce(kept, 0) <> coalesce(l.sum, 0)
    union all
    select 'stored value held', member_id, format('%s fen more left than were held for %s', -sum, cause_id)
    from (
      select shop_id, member_id, cause_id, purse,
        sum(case when to_account = 'held' then fen when from_account = 'held' then -fen else 0 end) as sum
      from wallet_entries group by shop_id, member_id, cause_id, purse
    ) held where sum < 0
    union all
    select 'recharge', r.member_id, format('%s is %s with %s fen in the ledger', r.number, r.state, coalesce(sum, 0))
    from recharges r left join lateral (
      select sum(fen) from wallet_entries e
      where e.shop_id = r.shop_id and e.member_id = r.member_id and e.cause = 'recharge'
        and e.cause_id = r.recharge_id::text
    ) e on true
    where coalesce(sum, 0) <> case r.state when 'paid' then r.principal_fen + r.gift_fen else 0 end
    union all
    select 'days of sign-in', s.member_id, format('day %s has streak %s after %s', s.day, s.streak, before.streak)
    from sign_ins s left join sign_ins before
      on before.shop_id = s.shop_id and before.member_id = s.member_id and before.day = s.day - 1
    where s.streak <> coalesce(before.streak, 0) + 1
  `.execute(db);
  return rows;
}
