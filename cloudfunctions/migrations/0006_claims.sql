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
