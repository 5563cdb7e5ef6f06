-- The two deeds of a sale with all that an order may owe: see 0002 for what they promise, 0008 for dues.
-- Locks: what the member has, the order, coupons, promotions, stock by sku_id.

-- Orders placed before there were offers had none: their quotes say so in the words of today.
update order_lines set list_fen = unit_fen;
alter table order_lines alter column list_fen set not null;
update orders o set quote = o.quote || jsonb_build_object(
  'lines', (select coalesce(jsonb_agg(l || jsonb_build_object('listFen', l->'unitFen', 'unitRule', null, 'units',
      jsonb_build_array(jsonb_build_object('quantity', l->'quantity', 'fen', l->'unitFen'))) order by n), '[]')
    from jsonb_array_elements(o.quote->'lines') with ordinality as t(l, n)),
  'gifts', '[]'::jsonb, 'listFen', o.goods_fen, 'freightOffFen', 0,
  'storedFen', jsonb_build_object('principalFen', 0, 'giftFen', 0), 'dueFen', o.payable_fen,
  'savings', '[]'::jsonb, 'coupons', '[]'::jsonb,
  'points', jsonb_build_object('used', 0, 'fen', 0, 'most', 0, 'exchanged', 0, 'enough', true, 'earned', 0),
  'storedMostFen', 0, 'unused', '[]'::jsonb, 'proved', true)
where o.quote ? 'lines' and not o.quote ? 'savings';

-- What follows when nothing of an order is left to pay: state, event, commission, stored value as a payment
-- of its own (its gift part apart, since nobody paid it), and the announcement. `p` brings the new ids.
create function mark_paid(p_order orders, p jsonb, p_step text, p_actor text, p_now bigint)
returns void language plpgsql as $$
declare
  v_row jsonb;
  v_turn int := 0;
begin
  update orders set state = 'paid', paid_at = p_now, closed_at = null, close_reason = null
  where shop_id = p_order.shop_id and order_id = p_order.order_id;
  insert into order_events (shop_id, order_id, event_id, step, from_state, to_state, actor, reason, happened_at)
  values (p_order.shop_id, p_order.order_id, (p->>'eventId')::uuid, p_step, p_order.state, 'paid', p_actor, '', p_now);
  for v_row in select * from jsonb_array_elements(p_order.credit->'parts') loop
    insert into commission_entries (shop_id, entry_id, order_id, guide_id, cause, part, state, base_fen,
      amount_fen, made_at)
    values (p_order.shop_id, (p->'entryIds'->>v_turn)::uuid, p_order.order_id, (v_row->>'guideId')::uuid, 'paid',
      v_row->>'part', 'pending', (v_row->>'baseFen')::bigint, (v_row->>'amountFen')::bigint, p_now);
    v_turn := v_turn + 1;
  end loop;
  if p_order.stored_principal_fen > 0 then
    insert into payments (shop_id, order_id, transaction_id, amount_fen, outcome, method, paid_at, recorded_at)
    values (p_order.shop_id, p_order.order_id, 'stored-' || p_order.number, p_order.stored_principal_fen, 'paid',
      'stored', p_now, p_now);
  end if;
  if p_order.stored_gift_fen > 0 then
    insert into payments (shop_id, order_id, transaction_id, amount_fen, outcome, method, paid_at, recorded_at)
    values (p_order.shop_id, p_order.order_id, 'gift-' || p_order.number, p_order.stored_gift_fen, 'paid',
      'gift', p_now, p_now);
  end if;
  insert into outbox (shop_id, event_id, name, payload, happened_at, next_try_at)
  values (p_order.shop_id, (p->>'outboxId')::uuid,
    case p_step when 'reopen' then 'orders.reopened' else 'orders.paid' end,
    jsonb_build_object('orderId', p_order.order_id, 'memberId', p_order.member_id), p_now, p_now);
end $$;

-- Places an order: key, accounts, order, lines, event, offers, and stock last. Nothing left to pay makes it paid
-- at once. The same key again gives the order of before. What cannot be taken raises its code with the id as
-- detail (SK001 stock, SK002 to SK006 dues, SK007 promotions changed since they were read), and nothing is written.
create or replace function place_order(p jsonb) returns jsonb language plpgsql as $$
declare
  v_shop uuid := (p->>'shopId')::uuid;
  v_member uuid := (p->>'memberId')::uuid;
  v_now bigint := (p->>'nowMs')::bigint;
  v_dues jsonb := coalesce(p->'dues', '{}');
  v_order orders%rowtype;
  v_row jsonb;
  v_sku uuid;
  v_before uuid;
  v_old record;
begin
  insert into idempotency_keys (shop_id, member_id, key, deed, body_hash, result_id, made_at)
  values (v_shop, v_member, p->>'key', 'orders.place', p->>'bodyHash', (p->>'orderId')::uuid, v_now)
  on conflict do nothing;
  if not found then
    select k.body_hash, k.deed, o.order_id, o.number, o.payable_fen, o.due_fen into v_old
    from idempotency_keys k left join orders o on o.shop_id = k.shop_id and o.order_id = k.result_id
    where k.shop_id = v_shop and k.member_id = v_member and k.key = p->>'key';
    if v_old.deed <> 'orders.place' or v_old.body_hash <> p->>'bodyHash' or v_old.order_id is null then
      return jsonb_build_object('outcome', 'key_reused');
    end if;
    return jsonb_build_object('outcome', 'again', 'orderId', v_old.order_id, 'number', v_old.number,
      'payableFen', v_old.payable_fen, 'dueFen', v_old.due_fen);
  end if;
  if p->>'promotionVersion' is not null and (p->>'promotionVersion')::bigint is distinct from
    coalesce((select version from promotion_versions where shop_id = v_shop), 0) then
    raise exception 'promotions changed' using errcode = 'SK007';
  end if;
  if v_dues <> '{}' then
    perform take_accounts(v_shop, v_member, (p->>'orderId')::uuid, v_dues, v_now);
  end if;

  insert into orders (shop_id, order_id, number, member_id, state, delivery, store_id, contact_sealed,
    contact_mask, remark, goods_fen, discount_fen, freight_fen, payable_fen, quote, credit, guide_id,
    share_id, placed_at, expires_at, dues, points_used, stored_principal_fen, stored_gift_fen, due_fen)
  values (v_shop, (p->>'orderId')::uuid, p->>'number', v_member, 'unpaid', p->>'delivery', (p->>'storeId')::uuid,
    p->>'contactSealed', nullif(p->'contactMask', 'null'), p->>'remark', (p->>'goodsFen')::bigint,
    (p->>'discountFen')::bigint, (p->>'freightFen')::bigint, (p->>'payableFen')::bigint, p->'quote',
    p->'credit', (p->>'guideId')::uuid, p->>'shareId', v_now, (p->>'expiresAt')::bigint, v_dues,
    coalesce((p->>'pointsUsed')::int, 0), coalesce((p->>'storedPrincipalFen')::bigint, 0),
    coalesce((p->>'storedGiftFen')::bigint, 0), (p->>'dueFen')::bigint)
  returning * into v_order;

  for v_row in select * from jsonb_array_elements(p->'lines') loop
    insert into order_lines (shop_id, order_id, line, product_id, sku_id, title, spec_text, picture_url,
      quantity, list_fen, unit_fen, paid_fen, kind)
    values (v_shop, v_order.order_id, (v_row->>'line')::int, (v_row->>'productId')::uuid, (v_row->>'skuId')::uuid,
      v_row->>'title', v_row->>'specText', v_row->>'pictureUrl', (v_row->>'quantity')::int,
      (v_row->>'listFen')::bigint, (v_row->>'unitFen')::bigint, (v_row->>'paidFen')::bigint, v_row->>'kind');
  end loop;

  insert into order_events (shop_id, order_id, event_id, step, from_state, to_state, actor, actor_id, happened_at)
  values (v_shop, v_order.order_id, (p->>'eventId')::uuid, 'place', null, 'unpaid', 'shopper', v_member, v_now);

  if v_dues <> '{}' then
    perform take_offers(v_shop, v_member, v_order.order_id, v_dues, v_now);
  end if;

  for v_row in select * from jsonb_array_elements(p->'stock') loop
    v_sku := (v_row->>'skuId')::uuid;
    if v_sku <= v_before then
      raise exception 'stock must be taken in the order of its SKUs';
    end if;
    v_before := v_sku;
    update stock set on_hand = on_hand - (v_row->>'quantity')::int,
      held = held + case when v_order.due_fen > 0 then (v_row->>'quantity')::int else 0 end,
      sold = sold + case when v_order.due_fen > 0 then 0 else (v_row->>'quantity')::int end
    where shop_id = v_shop and sku_id = v_sku and on_hand >= (v_row->>'quantity')::int;
    if not found then
      raise exception 'sold out' using errcode = 'SK001', detail = v_sku::text;
    end if;
  end loop;

  if v_order.due_fen = 0 then
    perform keep_dues(v_shop, v_member, v_order.order_id, v_dues, v_now);
    perform mark_paid(v_order, p->'paid', 'pay', 'shopper', v_now);
  end if;
  return jsonb_build_object('outcome', 'placed', 'orderId', v_order.order_id, 'number', v_order.number,
    'payableFen', v_order.payable_fen, 'dueFen', v_order.due_fen);
end $$;

-- Takes again what a closed order had given back, and sells its goods; raises SK001 to SK006 when that cannot be.
create function take_again(p_order orders, p_now bigint) returns void language plpgsql as $$
declare
  v_line record;
begin
  perform take_accounts(p_order.shop_id, p_order.member_id, p_order.order_id, p_order.dues, p_now);
  perform take_offers(p_order.shop_id, p_order.member_id, p_order.order_id, p_order.dues, p_now);
  for v_line in select sku_id, sum(quantity)::int as quantity from order_lines
    where shop_id = p_order.shop_id and order_id = p_order.order_id group by sku_id order by sku_id loop
    update stock set on_hand = on_hand - v_line.quantity, sold = sold + v_line.quantity
    where shop_id = p_order.shop_id and sku_id = v_line.sku_id and on_hand >= v_line.quantity;
    if not found then
      raise exception 'sold out' using errcode = 'SK001';
    end if;
  end loop;
end $$;

-- Records money that arrived for an order, once per transaction. An unpaid order becomes paid; a closed one
-- is reopened when its goods, and all that its price was made of, can be taken again; otherwise the money is
-- marked to go back. Never refuses: money of another amount or payer than the order's changes nothing and is
-- answered with what is wrong with it.
create or replace function settle_order(p jsonb) returns jsonb language plpgsql as $$
declare
  v_shop uuid := (p->>'shopId')::uuid;
  v_now bigint := (p->>'nowMs')::bigint;
  v_order orders%rowtype;
  v_line record;
  v_outcome text;
begin
  select * into v_order from orders where shop_id = v_shop and number = p->>'number';
  if not found then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'unknown_number');
  end if;
  if v_order.due_fen <> (p->>'amountFen')::bigint then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'wrong_amount');
  end if;
  perform from members where shop_id = v_shop and member_id = v_order.member_id and openid = p->>'payerOpenid';
  if not found then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'foreign_payer');
  end if;
  -- Accounts are locked before the order. What was read above never changes; the state is read with the lock.
  if v_order.dues <> '{}' then
    perform lock_accounts(v_shop, v_order.member_id, v_order.dues);
  end if;
  select * into v_order from orders where shop_id = v_shop and order_id = v_order.order_id for update;
  select outcome into v_outcome from payments where shop_id = v_shop and transaction_id = p->>'transactionId';
  if found then
    return jsonb_build_object('outcome', 'again', 'before', v_outcome);
  end if;

  v_outcome := 'refunding';
  if v_order.state = 'unpaid' then
    v_outcome := 'paid';
    if v_order.dues <> '{}' then
      perform keep_dues(v_shop, v_order.member_id, v_order.order_id, v_order.dues, v_now);
    end if;
    for v_line in select sku_id, sum(quantity)::int as quantity from order_lines
      where shop_id = v_shop and order_id = v_order.order_id group by sku_id order by sku_id loop
      update stock set held = held - v_line.quantity, sold = sold + v_line.quantity
      where shop_id = v_shop and sku_id = v_line.sku_id;
    end loop;
  elsif v_order.state = 'closed' and v_order.paid_at is null then
    begin
      perform take_again(v_order, v_now);
      perform keep_dues(v_shop, v_order.member_id, v_order.order_id, v_order.dues, v_now);
      v_outcome := 'reopened';
    exception when sqlstate 'SK001' or sqlstate 'SK002' or sqlstate 'SK003' or sqlstate 'SK004'
      or sqlstate 'SK005' or sqlstate 'SK006' then
      v_outcome := 'refunding';
    end;
  end if;

  insert into payments (shop_id, order_id, transaction_id, amount_fen, outcome, paid_at, recorded_at)
  values (v_shop, v_order.order_id, p->>'transactionId', (p->>'amountFen')::bigint, v_outcome,
    (p->>'paidAt')::bigint, v_now);

  if v_outcome = 'refunding' then
    insert into refunds (shop_id, refund_id, order_id, transaction_id, number, amount_fen, state, reason,
      next_try_at, wanted_at)
    values (v_shop, (p->>'refundId')::uuid, v_order.order_id, p->>'transactionId', p->>'refundNumber',
      (p->>'amountFen')::bigint, 'wanted', 'late_payment', v_now, v_now);
    insert into order_events (shop_id, order_id, event_id, step, from_state, to_state, actor, reason, happened_at)
    values (v_shop, v_order.order_id, (p->>'eventId')::uuid, 'refund_late', v_order.state, v_order.state,
      'wechat', 'late_payment', v_now);
    insert into outbox (shop_id, event_id, name, payload, happened_at, next_try_at)
    values (v_shop, (p->>'outboxId')::uuid, 'payments.late',
      jsonb_build_object('orderId', v_order.order_id, 'memberId', v_order.member_id), v_now, v_now);
  else
    perform mark_paid(v_order, p, case v_outcome when 'paid' then 'pay' else 'reopen' end, 'wechat', v_now);
  end if;
  return jsonb_build_object('outcome', v_outcome);
end $$;
