import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../../cloudfunctions/domains/registry';

/** Something that a ledger and what is kept beside it disagree about. */
export interface LedgerFault {
  fault: string;
  memberId: string;
  says: string;
}

/** What a movement changes of the account `name`, as a sum over the rows of a group. */
const sumOf = (name: string, column: string) =>
  sql`coalesce(sum(case when to_account = ${sql.lit(name)} then ${sql.ref(column)}
    when from_account = ${sql.lit(name)} then -${sql.ref(column)} else 0 end), 0)`;

const points = sql`
  select 'balance of points', m.member_id,
    format('%s kept, %s in the ledger', coalesce(a.points, 0), e.points)
  from members m left join points_accounts a using (shop_id, member_id)
  cross join lateral (select ${sumOf('member', 'points')} as points from points_entries
    where shop_id = m.shop_id and member_id = m.member_id) e
  where coalesce(a.points, 0) <> e.points
  union all
  select 'points in buckets', m.member_id,
    format('%s in buckets, %s in the balance', b.remaining, coalesce(a.points, 0))
  from members m left join points_accounts a using (shop_id, member_id)
  cross join lateral (select coalesce(sum(remaining), 0) as remaining from points_buckets
    where shop_id = m.shop_id and member_id = m.member_id) b
  where b.remaining <> greatest(coalesce(a.points, 0), 0)
  union all
  select 'points held', member_id, format('%s more left than was held for %s', -held, cause_id)
  from (select member_id, cause_id, ${sumOf('held', 'points')} as held from points_entries
    group by shop_id, member_id, cause_id, bucket_id) h
  where held < 0`;

const growth = sql`
  select 'growth', m.member_id, format('%s kept, %s in the ledger', coalesce(a.growth, 0), e.growth)
  from members m left join points_accounts a using (shop_id, member_id)
  cross join lateral (select coalesce(sum(growth), 0) as growth from growth_entries
    where shop_id = m.shop_id and member_id = m.member_id) e
  where coalesce(a.growth, 0) <> e.growth
  union all
  select 'days of sign-in', s.member_id, format('the streak is %s on %s', s.streak, s.day)
  from sign_ins s left join sign_ins b
    on b.shop_id = s.shop_id and b.member_id = s.member_id and b.day = s.day - 1
  where s.streak <> coalesce(b.streak, 0) + 1`;

const stored = sql`
  select 'stored value', m.member_id, format('%s kept as %s, %s in the ledger', coalesce(w.fen, 0), p.purse, e.fen)
  from members m cross join (values ('principal'), ('gift')) p (purse)
  left join lateral (select case p.purse when 'principal' then principal_fen else gift_fen end as fen from wallets
    where shop_id = m.shop_id and member_id = m.member_id) w on true
  cross join lateral (select ${sumOf('member', 'fen')} as fen from wallet_entries
    where shop_id = m.shop_id and member_id = m.member_id and purse = p.purse) e
  where coalesce(w.fen, 0) <> e.fen
  union all
  select 'stored value held', member_id, format('%s more left than was held for %s', -held, cause_id)
  from (select member_id, cause_id, ${sumOf('held', 'fen')} as held from wallet_entries
    group by shop_id, member_id, cause_id, purse) h
  where held < 0
  union all
  select 'recharge', r.member_id, format('%s is %s with %s in the ledger', r.number, r.state, e.fen)
  from recharges r
  cross join lateral (select coalesce(sum(fen), 0) as fen from wallet_entries
    where shop_id = r.shop_id and member_id = r.member_id and cause = 'recharge'
      and cause_id = r.recharge_id::text) e
  where e.fen <> case r.state when 'paid' then r.principal_fen + r.gift_fen else 0 end`;

/** Where points, growth, days of sign-in or stored value are not what their ledgers say; nothing when all is well. */
export async function ledgerFaults(db: Database): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const query of [points, growth, stored] as RawBuilder<unknown>[]) {
    const { rows } =
      await sql<LedgerFault>`select * from (${query}) as found (fault, "memberId", says)`.execute(
        db,
      );
    faults.push(...rows);
  }
  return faults;
}
