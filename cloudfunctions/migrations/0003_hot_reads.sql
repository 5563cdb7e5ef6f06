-- What every order reads. These are functions because statements go unnamed through the pooler, so each would
-- be planned anew at every call, which costs more than running it; a function keeps its plans with its connection.

-- The member with an openid and the post that she holds today.
create function caller_of(p_shop uuid, p_openid text)
returns table (member_id uuid, openid text, nickname text, staff_id uuid, role text, name text, store_id uuid)
language plpgsql stable rows 1 as $$
#variable_conflict use_column
begin
  return query
  select m.member_id, m.openid, m.nickname, s.staff_id, s.role, s.name, s.store_id
  from members m
  left join staff s on s.shop_id = m.shop_id and s.member_id = m.member_id and s.left_at is null
  where m.shop_id = p_shop and m.openid = p_openid;
end $$;

-- What prices, shows and earns commission for SKUs; unknown ids are not among them. One SKU at a time, so that
-- each is five look-ups by key; for an array the planner would read whole tables.
create function sku_facts(p_shop uuid, p_skus uuid[])
returns table (
  sku_id uuid, product_id uuid, template_id uuid, title text, spec_values text[], picture_url text,
  first_picture text, price_fen bigint, market_fen bigint, weight_grams int, on_sale boolean, state text,
  rate_bp int, category_rate_bp int, on_hand int, template_name text, terms jsonb
)
language plpgsql stable rows 3 as $$
#variable_conflict use_column
declare
  v_sku uuid;
begin
  foreach v_sku in array p_skus loop
    return query
    select s.sku_id, s.product_id, p.template_id, p.title, s.spec_values, s.picture_url, p.pictures[1],
      s.price_fen, s.market_fen, s.weight_grams, s.on_sale, p.state, p.rate_bp, c.rate_bp, k.on_hand, t.name, t.terms
    from skus s
    join products p on p.shop_id = s.shop_id and p.product_id = s.product_id
    join categories c on c.shop_id = p.shop_id and c.category_id = p.category_id
    join stock k on k.shop_id = s.shop_id and k.sku_id = s.sku_id
    join freight_templates t on t.shop_id = p.shop_id and t.template_id = p.template_id
    where s.shop_id = p_shop and s.sku_id = v_sku;
  end loop;
end $$;

-- The cards of working guides that a member opened between two instants, as herself and as the visitor she
-- was before she joined, newest first, at most 20; of one guide when p_guide is given.
create function guide_touches(p_shop uuid, p_member uuid, p_from bigint, p_to bigint, p_guide uuid)
returns table (touch_id uuid, guide_id uuid, store_id uuid, rate_bp int, share_id text, touched_at bigint)
language plpgsql stable rows 5 as $$
#variable_conflict use_column
begin
  return query
  select t.touch_id, t.guide_id, g.store_id, g.rate_bp, t.share_id, t.touched_at
  from (
    select * from touches t1
    where t1.shop_id = p_shop and t1.member_id = p_member and t1.touched_at > p_from and t1.touched_at <= p_to
    union all
    select t2.* from visitor_joins j
    join touches t2 on t2.shop_id = j.shop_id and t2.visitor_id = j.visitor_id
    where j.shop_id = p_shop and j.member_id = p_member and t2.member_id is null
      and t2.touched_at > p_from and t2.touched_at <= p_to
  ) t
  join staff g on g.shop_id = t.shop_id and g.staff_id = t.guide_id and g.left_at is null
  where p_guide is null or t.guide_id = p_guide
  order by t.touched_at desc, t.touch_id desc
  limit 20;
end $$;

-- A member's binding as it stands, with the guide's store and rate of today; these are null when she left.
create function binding_of(p_shop uuid, p_member uuid)
returns table (turn int, guide_id uuid, bound_at bigint, store_id uuid, rate_bp int)
language plpgsql stable rows 1 as $$
#variable_conflict use_column
begin
  return query
  select b.turn, b.guide_id, b.bound_at, g.store_id, g.rate_bp
  from bindings b
  left join staff g on g.shop_id = b.shop_id and g.staff_id = b.guide_id and g.left_at is null
  where b.shop_id = p_shop and b.member_id = p_member
  order by b.turn desc
  limit 1;
end $$;

-- All that an order depends on, in one answer: the goods, the address (null unless it is this member's), the
-- guides' cards that she opened, and her binding. Keys are column names.
create function order_facts(
  p_shop uuid, p_member uuid, p_skus uuid[], p_address uuid, p_from bigint, p_to bigint
) returns jsonb language plpgsql stable as $$
declare
  v_goods jsonb;
  v_address jsonb;
  v_touches jsonb;
  v_bound jsonb;
begin
  select coalesce(jsonb_agg(to_jsonb(f)), '[]') into v_goods from sku_facts(p_shop, p_skus) f;
  select to_jsonb(a) into v_address from addresses a
  where a.shop_id = p_shop and a.member_id = p_member and a.address_id = p_address and a.removed_at is null;
  select coalesce(jsonb_agg(to_jsonb(t) order by t.touched_at desc, t.touch_id desc), '[]') into v_touches
  from guide_touches(p_shop, p_member, p_from, p_to, null) t;
  select to_jsonb(b) into v_bound from binding_of(p_shop, p_member) b;
  return jsonb_build_object('goods', v_goods, 'address', v_address, 'touches', v_touches, 'bound', v_bound);
end $$;
