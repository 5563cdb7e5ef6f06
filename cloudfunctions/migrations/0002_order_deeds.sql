-- The two deeds that every sale goes through, each one call and so one commit. The rules in TypeScript
-- decide what is to be written; these functions write it on the condition that it still may be, row by
-- row, because a join over unnested arrays would be planned anew at each call. Locks: order, then stock by sku_id.

-- Places an order: key, order, lines, event, announcement, and stock last. The same key again gives the
-- order of before. A shelf that is too empty raises SK001 with the SKU as detail, and nothing is written.
create function place_order(p jsonb) returns jsonb language plpgsql as $$
declare
  v_shop uuid := (p->>'shopId')::uuid;
  v_member uuid := (p->>'memberId')::uuid;
  v_order uuid := (p->>'orderId')::uuid;
  v_now bigint := (p->>'nowMs')::bigint;
  v_row jsonb;
  v_sku uuid;
  v_before uuid;
  v_old record;
begin
  insert into idempotency_keys (shop_id, member_id, key, deed, body_hash, result_id, made_at)
  values (v_shop, v_member, p->>'key', 'orders.place', p->>'bodyHash', v_order, v_now)
  on conflict do nothing;
  if not found then
    select k.body_hash, k.deed, o.order_id, o.number, o.payable_fen into v_old
    from idempotency_keys k left join orders o on o.shop_id = k.shop_id and o.order_id = k.result_id
    where k.shop_id = v_shop and k.member_id = v_member and k.key = p->>'key';
    if v_old.deed <> 'orders.place' or v_old.body_hash <> p->>'bodyHash' or v_old.order_id is null then
      return jsonb_build_object('outcome', 'key_reused');
    end if;
    return jsonb_build_object('outcome', 'again', 'orderId', v_old.order_id, 'number', v_old.number,
      'payableFen', v_old.payable_fen);
  end if;

  insert into orders (shop_id, order_id, number, member_id, state, delivery, store_id, contact_sealed,
    contact_mask, remark, goods_fen, discount_fen, freight_fen, payable_fen, quote, credit, guide_id,
    share_id, placed_at, expires_at)
  values (v_shop, v_order, p->>'number', v_member, 'unpaid', p->>'delivery', (p->>'storeId')::uuid,
    p->>'contactSealed', nullif(p->'contactMask', 'null'), p->>'remark', (p->>'goodsFen')::bigint,
    (p->>'discountFen')::bigint, (p->>'freightFen')::bigint, (p->>'payableFen')::bigint, p->'quote',
    p->'credit', (p->>'guideId')::uuid, p->>'shareId', v_now, (p->>'expiresAt')::bigint);

  for v_row in select * from jsonb_array_elements(p->'lines') loop
    insert into order_lines (shop_id, order_id, line, product_id, sku_id, title, spec_text, picture_url,
      quantity, unit_fen, paid_fen)
    values (v_shop, v_order, (v_row->>'line')::int, (v_row->>'productId')::uuid, (v_row->>'skuId')::uuid,
      v_row->>'title', v_row->>'specText', v_row->>'pictureUrl', (v_row->>'quantity')::int,
      (v_row->>'unitFen')::bigint, (v_row->>'paidFen')::bigint);
  end loop;

  insert into order_events (shop_id, order_id, event_id, step, from_state, to_state, actor, actor_id, happened_at)
  values (v_shop, v_order, (p->>'eventId')::uuid, 'place', null, 'unpaid', 'shopper', v_member, v_now);

  for v_row in select * from jsonb_array_elements(p->'stock') loop
    v_sku := (v_row->>'skuId')::uuid;
    if v_sku <= v_before then
      raise exception 'stock must be taken in the order of its SKUs';
    end if;
    v_before := v_sku;
    update stock set on_hand = on_hand - (v_row->>'quantity')::int, held = held + (v_row->>'quantity')::int
    where shop_id = v_shop and sku_id = v_sku and on_hand >= (v_row->>'quantity')::int;
    if not found then
      raise exception 'sold out' using errcode = 'SK001', detail = v_sku::text;
    end if;
  end loop;

  return jsonb_build_object('outcome', 'placed', 'orderId', v_order, 'number', p->>'number',
    'payableFen', (p->>'payableFen')::bigint);
end $$;

-- Records money that arrived for an order, once per transaction. An unpaid order becomes paid; a closed one
-- is reopened when its goods can be taken again; otherwise the money is marked to go back. Never refuses: money
-- of another amount or payer than the order's changes nothing and is answered with what is wrong with it.
create function settle_order(p jsonb) returns jsonb language plpgsql as $$
declare
  v_shop uuid := (p->>'shopId')::uuid;
  v_now bigint := (p->>'nowMs')::bigint;
  v_order orders%rowtype;
  v_line record;
  v_row jsonb;
  v_turn int := 0;
  v_outcome text;
  v_kind text;
begin
  select * into v_order from orders where shop_id = v_shop and number = p->>'number' for update;
  if not found then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'unknown_number');
  end if;
  if v_order.payable_fen <> (p->>'amountFen')::bigint then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'wrong_amount');
  end if;
  perform from members where shop_id = v_shop and member_id = v_order.member_id and openid = p->>'payerOpenid';
  if not found then
    return jsonb_build_object('outcome', 'doubt', 'problem', 'foreign_payer');
  end if;
  select outcome into v_outcome from payments where shop_id = v_shop and transaction_id = p->>'transactionId';
  if found then
    return jsonb_build_object('outcome', 'again', 'before', v_outcome);
  end if;

  v_outcome := 'refunding';
  if v_order.state = 'unpaid' then
    v_outcome := 'paid';
    for v_line in select sku_id, sum(quantity)::int as quantity from order_lines
      where shop_id = v_shop and order_id = v_order.order_id group by sku_id order by sku_id loop
      update stock set held = held - v_line.quantity, sold = sold + v_line.quantity
      where shop_id = v_shop and sku_id = v_line.sku_id;
    end loop;
  elsif v_order.state = 'closed' and v_order.paid_at is null then
    begin
      for v_line in select sku_id, sum(quantity)::int as quantity from order_lines
        where shop_id = v_shop and order_id = v_order.order_id group by sku_id order by sku_id loop
        update stock set on_hand = on_hand - v_line.quantity, sold = sold + v_line.quantity
        where shop_id = v_shop and sku_id = v_line.sku_id and on_hand >= v_line.quantity;
        if not found then
          raise exception 'sold out' using errcode = 'SK001';
        end if;
      end loop;
      v_outcome := 'reopened';
    exception when sqlstate 'SK001' then
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
    v_kind := 'payments.late';
  else
    update orders set state = 'paid', paid_at = v_now, closed_at = null, close_reason = null
    where shop_id = v_shop and order_id = v_order.order_id;
    insert into order_events (shop_id, order_id, event_id, step, from_state, to_state, actor, reason, happened_at)
    values (v_shop, v_order.order_id, (p->>'eventId')::uuid,
      case v_outcome when 'paid' then 'pay' else 'reopen' end, v_order.state, 'paid', 'wechat', '', v_now);
    for v_row in select * from jsonb_array_elements(v_order.credit->'parts') loop
      insert into commission_entries (shop_id, entry_id, order_id, guide_id, cause, part, state, base_fen,
        amount_fen, made_at)
      values (v_shop, (p->'entryIds'->>v_turn)::uuid, v_order.order_id, (v_row->>'guideId')::uuid, 'paid',
        v_row->>'part', 'pending', (v_row->>'baseFen')::bigint, (v_row->>'amountFen')::bigint, v_now);
      v_turn := v_turn + 1;
    end loop;
    v_kind := case v_outcome when 'paid' then 'orders.paid' else 'orders.reopened' end;
  end if;
  insert into outbox (shop_id, event_id, name, payload, happened_at, next_try_at)
  values (v_shop, (p->>'outboxId')::uuid, v_kind,
    jsonb_build_object('orderId', v_order.order_id, 'memberId', v_order.member_id), v_now, v_now);
  return jsonb_build_object('outcome', v_outcome);
end $$;
