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

-- The card of a working guide that a member opened last between two instants, as herself or as the visitor she
-- was before she joined; null without one.
create function last_guide_touch(p_shop uuid, p_member uuid, p_from bigint, p_to bigint)
returns json language plpgsql stable as $$
begin
  return (
    select json_build_object('touchId', t.touch_id, 'guideId', t.guide_id, 'storeId', t.store_id,
      'rateBp', t.rate_bp, 'shareId', t.share_id, 'touchedAt', t.touched_at)
    from (
      (select t1.touch_id, t1.guide_id, g.store_id, g.rate_bp, t1.share_id, t1.touched_at
      from touches t1
      join staff g on g.shop_id = t1.shop_id and g.staff_id = t1.guide_id and g.left_at is null
      where t1.shop_id = p_shop and t1.member_id = p_member and t1.touched_at > p_from and t1.touched_at <= p_to
      order by t1.touched_at desc, t1.touch_id desc
      limit 1)
      union all
      (select t2.touch_id, t2.guide_id, g.store_id, g.rate_bp, t2.share_id, t2.touched_at
      from visitor_joins j
      join touches t2 on t2.shop_id = j.shop_id and t2.visitor_id = j.visitor_id
      join staff g on g.shop_id = t2.shop_id and g.staff_id = t2.guide_id and g.left_at is null
      where j.shop_id = p_shop and j.member_id = p_member and t2.member_id is null
        and t2.touched_at > p_from and t2.touched_at <= p_to
      order by t2.touched_at desc, t2.touch_id desc
      limit 1)
    ) t
    order by t.touched_at desc, t.touch_id desc
    limit 1);
end $$;

-- Who asks, and all that her order depends on: the goods, the address (null unless it is hers), the store, the
-- guide's card that she opened last, and her binding; caller is null when she never joined. Its plans are general
-- ones from the first call on: else each connection makes five of each, to find that only the keys differ.
create function order_facts(
  p_shop uuid, p_openid text, p_skus uuid[], p_address uuid, p_store uuid, p_from bigint, p_to bigint
) returns json language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  v_caller record;
begin
  select * into v_caller from caller_of(p_shop, p_openid);
  return json_build_object(
    'caller', case when v_caller.member_id is not null then json_build_object('memberId', v_caller.member_id, 'nickname', v_caller.nickname,
      'staffId', v_caller.staff_id, 'role', v_caller.role, 'name', v_caller.name, 'storeId', v_caller.store_id) end,
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
        'storeId', b.store_id, 'rateBp', b.rate_bp) from binding_of(p_shop, v_caller.member_id) b));
end $$;
