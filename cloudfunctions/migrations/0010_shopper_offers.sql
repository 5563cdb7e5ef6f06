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

-- Who asks, and all that her order depends on, now with the shop's offers to her.
drop function order_facts(uuid, text, uuid[], uuid, uuid, bigint, bigint);
create function order_facts(
  p_shop uuid, p_openid text, p_skus uuid[], p_address uuid, p_store uuid, p_from bigint, p_to bigint,
  p_bound_after bigint
) returns json language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  v_caller record;
begin
  select * into v_caller from caller_of(p_shop, p_openid);
  if not found then
    return json_build_object('caller', null);
  end if;
  return json_build_object(
    'caller', json_build_object('memberId', v_caller.member_id, 'nickname', v_caller.nickname,
      'staffId', v_caller.staff_id, 'role', v_caller.role, 'name', v_caller.name, 'storeId', v_caller.store_id),
    'goods', sku_facts(p_shop, p_skus),
    'address', (select json_build_object('addressId', a.address_id, 'contactSealed', a.contact_sealed,
        'province', a.province, 'city', a.city, 'district', a.district, 'regionCode', a.region_code,
        'isDefault', a.is_default)
      from addresses a where a.shop_id = p_shop and a.address_id = p_address
        and a.member_id = v_caller.member_id and a.removed_at is null),
    'store', (select json_build_object('storeId', s.store_id, 'name', s.name, 'city', s.city, 'address', s.address,
        'phone', s.phone, 'hours', s.hours, 'pictureUrl', s.picture_url, 'open', s.open)
      from stores s where s.shop_id = p_shop and s.store_id = p_store),
    'touch', last_guide_touch(p_shop, v_caller.member_id, p_from, p_to),
    'bound', (select json_build_object('turn', b.turn, 'guideId', b.guide_id, 'boundAt', b.bound_at,
        'storeId', b.store_id, 'rateBp', b.rate_bp) from binding_of(p_shop, v_caller.member_id) b),
    'offers', shopper_offers(p_shop, v_caller.member_id, p_skus, p_bound_after, p_to));
end $$;
