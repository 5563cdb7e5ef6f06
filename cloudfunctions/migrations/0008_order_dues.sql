-- What an order takes besides stock: points, stored value, coupons, and its part of promotions with limits.
-- They are taken with the order, kept when it is paid, and returned when it closes, all inside the caller's
-- transaction. Locks: the member's accounts, the order, coupons by id, promotions by id, stock by sku_id.
--
-- `dues` of an order: { points, principalFen, giftFen, coupons: [{couponId, fen}],
--   promotions: [{promotionId, fen, limited, perMember, pieces, goods: [{skuId, pieces}]}] }, sorted by ids.
-- Codes: SK002 a coupon, SK003 points, SK004 stored value, SK005 a promotion's limit, SK006 its goods.

alter table payments drop constraint payments_method_check;
alter table payments add check (method in ('wechat', 'stored', 'gift'));

-- Locks what a member has, when an order's dues touch it, before the order itself is locked.
create function lock_accounts(p_shop uuid, p_member uuid, p_dues jsonb) returns void language plpgsql as $$
begin
  if coalesce((p_dues->>'points')::int, 0) > 0 then
    perform from points_accounts where shop_id = p_shop and member_id = p_member for update;
  end if;
  if coalesce((p_dues->>'principalFen')::bigint, 0) + coalesce((p_dues->>'giftFen')::bigint, 0) > 0 then
    perform from wallets where shop_id = p_shop and member_id = p_member for update;
  end if;
end $$;

-- Takes a promotion's part of an order: its use, its limits, and its own stock.
create function take_promotion(p_shop uuid, p_member uuid, p_order uuid, p_due jsonb, p_now bigint)
returns void language plpgsql as $$
declare
  v_promotion uuid := (p_due->>'promotionId')::uuid;
  v_fen bigint := (p_due->>'fen')::bigint;
  v_pieces int := coalesce((p_due->>'pieces')::int, 0);
  v_good jsonb;
begin
  insert into promotion_uses as u (shop_id, order_id, promotion_id, member_id, fen, state, used_at)
  values (p_shop, p_order, v_promotion, p_member, v_fen, 'held', p_now)
  on conflict (shop_id, order_id, promotion_id) do update set state = 'held', used_at = p_now
  where u.state = 'returned';
  if not found then
    raise exception 'a promotion serves an order once';
  end if;
  if (p_due->>'perMember')::boolean then
    insert into promotion_members (shop_id, promotion_id, member_id) values (p_shop, v_promotion, p_member)
    on conflict do nothing;
    update promotion_members m set uses = m.uses + 1, pieces = m.pieces + v_pieces
    from promotions p
    where m.shop_id = p_shop and m.promotion_id = v_promotion and m.member_id = p_member
      and p.shop_id = p_shop and p.promotion_id = v_promotion
      and (p.member_limit is null or m.uses + 1 <= p.member_limit)
      and ((p.terms->>'mostPerMember') is null or m.pieces + v_pieces <= (p.terms->>'mostPerMember')::int);
    if not found then
      raise exception 'limit reached' using errcode = 'SK005', detail = v_promotion::text;
    end if;
  end if;
  for v_good in select * from jsonb_array_elements(coalesce(p_due->'goods', '[]')) loop
    update promotion_goods set held = held + (v_good->>'pieces')::int
    where shop_id = p_shop and promotion_id = v_promotion and sku_id = (v_good->>'skuId')::uuid
      and held + sold + (v_good->>'pieces')::int <= pieces;
    if not found then
      raise exception 'sold out' using errcode = 'SK006', detail = v_good->>'skuId';
    end if;
  end loop;
  if (p_due->>'limited')::boolean then
    update promotion_tallies t set spent_fen = t.spent_fen + v_fen, uses = t.uses + 1
    from promotions p
    where t.shop_id = p_shop and t.promotion_id = v_promotion and p.shop_id = p_shop and p.promotion_id = v_promotion
      and (p.budget_fen is null or t.spent_fen + v_fen <= p.budget_fen)
      and (p.use_limit is null or t.uses + 1 <= p.use_limit);
    if not found then
      raise exception 'used up' using errcode = 'SK005', detail = v_promotion::text;
    end if;
  end if;
end $$;

-- Takes coupons for an order and writes the step; each must be the member's, available and in its time.
create function take_coupon(p_shop uuid, p_member uuid, p_order uuid, p_coupon uuid, p_now bigint)
returns void language plpgsql as $$
begin
  update coupons set state = 'held', order_id = p_order
  where shop_id = p_shop and coupon_id = p_coupon and member_id = p_member and state = 'available'
    and starts_at <= p_now and ends_at > p_now;
  if not found then
    raise exception 'coupon gone' using errcode = 'SK002', detail = p_coupon::text;
  end if;
  insert into coupon_steps (shop_id, step_id, coupon_id, step, order_id, happened_at)
  values (p_shop, ledger_id(p_now), p_coupon, 'hold', p_order, p_now);
end $$;

-- What the member gives from her accounts, held under the order's id.
create function take_accounts(p_shop uuid, p_member uuid, p_order uuid, p_dues jsonb, p_now bigint)
returns void language plpgsql as $$
begin
  if coalesce((p_dues->>'points')::int, 0) > 0 then
    perform points_hold(p_shop, p_member, (p_dues->>'points')::int, 'order', p_order::text, p_now);
  end if;
  if coalesce((p_dues->>'principalFen')::bigint, 0) + coalesce((p_dues->>'giftFen')::bigint, 0) > 0 then
    perform wallet_hold(p_shop, p_member, coalesce((p_dues->>'principalFen')::bigint, 0),
      coalesce((p_dues->>'giftFen')::bigint, 0), p_order::text, p_now);
  end if;
end $$;

-- What the shop's offers give to an order: coupons first, then promotions.
create function take_offers(p_shop uuid, p_member uuid, p_order uuid, p_dues jsonb, p_now bigint)
returns void language plpgsql as $$
declare
  v_due jsonb;
begin
  for v_due in select * from jsonb_array_elements(coalesce(p_dues->'coupons', '[]')) loop
    perform take_coupon(p_shop, p_member, p_order, (v_due->>'couponId')::uuid, p_now);
  end loop;
  for v_due in select * from jsonb_array_elements(coalesce(p_dues->'promotions', '[]')) loop
    perform take_promotion(p_shop, p_member, p_order, v_due, p_now);
  end loop;
end $$;

-- The order is paid: what it held is used for good.
create function keep_dues(p_shop uuid, p_member uuid, p_order uuid, p_dues jsonb, p_now bigint)
returns void language plpgsql as $$
declare
  v_due jsonb;
  v_good jsonb;
begin
  if coalesce((p_dues->>'points')::int, 0) > 0 then
    perform points_spend(p_shop, p_member, 'order', p_order::text, p_now);
  end if;
  if coalesce((p_dues->>'principalFen')::bigint, 0) + coalesce((p_dues->>'giftFen')::bigint, 0) > 0 then
    perform wallet_spend(p_shop, p_member, p_order::text, p_now);
  end if;
  for v_due in select * from jsonb_array_elements(coalesce(p_dues->'coupons', '[]')) loop
    update coupons set state = 'used'
    where shop_id = p_shop and coupon_id = (v_due->>'couponId')::uuid and state = 'held' and order_id = p_order;
    insert into coupon_steps (shop_id, step_id, coupon_id, step, order_id, happened_at)
    values (p_shop, ledger_id(p_now), (v_due->>'couponId')::uuid, 'use', p_order, p_now);
  end loop;
  for v_due in select * from jsonb_array_elements(coalesce(p_dues->'promotions', '[]')) loop
    update promotion_uses set state = 'used'
    where shop_id = p_shop and order_id = p_order and promotion_id = (v_due->>'promotionId')::uuid;
    for v_good in select * from jsonb_array_elements(coalesce(v_due->'goods', '[]')) loop
      update promotion_goods set held = held - (v_good->>'pieces')::int, sold = sold + (v_good->>'pieces')::int
      where shop_id = p_shop and promotion_id = (v_due->>'promotionId')::uuid and sku_id = (v_good->>'skuId')::uuid;
    end loop;
  end loop;
end $$;

-- The order closed unpaid: everything goes back where it came from, once; a coupon whose time is over expires.
create function return_dues(p_shop uuid, p_member uuid, p_order uuid, p_dues jsonb, p_lives_ms bigint, p_now bigint)
returns void language plpgsql as $$
declare
  v_due jsonb;
  v_good jsonb;
  v_state text;
begin
  if coalesce((p_dues->>'points')::int, 0) > 0 then
    perform points_unhold(p_shop, p_member, 'order', p_order::text, p_lives_ms, p_now);
  end if;
  if coalesce((p_dues->>'principalFen')::bigint, 0) + coalesce((p_dues->>'giftFen')::bigint, 0) > 0 then
    perform wallet_unhold(p_shop, p_member, p_order::text, p_now);
  end if;
  for v_due in select * from jsonb_array_elements(coalesce(p_dues->'coupons', '[]')) loop
    update coupons set state = case when ends_at > p_now then 'available' else 'expired' end, order_id = null
    where shop_id = p_shop and coupon_id = (v_due->>'couponId')::uuid and state = 'held' and order_id = p_order
    returning state into v_state;
    if found then
      insert into coupon_steps (shop_id, step_id, coupon_id, step, order_id, happened_at)
      values (p_shop, ledger_id(p_now), (v_due->>'couponId')::uuid,
        case v_state when 'available' then 'return' else 'expire' end, p_order, p_now);
    end if;
  end loop;
  for v_due in select * from jsonb_array_elements(coalesce(p_dues->'promotions', '[]')) loop
    update promotion_uses set state = 'returned'
    where shop_id = p_shop and order_id = p_order and promotion_id = (v_due->>'promotionId')::uuid and state = 'held';
    continue when not found;
    if (v_due->>'perMember')::boolean then
      update promotion_members set uses = uses - 1, pieces = pieces - coalesce((v_due->>'pieces')::int, 0)
      where shop_id = p_shop and promotion_id = (v_due->>'promotionId')::uuid and member_id = p_member;
    end if;
    for v_good in select * from jsonb_array_elements(coalesce(v_due->'goods', '[]')) loop
      update promotion_goods set held = held - (v_good->>'pieces')::int
      where shop_id = p_shop and promotion_id = (v_due->>'promotionId')::uuid and sku_id = (v_good->>'skuId')::uuid;
    end loop;
    if (v_due->>'limited')::boolean then
      update promotion_tallies set spent_fen = spent_fen - (v_due->>'fen')::bigint, uses = uses - 1
      where shop_id = p_shop and promotion_id = (v_due->>'promotionId')::uuid;
    end if;
  end loop;
end $$;
