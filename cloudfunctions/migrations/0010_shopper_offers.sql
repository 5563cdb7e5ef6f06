-- What prices depend on besides goods, in one answer with the program's keys.

-- What the shop's offers come to for one buyer right now: how promotions with limits stand, her coupons, points,
-- level and stored value. Of a visitor only the standings are known. p_bound_after: see buyer_facts.
create function shopper_offers(p_shop uuid, p_member uuid, p_skus uuid[], p_bound_after bigint, p_now bigint)
returns json language plpgsql stable as $$
begin
  if p_member is null then
    return json_build_object('standings', promotion_standings(p_shop, null, p_skus, p_now), 'buyer', null,
      'coupons', '[]'::json, 'points', 0, 'wallet', null);
  end if;
  return json_build_object(
    'standings', promotion_standings(p_shop, p_member, p_skus, p_now),
    'buyer', buyer_facts(p_shop, p_member, p_bound_after),
    'coupons', coalesce((select json_agg(json_build_object('couponId', c.coupon_id, 'batchId', c.batch_id,
        'name', b.name, 'terms', b.terms, 'thresholdFen', b.threshold_fen, 'scope', b.scope, 'state', c.state,
        'startsAt', c.starts_at, 'endsAt', c.ends_at) order by c.ends_at, c.coupon_id)
      from (select * from coupons m where m.shop_id = p_shop and m.member_id = p_member and m.state = 'available'
        and m.ends_at > p_now order by m.ends_at limit 100) c
      join coupon_batches b on b.shop_id = c.shop_id and b.batch_id = c.batch_id), '[]'),
    -- Points whose time is over count no more, whether or not the timer came by.
    'points', coalesce((select a.points - coalesce((select sum(k.remaining) from points_buckets k
        where k.shop_id = p_shop and k.member_id = p_member and k.remaining > 0 and k.ends_at <= p_now), 0)
      from points_accounts a where a.shop_id = p_shop and a.member_id = p_member), 0),
    'wallet', (select json_build_object('principalFen', w.principal_fen, 'giftFen', w.gift_fen)
      from wallets w where w.shop_id = p_shop and w.member_id = p_member));
end $$;

-- SKUs as before, with what offers find them by: their category, the one above it, and tags.
create or replace function sku_facts(p_shop uuid, p_skus uuid[]) returns json language plpgsql stable as $$
declare
  v_sku uuid;
  v_fact text;
  v_facts text := '';
begin
  foreach v_sku in array p_skus loop
    select json_build_object('skuId', s.sku_id, 'productId', s.product_id, 'templateId', p.template_id,
      'categoryId', p.category_id, 'parentId', c.parent_id, 'tags', p.tags,
      'title', p.title, 'specValues', s.spec_values, 'pictureUrl', s.picture_url, 'firstPicture', p.pictures[1],
      'priceFen', s.price_fen, 'marketFen', s.market_fen, 'weightGrams', s.weight_grams, 'onSale', s.on_sale,
      'state', p.state, 'rateBp', p.rate_bp, 'categoryRateBp', c.rate_bp, 'onHand', k.on_hand,
      'templateName', t.name, 'terms', t.terms)
    into v_fact
    from skus s
    join products p on p.shop_id = s.shop_id and p.product_id = s.product_id
    join categories c on c.shop_id = p.shop_id and c.category_id = p.category_id
    join stock k on k.shop_id = s.shop_id and k.sku_id = s.sku_id
    join freight_templates t on t.shop_id = p.shop_id and t.template_id = p.template_id
    where s.shop_id = p_shop and s.sku_id = v_sku;
    if found then
      v_facts := v_facts || case v_facts when '' then '' else ',' end || v_fact;
    end if;
  end loop;
  return '[' || v_facts || ']';
end $$;

-- Who asks, and all that her order depends on: the goods, the address (null unless it is hers), the store, the
-- guide's card that she opened last, her binding, and what offers come to for her; caller is null when she never joined. What caller_of and
-- binding_of say is said here again, since a function's rows cost more to hand over than to find.
-- Plans are general from the first call on, else each connection makes five of each to find that only the keys
-- differ; and they go by key whatever the statistics say, since hashing a small table costs more than one look-up.
drop function order_facts(uuid, text, uuid[], uuid, uuid, bigint, bigint);
create function order_facts(
  p_shop uuid, p_openid text, p_skus uuid[], p_address uuid, p_store uuid, p_from bigint, p_to bigint,
  p_bound_after bigint
) returns json language plpgsql stable
set plan_cache_mode = force_generic_plan set enable_hashjoin = off set enable_seqscan = off as $$
declare
  v_member uuid;
  v_caller json;
  v_address json;
  v_store json;
  v_bound json;
begin
  select m.member_id, json_build_object('memberId', m.member_id, 'nickname', m.nickname, 'staffId', s.staff_id,
    'role', s.role, 'name', s.name, 'storeId', s.store_id) into v_member, v_caller
  from members m
  left join staff s on s.shop_id = m.shop_id and s.member_id = m.member_id and s.left_at is null
  where m.shop_id = p_shop and m.openid = p_openid;

  if p_address is not null then
    select json_build_object('addressId', a.address_id, 'contactSealed', a.contact_sealed, 'province', a.province,
      'city', a.city, 'district', a.district, 'regionCode', a.region_code, 'isDefault', a.is_default) into v_address
    from addresses a
    where a.shop_id = p_shop and a.address_id = p_address and a.member_id = v_member and a.removed_at is null;
  end if;

  if p_store is not null then
    select json_build_object('storeId', s.store_id, 'name', s.name, 'city', s.city, 'address', s.address,
      'phone', s.phone, 'hours', s.hours, 'pictureUrl', s.picture_url, 'open', s.open) into v_store
    from stores s
    where s.shop_id = p_shop and s.store_id = p_store;
  end if;

  select json_build_object('turn', b.turn, 'guideId', b.guide_id, 'boundAt', b.bound_at, 'storeId', g.store_id,
    'rateBp', g.rate_bp) into v_bound
  from bindings b
  left join staff g on g.shop_id = b.shop_id and g.staff_id = b.guide_id and g.left_at is null
  where b.shop_id = p_shop and b.member_id = v_member
  order by b.turn desc
  limit 1;

  return json_build_object('caller', v_caller, 'goods', sku_facts(p_shop, p_skus), 'address', v_address,
    'store', v_store, 'touch', last_guide_touch(p_shop, v_member, p_from, p_to), 'bound', v_bound,
    'offers', shopper_offers(p_shop, v_member, p_skus, p_bound_after, p_to));
end $$;
