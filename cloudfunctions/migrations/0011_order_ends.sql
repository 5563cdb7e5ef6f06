-- What an order goes through after it was paid: what was sent, received and refunded, and when what is due.

alter table orders
  add column shipped_at bigint,
  -- When receipt is confirmed by itself, and whether the shopper has put that off.
  add column confirm_by bigint,
  add column extended boolean not null default false,
  add column received_at bigint,
  -- When the after-sale window ends; the order then completes.
  add column window_ends_at bigint,
  add column completed_at bigint,
  -- What the goods had come to when the order completed: what its points and growth were given for.
  add column completed_fen bigint,
  -- After-sales that are not ended yet: while there is one, the order does not complete.
  add column open_claims int not null default 0 check (open_claims >= 0),
  -- Goods and freight that went back, of payable_fen.
  add column refunded_fen bigint not null default 0,
  add column refunded_freight_fen bigint not null default 0,
  add check (refunded_fen between 0 and payable_fen),
  add check (refunded_freight_fen between 0 and least(freight_fen, refunded_fen));

alter table order_lines
  -- Units in parcels or handed over.
  add column shipped_quantity int not null default 0,
  -- Units that were refunded before they were sent, and went back to the shelf.
  add column cancelled_quantity int not null default 0,
  -- Units not sent yet that an open after-sale asks the money back for: they wait.
  add column asked_quantity int not null default 0,
  -- All units that were refunded, the cancelled among them, and what for.
  add column refunded_quantity int not null default 0,
  add column refunded_fen bigint not null default 0,
  add check (shipped_quantity >= 0 and cancelled_quantity >= 0 and asked_quantity >= 0),
  add check (shipped_quantity + cancelled_quantity + asked_quantity <= quantity),
  add check (refunded_quantity between cancelled_quantity and quantity),
  add check (refunded_fen between 0 and paid_fen),
  add check (refunded_quantity < quantity or refunded_fen = paid_fen);

create index orders_to_confirm on orders (shop_id, confirm_by) where state = 'shipped';
create index orders_to_complete on orders (shop_id, window_ends_at) where state = 'received' and open_claims = 0;
create index orders_to_ship on orders (shop_id, paid_at, order_id) where state = 'paid';
create index orders_by_state on orders (shop_id, state, placed_at desc, order_id desc);

-- Orders that went through these steps before there were columns for them.
update order_lines l set shipped_quantity = l.quantity
from orders o where o.shop_id = l.shop_id and o.order_id = l.order_id and o.state in ('shipped', 'received', 'completed');
update orders o set
  shipped_at = (select max(happened_at) from order_events e
    where e.shop_id = o.shop_id and e.order_id = o.order_id and e.step = 'ship'),
  received_at = (select max(happened_at) from order_events e
    where e.shop_id = o.shop_id and e.order_id = o.order_id and e.step = 'receive'),
  completed_at = (select max(happened_at) from order_events e
    where e.shop_id = o.shop_id and e.order_id = o.order_id and e.step = 'complete')
where o.state in ('shipped', 'received', 'completed');
update orders set confirm_by = shipped_at + 864000000 where state in ('shipped', 'received', 'completed');
update orders set window_ends_at = received_at + 604800000 where state in ('received', 'completed');
update orders set completed_fen = payable_fen - freight_fen where state = 'completed';
update orders o set refunded_fen = payable_fen, refunded_freight_fen = freight_fen
where exists (select from order_events e
  where e.shop_id = o.shop_id and e.order_id = o.order_id and e.step = 'refund');
update order_lines l set refunded_quantity = l.quantity, refunded_fen = l.paid_fen, cancelled_quantity = l.quantity
from orders o where o.shop_id = l.shop_id and o.order_id = l.order_id
  and exists (select from order_events e where e.shop_id = o.shop_id and e.order_id = o.order_id and e.step = 'refund');

-- Locks all that a member has, before any of her orders is locked.
create function lock_member_accounts(p_shop uuid, p_member uuid) returns void language plpgsql as $$
begin
  perform points_lock(p_shop, p_member);
  perform wallet_lock(p_shop, p_member);
end $$;

-- Returns points that an order had spent, a part of them for each refund, to the buckets that they came from,
-- which then live p_lives_ms longer at least; those that end last first. A balance below zero is paid off
-- first. Once per refund.
create function points_return(p_shop uuid, p_member uuid, p_points int, p_order text, p_refund text,
  p_lives_ms bigint, p_now bigint) returns boolean language plpgsql as $$
declare
  v_debt bigint;
  v_until bigint := p_now + greatest(1, p_lives_ms);
  v_cause_id text := p_order || ':' || p_refund;
  v_left int := p_points;
  v_part int;
  v_paid int;
  v_spent record;
begin
  if p_points <= 0 then
    return false;
  end if;
  v_debt := greatest(0, -points_expire(p_shop, p_member, p_now));
  perform from points_entries
  where shop_id = p_shop and member_id = p_member and cause_id = v_cause_id and from_account = 'spent';
  if found then
    return false;
  end if;
  for v_spent in
    select b.bucket_id, sum(case when e.to_account = 'spent' then e.points else -e.points end)::int as points
    from points_entries e
    join points_buckets b on b.shop_id = e.shop_id and b.bucket_id = e.bucket_id
    where e.shop_id = p_shop and e.member_id = p_member
      and ((e.cause_id = p_order and e.to_account = 'spent')
        or (e.cause_id like p_order || ':%' and e.from_account = 'spent'))
    group by b.bucket_id, b.ends_at, b.earned_at
    having sum(case when e.to_account = 'spent' then e.points else -e.points end) > 0
    order by b.ends_at desc, b.earned_at desc, b.bucket_id loop
    exit when v_left = 0;
    v_part := least(v_left, v_spent.points);
    v_left := v_left - v_part;
    v_paid := least(v_debt, v_part);
    v_debt := v_debt - v_paid;
    update points_buckets set remaining = remaining + v_part - v_paid,
      reminded_at = case when ends_at < v_until then null else reminded_at end,
      ends_at = greatest(ends_at, v_until)
    where shop_id = p_shop and bucket_id = v_spent.bucket_id;
    perform points_move(p_shop, p_member, 'spent', 'member', v_part, v_spent.bucket_id, 'refund_return', v_cause_id,
      p_now);
  end loop;
  if v_left > 0 then
    raise exception 'an order returns no more points than it spent';
  end if;
  return true;
end $$;
