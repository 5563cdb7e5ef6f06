-- What managers and shoppers do with offers. As before, deeds that many people do at once are one call each, and
-- what every quote reads is a function that keeps its plans. Rooms that come later (stores, orders) are read
-- here and not in the programs of earlier ones.

-- A number that a shop's version of promotions never had before, not even in a transaction that came to nothing:
-- whoever keeps terms by their version is not misled by a version that was taken back.
create sequence promotion_version_numbers;

-- A deed's key, once: `taken` by this deed, or `again` with what the same deed and body gave before.
create function take_key(
  p_shop uuid, p_member uuid, p_key text, p_deed text, p_hash text, p_result uuid, p_now bigint
) returns jsonb language plpgsql as $$
declare
  v_old record;
begin
  insert into idempotency_keys (shop_id, member_id, key, deed, body_hash, result_id, made_at)
  values (p_shop, p_member, p_key, p_deed, p_hash, p_result, p_now)
  on conflict do nothing;
  if found then
    return jsonb_build_object('outcome', 'taken', 'resultId', p_result);
  end if;
  select deed, body_hash, result_id into v_old from idempotency_keys
  where shop_id = p_shop and member_id = p_member and key = p_key;
  if v_old.deed is distinct from p_deed or v_old.body_hash is distinct from p_hash then
    return jsonb_build_object('outcome', 'key_reused', 'resultId', null);
  end if;
  return jsonb_build_object('outcome', 'again', 'resultId', v_old.result_id);
end $$;

-- Those of some stores that the shop does not have.
create function unknown_stores(p_shop uuid, p_stores uuid[]) returns uuid[] language sql stable as $$
  select coalesce(array_agg(w.store_id), '{}') from unnest(p_stores) as w(store_id)
  where not exists (select from stores s where s.shop_id = p_shop and s.store_id = w.store_id)
$$;

-- Whether a member never paid for an order.
create function is_new_buyer(p_shop uuid, p_member uuid) returns boolean language plpgsql stable as $$
begin
  return not exists (select from orders where shop_id = p_shop and member_id = p_member and paid_at is not null);
end $$;

-- Who a member is to offers. Her store is that of her own guide, when she was bound after `p_bound_after`.
create function buyer_facts(p_shop uuid, p_member uuid, p_bound_after bigint) returns jsonb
language plpgsql stable as $$
declare
  v_level int;
  v_tags jsonb;
  v_store uuid;
begin
  select level into v_level from points_accounts where shop_id = p_shop and member_id = p_member;
  select coalesce(jsonb_agg(tag order by tag), '[]') into v_tags from member_tags
  where shop_id = p_shop and member_id = p_member;
  select b.store_id into v_store from binding_of(p_shop, p_member) b where b.bound_at > p_bound_after;
  return jsonb_build_object('level', coalesce(v_level, 0), 'tags', v_tags, 'storeId', v_store,
    'newBuyer', is_new_buyer(p_shop, p_member));
end $$;

-- The terms of all promotions that are not over, with the version that they are of.
create function promotion_terms(p_shop uuid, p_now bigint) returns jsonb language plpgsql stable as $$
declare
  v_version bigint;
  v_promotions jsonb;
begin
  select version into v_version from promotion_versions where shop_id = p_shop;
  select coalesce(jsonb_agg(jsonb_build_object('promotionId', promotion_id, 'name', name, 'startsAt', starts_at,
    'endsAt', ends_at, 'priority', priority, 'scope', scope, 'audience', audience,
    'withPromotions', with_promotions, 'withCoupons', with_coupons, 'terms', terms, 'budgetFen', budget_fen,
    'useLimit', use_limit, 'memberLimit', member_limit) order by priority desc, promotion_id), '[]')
  into v_promotions from promotions
  where shop_id = p_shop and stopped_at is null and ends_at > p_now;
  return jsonb_build_object('version', coalesce(v_version, 0), 'promotions', v_promotions);
end $$;

-- How the promotions stand that run now or begin within three days: only those with limits or goods of their
-- own, a look-up by key each. `goods` are of the SKUs that are asked for, or all when p_skus is null.
create function promotion_standings(p_shop uuid, p_member uuid, p_skus uuid[], p_now bigint) returns jsonb
language plpgsql stable as $$
declare
  v_version bigint;
  v_tallies jsonb := '[]';
  v_members jsonb := '[]';
  v_goods jsonb := '[]';
  v_part jsonb;
  v_promotion record;
begin
  select version into v_version from promotion_versions where shop_id = p_shop;
  for v_promotion in
    select promotion_id, kind, member_limit, budget_fen is not null or use_limit is not null as limited
    from promotions
    where shop_id = p_shop and stopped_at is null and ends_at > p_now and starts_at <= p_now + 259200000
      and (budget_fen is not null or use_limit is not null or member_limit is not null
        or kind in ('flash', 'exchange'))
  loop
    if v_promotion.limited then
      select jsonb_build_object('promotionId', promotion_id, 'spentFen', spent_fen, 'uses', uses) into v_part
      from promotion_tallies where shop_id = p_shop and promotion_id = v_promotion.promotion_id;
      if found then
        v_tallies := v_tallies || v_part;
      end if;
    end if;
    if p_member is not null and (v_promotion.member_limit is not null or v_promotion.kind in ('flash', 'exchange')) then
      select jsonb_build_object('promotionId', promotion_id, 'uses', uses, 'pieces', pieces) into v_part
      from promotion_members
      where shop_id = p_shop and promotion_id = v_promotion.promotion_id and member_id = p_member;
      if found then
        v_members := v_members || v_part;
      end if;
    end if;
    if v_promotion.kind in ('flash', 'exchange') then
      select jsonb_agg(jsonb_build_object('promotionId', promotion_id, 'skuId', sku_id, 'left', pieces - held - sold))
      into v_part from promotion_goods
      where shop_id = p_shop and promotion_id = v_promotion.promotion_id and pieces is not null
        and (p_skus is null or sku_id = any (p_skus));
      v_goods := v_goods || coalesce(v_part, '[]');
    end if;
  end loop;
  return jsonb_build_object('version', coalesce(v_version, 0), 'tallies', v_tallies, 'members', v_members,
    'goods', v_goods);
end $$;

-- What promotions were used for: orders that are placed and not closed, what they were given and came to.
create function promotion_watch(p_shop uuid, p_promotions uuid[])
returns table (promotion_id uuid, uses int, spent_fen bigint, brought_fen bigint)
language plpgsql stable as $$
declare
  v_promotion uuid;
begin
  foreach v_promotion in array p_promotions loop
    return query
    select v_promotion, count(*)::int, coalesce(sum(u.fen), 0)::bigint, coalesce(sum(o.payable_fen), 0)::bigint
    from promotion_uses u
    left join orders o on o.shop_id = u.shop_id and o.order_id = u.order_id
    where u.shop_id = p_shop and u.promotion_id = v_promotion and u.state <> 'returned';
  end loop;
end $$;

-- Codes made together; whoever asks again with the key that made them is shown them again, and nobody else.
alter table coupon_codes add column lot_id uuid not null;
create index coupon_codes_of_lot on coupon_codes (shop_id, lot_id);

-- When a member last tried codes that were none, so that nobody finds one by trying.
create table coupon_code_tries (
  shop_id uuid not null,
  member_id uuid not null,
  tried_at bigint[] not null,
  primary key (shop_id, member_id),
  foreign key (shop_id, member_id) references members
);

-- How far a batch's birthdays of a day were gone through, in the order of member ids.
create table coupon_birthdays (
  shop_id uuid not null,
  batch_id uuid not null,
  day text not null,
  after_id uuid,
  done boolean not null default false,
  primary key (shop_id, batch_id),
  foreign key (shop_id, batch_id) references coupon_batches
);
create index coupons_to_remind on coupons (shop_id, ends_at) where state = 'available' and reminded_at is null;

-- Gives one coupon of a batch to a member, or says why not: { outcome, code, couponId, state, startsAt, endsAt }.
-- The same member, source and cause are given once, and told of it again. A packet's piece or a code is taken
-- with it. Locks: the member's count, the packet or code, and the batch's count last, since all come there.
create function claim_coupon(p jsonb) returns jsonb language plpgsql as $$
declare
  v_shop uuid := (p->>'shopId')::uuid;
  v_batch uuid := (p->>'batchId')::uuid;
  v_member uuid := (p->>'memberId')::uuid;
  v_now bigint := (p->>'nowMs')::bigint;
  v_offset bigint := (p->>'offsetMinutes')::bigint * 60000;
  v_terms record;
  v_tally coupon_tallies%rowtype;
  v_old coupons%rowtype;
  v_starts bigint;
  v_ends bigint;
  v_why text;
begin
  select * into v_old from coupons where shop_id = v_shop and batch_id = v_batch and member_id = v_member
    and source = p->>'source' and cause = p->>'cause';
  if found then
    return jsonb_build_object('outcome', 'already', 'couponId', v_old.coupon_id, 'state', v_old.state,
      'startsAt', v_old.starts_at, 'endsAt', v_old.ends_at);
  end if;

  select validity, total, per_member, per_day, budget_fen, opens_at, closes_at, stopped_at into v_terms
  from coupon_batches where shop_id = v_shop and batch_id = v_batch;
  if not found then
    return jsonb_build_object('outcome', 'not', 'code', 'no_such_batch');
  end if;
  if v_terms.validity->>'by' = 'dates' then
    v_starts := (v_terms.validity->>'fromAt')::bigint;
    v_ends := (v_terms.validity->>'untilAt')::bigint;
  else
    -- The day of the shop that begins after so many days, counted from the one that runs.
    v_starts := v_now;
    v_ends := ((v_now + v_offset) / 86400000 + (v_terms.validity->>'days')::bigint + 1) * 86400000 - v_offset;
  end if;
  select * into v_tally from coupon_tallies where shop_id = v_shop and batch_id = v_batch;
  v_why := case
    when v_terms.stopped_at is not null then 'stopped'
    when v_terms.opens_at > v_now then 'not_open'
    when v_terms.closes_at <= v_now or v_ends <= v_now then 'closed'
    -- Counts only grow, so whoever comes when all is gone need not queue for the count.
    when v_tally.claimed >= v_terms.total then 'all_gone'
    when v_tally.spent_fen >= v_terms.budget_fen then 'budget_reached'
  end;
  if v_why is not null then
    return jsonb_build_object('outcome', 'not', 'code', v_why);
  end if;

  begin
    insert into coupon_members as m (shop_id, batch_id, member_id, claimed, day, on_day)
    values (v_shop, v_batch, v_member, 1, p->>'day', 1)
    on conflict (shop_id, batch_id, member_id) do update
    set claimed = m.claimed + 1, day = excluded.day,
      on_day = case when m.day = excluded.day then m.on_day + 1 else 1 end
    where m.claimed < v_terms.per_member
      and (v_terms.per_day is null or m.day <> excluded.day or m.on_day < v_terms.per_day);
    if not found then
      raise exception 'limit' using errcode = 'CP001';
    end if;
    insert into coupons (shop_id, coupon_id, batch_id, member_id, state, source, cause, starts_at, ends_at,
      given_at, reminded_at)
    values (v_shop, (p->>'couponId')::uuid, v_batch, v_member, 'available', p->>'source', p->>'cause', v_starts,
      v_ends, v_now, case when v_ends - v_now <= (p->>'remindBeforeMs')::bigint then v_now end)
    on conflict (shop_id, batch_id, member_id, source, cause) do nothing;
    if not found then
      raise exception 'again' using errcode = 'CP001';
    end if;
    insert into coupon_steps (shop_id, step_id, coupon_id, step, happened_at)
    values (v_shop, (p->>'stepId')::uuid, (p->>'couponId')::uuid, 'give', v_now);
    if p->>'packetId' is not null then
      update coupon_packets set taken = taken + 1
      where shop_id = v_shop and packet_id = p->>'packetId' and batch_id = v_batch and taken < pieces and ends_at > v_now;
      if not found then
        raise exception 'packet_empty' using errcode = 'CP001';
      end if;
    end if;
    if p->>'code' is not null then
      update coupon_codes set coupon_id = (p->>'couponId')::uuid
      where shop_id = v_shop and code = p->>'code' and batch_id = v_batch and coupon_id is null;
      if not found then
        raise exception 'wrong_code' using errcode = 'CP001';
      end if;
    end if;
    update coupon_tallies set claimed = claimed + 1
    where shop_id = v_shop and batch_id = v_batch and claimed < v_terms.total
      and (v_terms.budget_fen is null or spent_fen < v_terms.budget_fen);
    if not found then
      raise exception 'gone' using errcode = 'CP001';
    end if;
  exception when sqlstate 'CP001' then
    v_why := sqlerrm;
  end;
  if v_why is null then
    return jsonb_build_object('outcome', 'given', 'couponId', p->>'couponId', 'state', 'available',
      'startsAt', v_starts, 'endsAt', v_ends);
  end if;

  -- Whoever was slower by a moment than herself is told of what she has.
  select * into v_old from coupons where shop_id = v_shop and batch_id = v_batch and member_id = v_member
    and source = p->>'source' and cause = p->>'cause';
  if found then
    return jsonb_build_object('outcome', 'already', 'couponId', v_old.coupon_id, 'state', v_old.state,
      'startsAt', v_old.starts_at, 'endsAt', v_old.ends_at);
  end if;
  if v_why = 'limit' then
    select case when claimed < v_terms.per_member then 'day_limit' else 'limit_reached' end into v_why
    from coupon_members where shop_id = v_shop and batch_id = v_batch and member_id = v_member;
  elsif v_why = 'gone' then
    select case when claimed < v_terms.total then 'budget_reached' else 'all_gone' end into v_why
    from coupon_tallies where shop_id = v_shop and batch_id = v_batch;
  end if;
  return jsonb_build_object('outcome', 'not', 'code', v_why);
end $$;

-- What batches came to: coupons given and used, what they gave, and what the orders that used them came to.
create function batch_watch(p_shop uuid, p_batches uuid[])
returns table (batch_id uuid, claimed int, used int, spent_fen bigint, brought_fen bigint)
language plpgsql stable as $$
declare
  v_batch uuid;
begin
  foreach v_batch in array p_batches loop
    return query
    select v_batch, t.claimed, u.used, t.spent_fen, u.brought_fen
    from coupon_tallies t, lateral (
      select count(*)::int as used, coalesce(sum(o.payable_fen), 0)::bigint as brought_fen
      from coupons c
      left join orders o on o.shop_id = c.shop_id and o.order_id = c.order_id
      where c.shop_id = p_shop and c.batch_id = v_batch and c.state = 'used'
    ) u
    where t.shop_id = p_shop and t.batch_id = v_batch;
  end loop;
end $$;
