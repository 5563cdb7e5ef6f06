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
