-- What moves points, growth and stored value. Orders call these inside their own transaction, so that what an
-- order takes and the order itself are written together or not at all. Each locks the member's account row
-- first, which is the one lock that her buckets and entries need, and then goes row by row. Ledgers only grow.

-- An id for a row that SQL makes: UUIDv7 as the program's own, so that rows made together stand together.
create function ledger_id(p_now bigint) returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(p_now) from 3 for 6) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Locks what a member has, made at first need; answers her balance of points.
create function points_lock(p_shop uuid, p_member uuid) returns bigint language plpgsql as $$
declare
  v_points bigint;
begin
  select points into v_points from points_accounts
  where shop_id = p_shop and member_id = p_member for update;
  if not found then
    insert into points_accounts (shop_id, member_id) values (p_shop, p_member) on conflict do nothing;
    select points into v_points from points_accounts
    where shop_id = p_shop and member_id = p_member for update;
  end if;
  return v_points;
end $$;

-- One entry, and what it changes of the balance, which is kept beside its ledger.
create function points_move(p_shop uuid, p_member uuid, p_from text, p_to text, p_points int, p_bucket uuid,
  p_cause text, p_cause_id text, p_now bigint) returns void language plpgsql as $$
declare
  v_id uuid := ledger_id(p_now);
begin
  -- Points that end have no cause beside themselves: a bucket may end again after points came back to it.
  insert into points_entries (shop_id, entry_id, member_id, from_account, to_account, points, bucket_id, cause,
    cause_id, made_at)
  values (p_shop, v_id, p_member, p_from, p_to, p_points, p_bucket, p_cause, coalesce(p_cause_id, v_id::text),
    p_now);
  if p_from = 'member' then
    update points_accounts set points = points - p_points where shop_id = p_shop and member_id = p_member;
  elsif p_to = 'member' then
    update points_accounts set points = points + p_points where shop_id = p_shop and member_id = p_member;
  end if;
end $$;

-- Lets end what is over by p_now; answers the balance that is left. Everything else begins with this, so that
-- no outcome depends on when the timer ran.
create function points_expire(p_shop uuid, p_member uuid, p_now bigint) returns bigint language plpgsql as $$
declare
  v_points bigint := points_lock(p_shop, p_member);
  v_bucket record;
begin
  for v_bucket in select bucket_id, remaining from points_buckets
    where shop_id = p_shop and member_id = p_member and remaining > 0 and ends_at <= p_now
    order by ends_at, earned_at, bucket_id loop
    update points_buckets set remaining = 0 where shop_id = p_shop and bucket_id = v_bucket.bucket_id;
    perform points_move(p_shop, p_member, 'member', 'expired', v_bucket.remaining, v_bucket.bucket_id, 'expired',
      null, p_now);
    v_points := v_points - v_bucket.remaining;
  end loop;
  return v_points;
end $$;

-- Takes up to p_points out of the buckets, those that end first before others, into another account; answers
-- how many the buckets did not have.
create function points_draw(p_shop uuid, p_member uuid, p_points int, p_to text, p_cause text, p_cause_id text,
  p_now bigint) returns int language plpgsql as $$
declare
  v_left int := p_points;
  v_part int;
  v_bucket record;
begin
  for v_bucket in select bucket_id, remaining from points_buckets
    where shop_id = p_shop and member_id = p_member and remaining > 0
    order by ends_at, earned_at, bucket_id loop
    exit when v_left <= 0;
    v_part := least(v_left, v_bucket.remaining);
    update points_buckets set remaining = remaining - v_part
    where shop_id = p_shop and bucket_id = v_bucket.bucket_id;
    perform points_move(p_shop, p_member, 'member', p_to, v_part, v_bucket.bucket_id, p_cause, p_cause_id, p_now);
    v_left := v_left - v_part;
  end loop;
  return v_left;
end $$;

-- What is still held for a cause's id, by bucket: held, and neither spent nor returned. Those that end first
-- stand first.
create function points_held(p_shop uuid, p_member uuid, p_cause_id text)
returns table (bucket_id uuid, points int) language sql stable rows 3 as $$
  select e.bucket_id, sum(case when e.to_account = 'held' then e.points else -e.points end)::int
  from points_entries e
  join points_buckets b on b.shop_id = e.shop_id and b.bucket_id = e.bucket_id
  where e.shop_id = p_shop and e.member_id = p_member and e.cause_id = p_cause_id
    and (e.to_account = 'held' or e.from_account = 'held')
  group by e.bucket_id, b.ends_at, b.earned_at
  having sum(case when e.to_account = 'held' then e.points else -e.points end) > 0
  order by b.ends_at, b.earned_at, e.bucket_id
$$;

-- Holds points for something that waits for its payment, first in, first out. Raises SK003 when the member has
-- fewer; nothing is held then. What is held for a cause's id already stays as it is; what came back, because an
-- order closed, may be held again when money reopens it.
create function points_hold(p_shop uuid, p_member uuid, p_points int, p_cause text, p_cause_id text,
  p_now bigint) returns void language plpgsql as $$
declare
  v_points bigint;
begin
  if p_points <= 0 then
    return;
  end if;
  v_points := points_expire(p_shop, p_member, p_now);
  perform from points_held(p_shop, p_member, p_cause_id);
  if found then
    return;
  end if;
  if v_points < p_points then
    raise exception 'too few points' using errcode = 'SK003';
  end if;
  if points_draw(p_shop, p_member, p_points, 'held', p_cause, p_cause_id, p_now) > 0 then
    raise exception 'fewer points in buckets than in the balance' using errcode = 'SK003';
  end if;
end $$;

-- Spends what is held for a cause's id, whatever cause held it. Spends nothing the second time, and nothing
-- that was returned.
create function points_spend(p_shop uuid, p_member uuid, p_cause text, p_cause_id text, p_now bigint)
returns void language plpgsql as $$
declare
  v_held record;
begin
  perform points_lock(p_shop, p_member);
  for v_held in select * from points_held(p_shop, p_member, p_cause_id) loop
    perform points_move(p_shop, p_member, 'held', 'spent', v_held.points, v_held.bucket_id, p_cause, p_cause_id,
      p_now);
  end loop;
end $$;

-- Returns what is held for a cause's id to the buckets it came from, which then live p_lives_ms longer at
-- least. A balance below zero is paid off first. Returns nothing the second time, and nothing that was spent.
create function points_unhold(p_shop uuid, p_member uuid, p_cause text, p_cause_id text, p_lives_ms bigint,
  p_now bigint) returns void language plpgsql as $$
declare
  v_debt bigint := greatest(0, -points_expire(p_shop, p_member, p_now));
  v_paid int;
  v_until bigint := p_now + greatest(1, p_lives_ms);
  v_held record;
begin
  for v_held in select * from points_held(p_shop, p_member, p_cause_id) loop
    v_paid := least(v_debt, v_held.points);
    v_debt := v_debt - v_paid;
    update points_buckets set remaining = remaining + v_held.points - v_paid,
      reminded_at = case when ends_at < v_until then null else reminded_at end,
      ends_at = greatest(ends_at, v_until)
    where shop_id = p_shop and bucket_id = v_held.bucket_id;
    perform points_move(p_shop, p_member, 'held', 'member', v_held.points, v_held.bucket_id, p_cause, p_cause_id,
      p_now);
  end loop;
end $$;

-- Gives points in a bucket of their own, once per cause and id; a balance below zero is paid off first.
-- Answers whether they are new.
create function points_give(p_shop uuid, p_member uuid, p_points int, p_ends_at bigint, p_cause text,
  p_cause_id text, p_now bigint) returns boolean language plpgsql as $$
declare
  v_points bigint;
  v_bucket uuid := ledger_id(p_now);
begin
  if p_points <= 0 then
    return false;
  end if;
  v_points := points_expire(p_shop, p_member, p_now);
  perform from points_entries where shop_id = p_shop and member_id = p_member and cause_id = p_cause_id
    and cause = p_cause and from_account = 'shop';
  if found then
    return false;
  end if;
  insert into points_buckets (shop_id, bucket_id, member_id, points, remaining, earned_at, ends_at)
  values (p_shop, v_bucket, p_member, p_points, greatest(0, p_points - greatest(0, -v_points)), p_now, p_ends_at);
  perform points_move(p_shop, p_member, 'shop', 'member', p_points, v_bucket, p_cause, p_cause_id, p_now);
  return true;
end $$;

-- Takes points back, once per cause and id: first those that end first; what the buckets don't have is owed,
-- and the balance falls below zero. Answers whether they are newly taken.
create function points_take(p_shop uuid, p_member uuid, p_points int, p_cause text, p_cause_id text,
  p_now bigint) returns boolean language plpgsql as $$
declare
  v_owed int;
begin
  if p_points <= 0 then
    return false;
  end if;
  perform points_expire(p_shop, p_member, p_now);
  perform from points_entries where shop_id = p_shop and member_id = p_member and cause_id = p_cause_id
    and cause = p_cause and to_account = 'shop';
  if found then
    return false;
  end if;
  v_owed := points_draw(p_shop, p_member, p_points, 'shop', p_cause, p_cause_id, p_now);
  if v_owed > 0 then
    perform points_move(p_shop, p_member, 'member', 'shop', v_owed, null, p_cause, p_cause_id, p_now);
  end if;
  return true;
end $$;

-- Gives growth, once per cause and id; answers what the member has in all.
create function growth_give(p_shop uuid, p_member uuid, p_growth int, p_cause text, p_cause_id text,
  p_now bigint) returns bigint language plpgsql as $$
declare
  v_growth bigint;
begin
  perform points_lock(p_shop, p_member);
  if p_growth <> 0 then
    insert into growth_entries (shop_id, entry_id, member_id, growth, cause, cause_id, made_at)
    values (p_shop, ledger_id(p_now), p_member, p_growth, p_cause, p_cause_id, p_now) on conflict do nothing;
    if found then
      update points_accounts set growth = growth + p_growth where shop_id = p_shop and member_id = p_member;
    end if;
  end if;
  select growth into v_growth from points_accounts where shop_id = p_shop and member_id = p_member;
  return v_growth;
end $$;

-- Locks a member's stored value, made at first need.
create function wallet_lock(p_shop uuid, p_member uuid) returns wallets language plpgsql as $$
declare
  v_wallet wallets;
begin
  select * into v_wallet from wallets where shop_id = p_shop and member_id = p_member for update;
  if not found then
    insert into wallets (shop_id, member_id) values (p_shop, p_member) on conflict do nothing;
    select * into v_wallet from wallets where shop_id = p_shop and member_id = p_member for update;
  end if;
  return v_wallet;
end $$;

-- One movement in both purses, and what it changes of the balances, which are kept beside their ledger.
create function wallet_move(p_shop uuid, p_member uuid, p_from text, p_to text, p_principal bigint,
  p_gift bigint, p_cause text, p_cause_id text, p_now bigint) returns void language plpgsql as $$
declare
  v_sign int := case when p_from = 'member' then -1 when p_to = 'member' then 1 else 0 end;
begin
  if p_principal > 0 then
    insert into wallet_entries (shop_id, entry_id, member_id, purse, from_account, to_account, fen, cause,
      cause_id, made_at)
    values (p_shop, ledger_id(p_now), p_member, 'principal', p_from, p_to, p_principal, p_cause, p_cause_id, p_now);
  end if;
  if p_gift > 0 then
    insert into wallet_entries (shop_id, entry_id, member_id, purse, from_account, to_account, fen, cause,
      cause_id, made_at)
    values (p_shop, ledger_id(p_now), p_member, 'gift', p_from, p_to, p_gift, p_cause, p_cause_id, p_now);
  end if;
  if v_sign <> 0 then
    update wallets set principal_fen = principal_fen + v_sign * p_principal, gift_fen = gift_fen + v_sign * p_gift
    where shop_id = p_shop and member_id = p_member;
  end if;
end $$;

-- What is still held for an id: held, and neither spent nor returned.
create function wallet_held(p_shop uuid, p_member uuid, p_cause_id text, out principal bigint, out gift bigint)
language sql stable as $$
  select coalesce(sum(e.fen * case when e.to_account = 'held' then 1 else -1 end)
      filter (where e.purse = 'principal'), 0)::bigint,
    coalesce(sum(e.fen * case when e.to_account = 'held' then 1 else -1 end)
      filter (where e.purse = 'gift'), 0)::bigint
  from wallet_entries e
  where e.shop_id = p_shop and e.member_id = p_member and e.cause_id = p_cause_id
    and (e.to_account = 'held' or e.from_account = 'held')
$$;

-- Holds stored value for an order that waits for its payment. Raises SK004 when one of the purses has less;
-- nothing is held then. What is held already stays as it is, and what came back may be held again, as for
-- points.
create function wallet_hold(p_shop uuid, p_member uuid, p_principal bigint, p_gift bigint, p_cause_id text,
  p_now bigint) returns void language plpgsql as $$
declare
  v_wallet wallets;
  v_held record;
begin
  if p_principal <= 0 and p_gift <= 0 then
    return;
  end if;
  v_wallet := wallet_lock(p_shop, p_member);
  select * into v_held from wallet_held(p_shop, p_member, p_cause_id);
  if v_held.principal > 0 or v_held.gift > 0 then
    return;
  end if;
  if v_wallet.principal_fen < p_principal or v_wallet.gift_fen < p_gift then
    raise exception 'too little stored value' using errcode = 'SK004';
  end if;
  perform wallet_move(p_shop, p_member, 'member', 'held', p_principal, p_gift, 'order', p_cause_id, p_now);
end $$;

-- Spends what is held for an order; nothing the second time, and nothing that was returned.
create function wallet_spend(p_shop uuid, p_member uuid, p_cause_id text, p_now bigint) returns void
language plpgsql as $$
declare
  v_held record;
begin
  perform wallet_lock(p_shop, p_member);
  select * into v_held from wallet_held(p_shop, p_member, p_cause_id);
  perform wallet_move(p_shop, p_member, 'held', 'spent', v_held.principal, v_held.gift, 'order', p_cause_id, p_now);
end $$;

-- Returns what is held for an order; nothing the second time, and nothing that was spent.
create function wallet_unhold(p_shop uuid, p_member uuid, p_cause_id text, p_now bigint) returns void
language plpgsql as $$
declare
  v_held record;
begin
  perform wallet_lock(p_shop, p_member);
  select * into v_held from wallet_held(p_shop, p_member, p_cause_id);
  perform wallet_move(p_shop, p_member, 'held', 'member', v_held.principal, v_held.gift, 'order', p_cause_id, p_now);
end $$;

-- Gives stored value from the shop or back from what was spent, once per cause and id; answers whether it is new.
create function wallet_give(p_shop uuid, p_member uuid, p_from text, p_principal bigint, p_gift bigint,
  p_cause text, p_cause_id text, p_now bigint) returns boolean language plpgsql as $$
begin
  perform wallet_lock(p_shop, p_member);
  perform from wallet_entries where shop_id = p_shop and member_id = p_member and cause_id = p_cause_id
    and cause = p_cause and to_account = 'member';
  if found then
    return false;
  end if;
  perform wallet_move(p_shop, p_member, p_from, 'member', p_principal, p_gift, p_cause, p_cause_id, p_now);
  return true;
end $$;

-- Gives back stored value that was spent, once per refund; answers whether it is new.
create function wallet_refund(p_shop uuid, p_member uuid, p_principal bigint, p_gift bigint, p_cause_id text,
  p_now bigint) returns boolean language plpgsql as $$
begin
  return wallet_give(p_shop, p_member, 'spent', p_principal, p_gift, 'refund', p_cause_id, p_now);
end $$;

-- A member is referred once, whoever says that it was she who did it.
create unique index points_entries_referred on points_entries (shop_id, cause_id) where cause = 'referral';

-- Birthdays by month × 100 + day.
create index members_birthday on members
  (shop_id, ((extract(month from birthday) * 100 + extract(day from birthday))::int)) where birthday is not null;

-- Members who have their birthday on one of p_days (month × 100 + day, each of the year beside it), whose level
-- is one of p_levels, and who had no points for it in that year. Levels above p_top stand at the top.
create function birthdays_due(p_shop uuid, p_days int[], p_years text[], p_levels int[], p_top int, p_limit int)
returns table (member_id uuid, level int, year text) language sql stable as $$
  select m.member_id, least(coalesce(a.level, 0), p_top), d.year
  from unnest(p_days, p_years) as d(day, year)
  join members m on m.shop_id = p_shop and m.birthday is not null
    and (extract(month from m.birthday) * 100 + extract(day from m.birthday))::int = d.day
  left join points_accounts a on a.shop_id = m.shop_id and a.member_id = m.member_id
  where least(coalesce(a.level, 0), p_top) = any (p_levels)
    and not exists (select from points_entries e where e.shop_id = m.shop_id and e.member_id = m.member_id
      and e.cause_id = d.year and e.cause = 'birthday')
  limit p_limit
$$;

-- Goods that a member can have for points now: those of 积分兑换 that runs, is for her, and has some left.
create function exchange_goods(p_shop uuid, p_member uuid, p_now bigint, p_limit int)
returns table (promotion_id uuid, product_id uuid, sku_id uuid, title text, spec_values text[], picture_url text,
  points int, price_fen bigint, list_fen bigint, pieces_left int, mine_left int, ends_at bigint)
language sql stable as $$
  select p.promotion_id, k.product_id, k.sku_id, q.title, k.spec_values,
    coalesce(nullif(k.picture_url, ''), q.pictures[1], ''), g.points, g.price_fen, k.price_fen,
    least(g.pieces - g.held - g.sold, s.on_hand),
    greatest(0, (p.terms->>'mostPerMember')::int - coalesce(m.pieces, 0)), p.ends_at
  from promotions p
  join promotion_goods g on g.shop_id = p.shop_id and g.promotion_id = p.promotion_id
  join skus k on k.shop_id = g.shop_id and k.sku_id = g.sku_id
  join products q on q.shop_id = k.shop_id and q.product_id = k.product_id
  join stock s on s.shop_id = k.shop_id and s.sku_id = k.sku_id
  left join promotion_members m
    on m.shop_id = p.shop_id and m.promotion_id = p.promotion_id and m.member_id = p_member
  left join points_accounts a on a.shop_id = p.shop_id and a.member_id = p_member
  where p.shop_id = p_shop and p.kind = 'exchange' and p.stopped_at is null
    and p.starts_at <= p_now and p.ends_at > p_now
    and k.on_sale and q.state <> 'off'
    and (coalesce(p.audience->'levels', '[]') = '[]' or p.audience->'levels' @> to_jsonb(coalesce(a.level, 0)))
    and (coalesce(p.audience->'tags', '[]') = '[]' or exists (select from member_tags t
      where t.shop_id = p.shop_id and t.member_id = p_member and p.audience->'tags' ? t.tag))
    and (not coalesce((p.audience->>'newBuyers')::boolean, false) or not exists (select from orders o
      where o.shop_id = p.shop_id and o.member_id = p_member and o.paid_at is not null))
  order by p.priority desc, g.points, k.sku_id
  limit p_limit
$$;

-- Records money that arrived for a recharge, once per transaction: it is the member's from then on, also when the
-- recharge had closed. Never refuses: money of another amount or payer changes nothing and is answered with what
-- is wrong with it. Locks: wallet, then recharge.
create function settle_recharge(p jsonb) returns jsonb language plpgsql as $$
declare
  v_shop uuid := (p->>'shopId')::uuid;
  v_now bigint := (p->>'nowMs')::bigint;
  v_member uuid;
  v_recharge recharges%rowtype;
begin
  select member_id into v_member from recharges where shop_id = v_shop and number = p->>'number';
  if not found then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'unknown_number');
  end if;
  perform wallet_lock(v_shop, v_member);
  select * into v_recharge from recharges where shop_id = v_shop and number = p->>'number' for update;
  if v_recharge.principal_fen <> (p->>'amountFen')::bigint then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'wrong_amount');
  end if;
  perform from members where shop_id = v_shop and member_id = v_member and openid = p->>'payerOpenid';
  if not found then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'foreign_payer');
  end if;
  if v_recharge.state = 'paid' then
    if v_recharge.transaction_id = p->>'transactionId' then
      return jsonb_build_object('outcome', 'again');
    end if;
    return jsonb_build_object('outcome', 'doubt', 'problem', 'paid_twice');
  end if;
  perform wallet_give(v_shop, v_member, 'shop', v_recharge.principal_fen, v_recharge.gift_fen, 'recharge',
    v_recharge.recharge_id::text, v_now);
  update recharges set state = 'paid', transaction_id = p->>'transactionId', paid_at = (p->>'paidAt')::bigint
  where shop_id = v_shop and recharge_id = v_recharge.recharge_id;
  insert into outbox (shop_id, event_id, name, payload, happened_at, next_try_at)
  values (v_shop, (p->>'outboxId')::uuid, 'wallet.recharged',
    jsonb_build_object('rechargeId', v_recharge.recharge_id, 'memberId', v_member), v_now, v_now);
  return jsonb_build_object('outcome', 'paid');
end $$;
