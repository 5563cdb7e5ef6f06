-- What every order reads, now in one statement together with who asks, and answered as the very text that goes
-- over the wire: keys are those of the program, so that neither side builds or renames anything twice.

-- What prices, shows and earns commission for SKUs, as an array; unknown ids are not among them. One SKU at a
-- time, so that each is five look-ups by key; for an array the planner would read whole tables.
drop function order_facts(uuid, uuid, uuid[], uuid, bigint, bigint);
drop function sku_facts(uuid, uuid[]);
create function sku_facts(p_shop uuid, p_skus uuid[]) returns json language plpgsql stable as $$
declare
  v_sku uuid;
  v_fact text;
  v_facts text := '';
begin
  foreach v_sku in array p_skus loop
    select json_build_object('skuId', s.sku_id, 'productId', s.product_id, 'templateId', p.template_id,
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

-- The card of a working guide that a member opened last between two instants, as herself or as a visitor she was
-- before she joined; null without one.
create function last_guide_touch(p_shop uuid, p_member uuid, p_from bigint, p_to bigint)
returns json language plpgsql stable as $$
declare
  v_last record;
  v_visitor uuid;
  v_touch record;
begin
  select t.touch_id, t.guide_id, g.store_id, g.rate_bp, t.share_id, t.touched_at into v_last
  from touches t
  join staff g on g.shop_id = t.shop_id and g.staff_id = t.guide_id and g.left_at is null
  where t.shop_id = p_shop and t.member_id = p_member and t.touched_at > p_from and t.touched_at <= p_to
  order by t.touched_at desc, t.touch_id desc
  limit 1;
  for v_visitor in select j.visitor_id from visitor_joins j where j.shop_id = p_shop and j.member_id = p_member loop
    select t.touch_id, t.guide_id, g.store_id, g.rate_bp, t.share_id, t.touched_at into v_touch
    from touches t
    join staff g on g.shop_id = t.shop_id and g.staff_id = t.guide_id and g.left_at is null
    where t.shop_id = p_shop and t.visitor_id = v_visitor and t.member_id is null
      and t.touched_at > p_from and t.touched_at <= p_to
    order by t.touched_at desc, t.touch_id desc
    limit 1;
    if v_last.touch_id is null or (v_touch.touched_at, v_touch.touch_id) > (v_last.touched_at, v_last.touch_id) then
      v_last := v_touch;
    end if;
  end loop;
  if v_last.touch_id is null then
    return null;
  end if;
  return json_build_object('touchId', v_last.touch_id, 'guideId', v_last.guide_id, 'storeId', v_last.store_id,
    'rateBp', v_last.rate_bp, 'shareId', v_last.share_id, 'touchedAt', v_last.touched_at);
end $$;

-- Who asks, and all that her order depends on: the goods, the address (null unless it is hers), the store, the
-- guide's card that she opened last, and her binding; caller is null when she never joined. What caller_of and
-- binding_of say is said here again, since a function's rows cost more to hand over than to find.
-- Plans are general from the first call on, else each connection makes five of each to find that only the keys
-- differ; and they go by key whatever the statistics say, since hashing a small table costs more than one look-up.
create function order_facts(
  p_shop uuid, p_openid text, p_skus uuid[], p_address uuid, p_store uuid, p_from bigint, p_to bigint
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
    'store', v_store, 'touch', last_guide_touch(p_shop, v_member, p_from, p_to), 'bound', v_bound);
end $$;
