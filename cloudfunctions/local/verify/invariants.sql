-- What must be true of every shop's data at every moment, whatever broke on the way. Each statement finds the rows
-- that say otherwise, as (id, says): ids of rows, orders, SKUs and members, and what is wrong with them in numbers,
-- never who somebody is. `npm run verify-data` runs all of them; tests run them after everything that moves money.
-- A line `-- [group] name: what holds` opens each; groups are what tests choose by.

-- [stock] shelf: what was received is on hand, held or sold
select sku_id, format('%s received; %s on hand, %s held, %s sold', received, on_hand, held, sold)
from stock where received <> on_hand + held + sold or least(on_hand, held, sold) < 0;

-- [stock] held: what unpaid orders wait for is held, and nothing else
select coalesce(s.sku_id, l.sku_id), format('%s held, %s in unpaid orders', coalesce(s.held, 0), coalesce(l.pieces, 0))
from stock s full join (
  select l.shop_id, l.sku_id, sum(l.quantity) as pieces from order_lines l join orders o using (shop_id, order_id)
  where o.state in ('unpaid', 'teaming') group by l.shop_id, l.sku_id
) l on l.shop_id = s.shop_id and l.sku_id = s.sku_id
where coalesce(s.held, 0) <> coalesce(l.pieces, 0);

-- [stock] sold: what paid orders and exchanges took is sold, less what went back to the shelf
select coalesce(s.sku_id, l.sku_id), format('%s sold; orders took %s, of which %s at most came back', coalesce(s.sold, 0),
  coalesce(l.most, 0), coalesce(l.most - l.least, 0))
from stock s full join (
  select shop_id, sku_id, sum(most) as most, sum(least) as least from (
    select l.shop_id, l.sku_id, l.quantity - l.cancelled_quantity as most, l.quantity - l.refunded_quantity as least
    from order_lines l join orders o using (shop_id, order_id) where o.paid_at is not null
    union all
    select e.shop_id, e.to_sku_id, e.quantity, 0 from after_sale_lines e join after_sales a using (shop_id, after_sale_id)
    where a.kind = 'exchange' and a.state in ('agreed', 'returned', 'received', 'sent', 'done')
    union all
    select e.shop_id, l.sku_id, 0, -e.quantity from after_sale_lines e join after_sales a using (shop_id, after_sale_id)
    join order_lines l on l.shop_id = e.shop_id and l.order_id = e.order_id and l.line = e.line
    where a.kind = 'exchange' and a.state in ('received', 'sent', 'done')
  ) moved group by shop_id, sku_id
) l on l.shop_id = s.shop_id and l.sku_id = s.sku_id
where coalesce(s.sold, 0) not between coalesce(l.least, 0) and coalesce(l.most, 0);

-- [orders] price: an order comes to its goods less what they were given, and freight
select order_id, format('%s is not %s - %s + %s', payable_fen, goods_fen, discount_fen, freight_fen)
from orders where payable_fen <> goods_fen - discount_fen + freight_fen
  or due_fen <> payable_fen - stored_principal_fen - stored_gift_fen;

-- [orders] lines: what lines are paid with, and freight, is what the order comes to
select o.order_id, format('%s in lines and %s freight, %s payable', coalesce(sum(l.paid_fen), 0), o.freight_fen, o.payable_fen)
from orders o left join order_lines l using (shop_id, order_id)
group by o.shop_id, o.order_id having coalesce(sum(l.paid_fen), 0) + o.freight_fen <> o.payable_fen;

-- [orders] course: each order came from one state to the next, and stands where the last step led
select o.order_id, format('%s steps into and out of %s do not lead to %s', count(e.*), s.state, o.state)
from orders o
cross join (values ('unpaid'), ('teaming'), ('paid'), ('shipped'), ('received'), ('completed'), ('closed')) s (state)
left join order_events e on e.shop_id = o.shop_id and e.order_id = o.order_id
group by o.shop_id, o.order_id, s.state
having count(*) filter (where e.to_state = s.state) - count(*) filter (where e.from_state = s.state)
  <> case when o.state = s.state then 1 else 0 end
union all
select o.order_id, format('%s first steps', count(e.event_id))
from orders o left join order_events e on e.shop_id = o.shop_id and e.order_id = o.order_id and e.from_state is null
group by o.shop_id, o.order_id having count(e.event_id) <> 1
union all
select o.order_id, format('it is %s, its last step led to %s', o.state, string_agg(distinct e.to_state, ' or '))
from orders o join order_events e on e.shop_id = o.shop_id and e.order_id = o.order_id
where e.happened_at = (select max(happened_at) from order_events l where l.shop_id = o.shop_id and l.order_id = o.order_id)
group by o.shop_id, o.order_id having not bool_or(e.to_state = o.state);

-- [orders] paid: orders that were paid, and only they, have a time at which they were
select order_id, format('it is %s and was paid at %s', state, coalesce(paid_at::text, 'no time'))
from orders
where (state in ('paid', 'shipped', 'received', 'completed') and paid_at is null)
  or (state in ('unpaid', 'teaming') and paid_at is not null);

-- [payments] whole: what came for a paid order is what it comes to, once from each source; for others nothing counts
select o.order_id, format('%s payable, %s paid in %s payments', o.payable_fen, coalesce(p.fen, 0), coalesce(p.payments, 0))
from orders o left join (
  select shop_id, order_id, sum(amount_fen) as fen, count(*) as payments, count(distinct method) as methods,
    sum(amount_fen) filter (where method = 'wechat') as due, sum(amount_fen) filter (where method = 'stored') as principal,
    sum(amount_fen) filter (where method = 'gift') as gift
  from payments where outcome in ('paid', 'reopened') group by shop_id, order_id
) p using (shop_id, order_id)
where case when o.paid_at is null then p.fen is not null
  else coalesce(p.due, 0) <> o.due_fen or coalesce(p.principal, 0) <> o.stored_principal_fen
    or coalesce(p.gift, 0) <> o.stored_gift_fen or coalesce(p.payments, 0) <> coalesce(p.methods, 0) end;

-- [payments] late: money that came for nothing goes back whole, once
select p.order_id, format('%s came and %s goes back in %s refunds', p.amount_fen, coalesce(sum(r.amount_fen), 0), count(r.refund_id))
from payments p left join refunds r on r.shop_id = p.shop_id and r.transaction_id = p.transaction_id
where p.outcome = 'refunding'
group by p.shop_id, p.transaction_id having count(r.refund_id) <> 1 or sum(r.amount_fen) <> p.amount_fen;

-- [refunds] within: no more goes back than came
select r.order_id, format('%s goes back of %s', sum(r.amount_fen), coalesce(max(p.amount_fen), 0))
from refunds r left join payments p on p.shop_id = r.shop_id and p.transaction_id = r.transaction_id
  and p.order_id = r.order_id and p.method = 'wechat'
group by r.shop_id, r.transaction_id, r.order_id having sum(r.amount_fen) > coalesce(max(p.amount_fen), 0);

-- [refunds] ended: refunds that are done, and only they, have a time at which they were
select refund_id, format('it is %s and done at %s', state, coalesce(done_at::text, 'no time'))
from refunds where (state = 'done') <> (done_at is not null);

-- [refunds] lines: what went back of an order went back of its lines and freight
select o.order_id, format('%s went back; %s of lines, %s of freight', o.refunded_fen, coalesce(sum(l.refunded_fen), 0), o.refunded_freight_fen)
from orders o left join order_lines l using (shop_id, order_id)
group by o.shop_id, o.order_id having coalesce(sum(l.refunded_fen), 0) + o.refunded_freight_fen <> o.refunded_fen;

-- [refunds] source: what went back of an order is wanted of WeChat Pay first, up to what that had paid
select o.order_id, format('%s of %s went back, %s of it by WeChat Pay', o.refunded_fen, o.payable_fen, coalesce(sum(r.amount_fen), 0))
from orders o
left join payments p on p.shop_id = o.shop_id and p.order_id = o.order_id and p.method = 'wechat'
  and p.outcome in ('paid', 'reopened')
left join refunds r on r.shop_id = p.shop_id and r.transaction_id = p.transaction_id
group by o.shop_id, o.order_id having coalesce(sum(r.amount_fen), 0) <> least(o.due_fen, o.refunded_fen);

-- [refunds] stored: the rest of what went back of a member's orders is in her wallet again
select m.member_id, format('%s went back of what stored value paid, %s is in the wallet', coalesce(o.fen, 0), coalesce(w.fen, 0))
from members m
left join (select shop_id, member_id, sum(greatest(0, refunded_fen - due_fen)) as fen from orders
  group by shop_id, member_id) o using (shop_id, member_id)
left join (select shop_id, member_id, sum(fen) as fen from wallet_entries
  where from_account = 'spent' and to_account = 'member' group by shop_id, member_id) w using (shop_id, member_id)
where coalesce(o.fen, 0) <> coalesce(w.fen, 0);

-- [refunds] counted: what went back into the wallet as principal is counted for its order as money that went back
select m.member_id, format('%s counted, %s in the wallet', coalesce(r.fen, 0), coalesce(w.fen, 0))
from members m
left join (select o.shop_id, o.member_id, sum(s.amount_fen) as fen from stored_refunds s join orders o using (shop_id, order_id)
  group by o.shop_id, o.member_id) r using (shop_id, member_id)
left join (select shop_id, member_id, sum(fen) as fen from wallet_entries
  where from_account = 'spent' and to_account = 'member' and purse = 'principal' group by shop_id, member_id) w
  using (shop_id, member_id)
where coalesce(r.fen, 0) <> coalesce(w.fen, 0);

-- [claims] open: an order waits for as many after-sales as are open
select o.order_id, format('%s counted, %s open', o.open_claims, a.open)
from orders o cross join lateral (select count(*) as open from after_sales a
  where a.shop_id = o.shop_id and a.order_id = o.order_id
    and a.state in ('asked', 'agreed', 'returned', 'received', 'sent')) a
where o.open_claims <> a.open;

-- [claims] units: open after-sales are about units that are left, and those that were not sent wait
select l.order_id, format('line %s: %s left and %s waiting, %s claimed and %s unsent of them', l.line,
  l.quantity - l.refunded_quantity, l.asked_quantity, c.units, c.unsent)
from order_lines l cross join lateral (
  select coalesce(sum(s.quantity), 0) as units, coalesce(sum(s.unsent), 0) as unsent
  from after_sale_lines s join after_sales a using (shop_id, after_sale_id)
  where s.shop_id = l.shop_id and s.order_id = l.order_id and s.line = l.line
    and a.state in ('asked', 'agreed', 'returned', 'received', 'sent')) c
where c.units > l.quantity - l.refunded_quantity or c.unsent <> l.asked_quantity;

-- [claims] money: what after-sales brought back went back of their order, and what waits for WeChat Pay is wanted there
select o.order_id, format('%s came back by after-sales, %s of the order', sum((a.back->>'totalFen')::bigint), o.refunded_fen)
from after_sales a join orders o using (shop_id, order_id) where a.refunded_at is not null
group by o.shop_id, o.order_id having sum((a.back->>'totalFen')::bigint) > o.refunded_fen
union all
select a.after_sale_id, format('%s of WeChat Pay, %s wanted, and it is %s', a.back->>'wechatFen', coalesce(r.amount_fen, 0), a.state)
from after_sales a left join refunds r on r.shop_id = a.shop_id and r.refund_id = a.wechat_refund_id
where a.refunded_at is not null and ((a.back->>'wechatFen')::bigint <> coalesce(r.amount_fen, 0)
  or (a.state = 'done' and r.state <> 'done') or a.state not in ('refunding', 'done'));

-- [ledger] balance of points: the balance that is kept is what the ledger sums to
select m.member_id, format('%s kept, %s in the ledger', coalesce(a.points, 0), e.points)
from members m left join points_accounts a using (shop_id, member_id)
cross join lateral (select coalesce(sum(case when to_account = 'member' then points when from_account = 'member' then -points
  else 0 end), 0) as points from points_entries where shop_id = m.shop_id and member_id = m.member_id) e
where coalesce(a.points, 0) <> e.points;

-- [ledger] points in buckets: what is left in buckets is the balance, or nothing when that is below zero
select m.member_id, format('%s in buckets, %s in the balance', b.remaining, coalesce(a.points, 0))
from members m left join points_accounts a using (shop_id, member_id)
cross join lateral (select coalesce(sum(remaining), 0) as remaining from points_buckets
  where shop_id = m.shop_id and member_id = m.member_id) b
where b.remaining <> greatest(coalesce(a.points, 0), 0);

-- [ledger] points held: no more points leave a hold than came into it
select member_id, format('%s more left than was held for %s', -held, cause_id)
from (select member_id, cause_id, sum(case when to_account = 'held' then points when from_account = 'held' then -points
  else 0 end) as held from points_entries group by shop_id, member_id, cause_id, bucket_id) h
where held < 0;

-- [ledger] growth: the growth that is kept is what the ledger sums to
select m.member_id, format('%s kept, %s in the ledger', coalesce(a.growth, 0), e.growth)
from members m left join points_accounts a using (shop_id, member_id)
cross join lateral (select coalesce(sum(growth), 0) as growth from growth_entries
  where shop_id = m.shop_id and member_id = m.member_id) e
where coalesce(a.growth, 0) <> e.growth;

-- [ledger] days of sign-in: a streak is one day longer than that of the day before
select s.member_id, format('the streak is %s on %s', s.streak, s.day)
from sign_ins s left join sign_ins b
  on b.shop_id = s.shop_id and b.member_id = s.member_id and b.day = s.day - 1
where s.streak <> coalesce(b.streak, 0) + 1;

-- [ledger] stored value: each purse that is kept is what its ledger sums to
select m.member_id, format('%s kept as %s, %s in the ledger', coalesce(w.fen, 0), p.purse, e.fen)
from members m cross join (values ('principal'), ('gift')) p (purse)
left join lateral (select case p.purse when 'principal' then principal_fen else gift_fen end as fen from wallets
  where shop_id = m.shop_id and member_id = m.member_id) w on true
cross join lateral (select coalesce(sum(case when to_account = 'member' then fen when from_account = 'member' then -fen
  else 0 end), 0) as fen from wallet_entries
  where shop_id = m.shop_id and member_id = m.member_id and purse = p.purse) e
where coalesce(w.fen, 0) <> e.fen;

-- [ledger] stored value held: no more stored value leaves a hold than came into it
select member_id, format('%s more left than was held for %s', -held, cause_id)
from (select member_id, cause_id, sum(case when to_account = 'held' then fen when from_account = 'held' then -fen
  else 0 end) as held from wallet_entries group by shop_id, member_id, cause_id, purse) h
where held < 0;

-- [ledger] recharge: a paid recharge is in the wallet once, and no other is
select r.member_id, format('%s is %s with %s in the ledger', r.number, r.state, e.fen)
from recharges r
cross join lateral (select coalesce(sum(fen), 0) as fen from wallet_entries
  where shop_id = r.shop_id and member_id = r.member_id and cause = 'recharge' and cause_id = r.recharge_id::text) e
where e.fen <> case r.state when 'paid' then r.principal_fen + r.gift_fen else 0 end;

-- [dues] points: what an order takes in points is held while it is unpaid, spent once it is paid, and else returned
select o.order_id, format('it is %s for %s points; %s held, %s spent', o.state, o.points_used, e.held, e.spent)
from orders o
cross join lateral (select
    coalesce(sum(case when to_account = 'held' then points when from_account = 'held' then -points else 0 end), 0) as held,
    coalesce(sum(points) filter (where to_account = 'spent'), 0) as spent
  from points_entries where shop_id = o.shop_id and member_id = o.member_id and cause_id = o.order_id::text) e
where e.held <> case when o.state in ('unpaid', 'teaming') then coalesce((o.dues->>'points')::int, 0) else 0 end
  or e.spent <> case when o.paid_at is not null then coalesce((o.dues->>'points')::int, 0) else 0 end;

-- [dues] stored value: so it is with stored value, each purse its part
select o.order_id, format('it is %s for %s and %s; %s held, %s and %s spent', o.state, o.stored_principal_fen,
  o.stored_gift_fen, e.held, e.principal, e.gift)
from orders o
cross join lateral (select
    coalesce(sum(case when to_account = 'held' then fen when from_account = 'held' then -fen else 0 end), 0) as held,
    coalesce(sum(fen) filter (where to_account = 'spent' and purse = 'principal'), 0) as principal,
    coalesce(sum(fen) filter (where to_account = 'spent' and purse = 'gift'), 0) as gift
  from wallet_entries where shop_id = o.shop_id and member_id = o.member_id and cause_id = o.order_id::text) e
where e.held <> case when o.state in ('unpaid', 'teaming') then o.stored_principal_fen + o.stored_gift_fen else 0 end
  or e.principal <> case when o.paid_at is not null then o.stored_principal_fen else 0 end
  or e.gift <> case when o.paid_at is not null then o.stored_gift_fen else 0 end;

-- [dues] coupons held: a coupon is held by an unpaid order that has it among its dues, and used by a paid one
select c.coupon_id, format('it is %s by %s, which is %s', c.state, c.order_id, coalesce(o.state, 'not there'))
from coupons c left join orders o on o.shop_id = c.shop_id and o.order_id = c.order_id
where c.state in ('held', 'used')
  and (o.order_id is null or (c.state = 'held') <> (o.state in ('unpaid', 'teaming'))
    or (c.state = 'used') <> (o.paid_at is not null)
    or not exists (select from jsonb_array_elements(coalesce(o.dues->'coupons', '[]')) d
      where d->>'couponId' = c.coupon_id::text));

-- [dues] coupons taken: an order that waits or was paid has the coupons of its dues, unless a refund returned them
select o.order_id, format('it is %s, and its coupon %s is %s', o.state, d->>'couponId', coalesce(c.state, 'not there'))
from orders o cross join jsonb_array_elements(coalesce(o.dues->'coupons', '[]')) d
left join coupons c on c.shop_id = o.shop_id and c.coupon_id = (d->>'couponId')::uuid
where (o.state in ('unpaid', 'teaming') or (o.paid_at is not null and o.refunded_fen = 0))
  and (c.order_id is distinct from o.order_id
    or c.state <> case when o.paid_at is null then 'held' else 'used' end);

-- [dues] promotions: an order's part of a promotion is held while it is unpaid, used once it is paid, else returned
select o.order_id, format('it is %s, and %s is %s', o.state, d->>'promotionId', coalesce(u.state, 'not there'))
from orders o cross join jsonb_array_elements(coalesce(o.dues->'promotions', '[]')) d
left join promotion_uses u on u.shop_id = o.shop_id and u.order_id = o.order_id
  and u.promotion_id = (d->>'promotionId')::uuid
where u.fen is distinct from (d->>'fen')::bigint
  or (u.state is distinct from
      case when o.paid_at is not null then 'used' when o.state = 'closed' then 'returned' else 'held' end
    -- Of an order that went back whole it may have been given back.
    and not (u.state = 'returned' and o.paid_at is not null and o.refunded_fen = o.payable_fen));

-- [promotions] limits: what a promotion with limits has given is what orders had of it
select p.promotion_id, format('%s uses and %s fen counted, %s and %s by orders', coalesce(t.uses, 0), coalesce(t.spent_fen, 0),
  coalesce(u.uses, 0), coalesce(u.fen, 0))
from promotions p
left join promotion_tallies t using (shop_id, promotion_id)
left join (select shop_id, promotion_id, count(*) as uses, sum(fen) as fen from promotion_uses where state <> 'returned'
  group by shop_id, promotion_id) u using (shop_id, promotion_id)
where (p.budget_fen is not null or p.use_limit is not null)
  and (coalesce(t.uses, 0) <> coalesce(u.uses, 0) or coalesce(t.spent_fen, 0) <> coalesce(u.fen, 0)
    or t.uses > p.use_limit or t.spent_fen > p.budget_fen);

-- [promotions] goods: what a promotion has held and sold of its own stock is what orders hold and used
select g.promotion_id, format('%s: %s held and %s sold, %s and %s by orders', g.sku_id, g.held, g.sold, coalesce(u.held, 0),
  coalesce(u.sold, 0))
from promotion_goods g left join (
  select o.shop_id, (d->>'promotionId')::uuid as promotion_id, (s->>'skuId')::uuid as sku_id,
    sum((s->>'pieces')::int) filter (where u.state = 'held') as held,
    sum((s->>'pieces')::int) filter (where u.state = 'used') as sold
  from orders o cross join jsonb_array_elements(o.dues->'promotions') d cross join jsonb_array_elements(d->'goods') s
  join promotion_uses u on u.shop_id = o.shop_id and u.order_id = o.order_id and u.promotion_id = (d->>'promotionId')::uuid
  where o.dues ? 'promotions' and d ? 'goods' group by 1, 2, 3
) u using (shop_id, promotion_id, sku_id)
where g.held <> coalesce(u.held, 0) or g.sold <> coalesce(u.sold, 0) or g.held + g.sold > g.pieces;

-- [promotions] members: what a member had of a promotion that limits members is what her orders had
select m.promotion_id, format('%s uses and %s pieces counted, %s and %s by orders', m.uses, m.pieces, coalesce(u.uses, 0),
  coalesce(u.pieces, 0))
from promotion_members m left join (
  select o.shop_id, (d->>'promotionId')::uuid as promotion_id, o.member_id, count(*) as uses,
    sum(coalesce((d->>'pieces')::int, 0)) as pieces
  from orders o cross join jsonb_array_elements(o.dues->'promotions') d
  join promotion_uses u on u.shop_id = o.shop_id and u.order_id = o.order_id and u.promotion_id = (d->>'promotionId')::uuid
  where o.dues ? 'promotions' and (d->>'perMember')::boolean and u.state <> 'returned' group by 1, 2, 3
) u using (shop_id, promotion_id, member_id)
where m.uses <> coalesce(u.uses, 0) or m.pieces <> coalesce(u.pieces, 0);

-- [commission] bounds: an order's commission is none before it is paid, and half of its goods at most
select o.order_id, format('%s of %s in goods', sum(c.amount_fen), o.payable_fen - o.freight_fen)
from commission_entries c join orders o using (shop_id, order_id)
group by o.shop_id, o.order_id
having sum(c.amount_fen) < 0 or sum(c.amount_fen) * 2 > o.payable_fen - o.freight_fen or o.paid_at is null;

-- [commission] states: it is pending until the order completes, and settled from then on
select o.order_id, format('it is %s, with %s pending and %s settled', o.state,
  coalesce(sum(c.amount_fen) filter (where c.state = 'pending'), 0), coalesce(sum(c.amount_fen) filter (where c.state = 'settled'), 0))
from commission_entries c join orders o using (shop_id, order_id)
group by o.shop_id, o.order_id, c.guide_id, c.part
having case when o.state = 'completed' then coalesce(sum(c.amount_fen) filter (where c.state = 'pending'), 0) <> 0
    else coalesce(sum(c.amount_fen) filter (where c.state <> 'pending'), 0) <> 0 end
  or coalesce(sum(c.amount_fen) filter (where c.state = 'pending'), 0) < 0
  or coalesce(sum(c.amount_fen) filter (where c.state = 'settled'), 0) < 0;

-- [events] reactions: whatever was announced has found somebody who reacts to it
select event_id, format('%s was tried %s times', name, tries) from outbox where tries >= 10;
