-- Promotions, coupons, points, levels and stored value. What was promised is never changed: promotions and
-- batches are made, stopped and copied; ledgers only grow. Counters that many orders touch stand in rows of
-- their own, so that the terms beside them are never locked.

alter table members add column birthday date;

-- Marks that people of the shop gave a member; offers may be for those who carry one.
create table member_tags (
  shop_id uuid not null,
  member_id uuid not null,
  tag text not null,
  made_at bigint not null,
  primary key (shop_id, member_id, tag),
  foreign key (shop_id, member_id) references members
);

create table promotions (
  shop_id uuid not null references shops,
  promotion_id uuid not null,
  kind text not null check (kind in ('flash', 'exchange', 'timed', 'member', 'bundle', 'nth', 'off', 'rate',
    'gift', 'add_on', 'free_freight')),
  name text not null,
  priority int not null,
  scope jsonb not null,
  audience jsonb not null,
  terms jsonb not null,
  with_promotions boolean not null,
  with_coupons boolean not null,
  budget_fen bigint check (budget_fen > 0),
  use_limit int check (use_limit > 0),
  member_limit int check (member_limit > 0),
  starts_at bigint not null,
  ends_at bigint not null,
  stopped_at bigint,
  made_by uuid not null,
  made_at bigint not null,
  primary key (shop_id, promotion_id),
  check (ends_at > starts_at)
);
create index promotions_live on promotions (shop_id, ends_at) where stopped_at is null;
create index promotions_by_age on promotions (shop_id, made_at desc, promotion_id desc);

-- Counts up whenever a promotion is made or stopped, so that what read them before knows whether to read again.
create table promotion_versions (
  shop_id uuid primary key references shops,
  version bigint not null
);

-- Goods of 秒杀 and 积分兑换 (with stock of their own), of 满赠 and 加价购 (without).
create table promotion_goods (
  shop_id uuid not null,
  promotion_id uuid not null,
  sku_id uuid not null,
  price_fen bigint not null check (price_fen >= 0),
  points int not null default 0 check (points >= 0),
  pieces int check (pieces > 0),
  held int not null default 0 check (held >= 0),
  sold int not null default 0 check (sold >= 0),
  primary key (shop_id, promotion_id, sku_id),
  foreign key (shop_id, promotion_id) references promotions,
  foreign key (shop_id, sku_id) references skus,
  check (pieces is null or held + sold <= pieces)
) with (fillfactor = 70);
create index promotion_goods_of_sku on promotion_goods (shop_id, sku_id);

-- What a promotion with limits has given, held and used alike; the limits are checked where the row is locked.
create table promotion_tallies (
  shop_id uuid not null,
  promotion_id uuid not null,
  spent_fen bigint not null default 0 check (spent_fen >= 0),
  uses int not null default 0 check (uses >= 0),
  primary key (shop_id, promotion_id),
  foreign key (shop_id, promotion_id) references promotions
) with (fillfactor = 70);

-- What one member had of a promotion that limits members.
create table promotion_members (
  shop_id uuid not null,
  promotion_id uuid not null,
  member_id uuid not null,
  uses int not null default 0 check (uses >= 0),
  pieces int not null default 0 check (pieces >= 0),
  primary key (shop_id, promotion_id, member_id),
  foreign key (shop_id, promotion_id) references promotions
);

-- Which orders a promotion served, and what it gave each.
create table promotion_uses (
  shop_id uuid not null,
  order_id uuid not null,
  promotion_id uuid not null,
  member_id uuid not null,
  fen bigint not null check (fen >= 0),
  state text not null check (state in ('held', 'used', 'returned')),
  used_at bigint not null,
  primary key (shop_id, order_id, promotion_id),
  foreign key (shop_id, promotion_id) references promotions
);
create index promotion_uses_of_promotion on promotion_uses (shop_id, promotion_id, used_at);

create table coupon_batches (
  shop_id uuid not null references shops,
  batch_id uuid not null,
  name text not null,
  terms jsonb not null,
  threshold_fen bigint not null check (threshold_fen >= 0),
  scope jsonb not null,
  audience jsonb not null,
  validity jsonb not null,
  giving jsonb not null,
  total int not null check (total > 0),
  per_member int not null check (per_member > 0),
  per_day int check (per_day > 0),
  budget_fen bigint check (budget_fen > 0),
  opens_at bigint not null,
  closes_at bigint not null,
  stopped_at bigint,
  made_by uuid not null,
  made_at bigint not null,
  primary key (shop_id, batch_id),
  check (closes_at > opens_at)
);
create index coupon_batches_by_age on coupon_batches (shop_id, made_at desc, batch_id desc);
create index coupon_batches_open on coupon_batches (shop_id, closes_at) where stopped_at is null;

create table coupon_tallies (
  shop_id uuid not null,
  batch_id uuid not null,
  claimed int not null default 0 check (claimed >= 0),
  spent_fen bigint not null default 0 check (spent_fen >= 0),
  primary key (shop_id, batch_id),
  foreign key (shop_id, batch_id) references coupon_batches
) with (fillfactor = 70);

-- How many of a batch one member took, and how many of them on her latest day.
create table coupon_members (
  shop_id uuid not null,
  batch_id uuid not null,
  member_id uuid not null,
  claimed int not null,
  day text not null,
  on_day int not null,
  primary key (shop_id, batch_id, member_id),
  foreign key (shop_id, batch_id) references coupon_batches
);

create table coupons (
  shop_id uuid not null,
  coupon_id uuid not null,
  batch_id uuid not null,
  member_id uuid not null,
  state text not null check (state in ('available', 'held', 'used', 'expired', 'void')),
  -- Where it came from, such as claim, code, guide, packet or an event; each cause gives once.
  source text not null,
  cause text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  given_at bigint not null,
  order_id uuid,
  reminded_at bigint,
  primary key (shop_id, coupon_id),
  unique (shop_id, batch_id, member_id, source, cause),
  foreign key (shop_id, batch_id) references coupon_batches,
  foreign key (shop_id, member_id) references members,
  check ((state in ('held', 'used')) = (order_id is not null)),
  check (ends_at > starts_at)
);
create index coupons_of_member on coupons (shop_id, member_id, ends_at) where state in ('available', 'held');
create index coupons_over on coupons (shop_id, member_id, given_at desc) where state not in ('available', 'held');
create index coupons_of_batch on coupons (shop_id, batch_id, state);
create index coupons_of_order on coupons (shop_id, order_id) where order_id is not null;
create index coupons_ending on coupons (shop_id, ends_at) where state = 'available';

-- Append-only: what happened to each coupon, and by which order.
create table coupon_steps (
  shop_id uuid not null,
  step_id uuid not null,
  coupon_id uuid not null,
  step text not null check (step in ('give', 'hold', 'return', 'use', 'expire', 'void')),
  order_id uuid,
  happened_at bigint not null,
  primary key (shop_id, step_id),
  foreign key (shop_id, coupon_id) references coupons
);
create index coupon_steps_of_coupon on coupon_steps (shop_id, coupon_id);

create table coupon_codes (
  shop_id uuid not null,
  code text not null,
  batch_id uuid not null,
  made_at bigint not null,
  coupon_id uuid,
  primary key (shop_id, code),
  foreign key (shop_id, batch_id) references coupon_batches
);
create index coupon_codes_of_batch on coupon_codes (shop_id, batch_id);

create table coupon_packets (
  shop_id uuid not null,
  packet_id text not null check (packet_id ~ '^[0-9A-Za-z]{20}$'),
  batch_id uuid not null,
  owner_id uuid not null,
  order_id uuid not null,
  pieces int not null check (pieces > 0),
  taken int not null default 0 check (taken between 0 and pieces),
  made_at bigint not null,
  ends_at bigint not null,
  primary key (shop_id, packet_id),
  unique (shop_id, order_id, batch_id),
  foreign key (shop_id, batch_id) references coupon_batches,
  foreign key (shop_id, owner_id) references members (shop_id, member_id)
);
create index coupon_packets_of_owner on coupon_packets (shop_id, owner_id, made_at desc);

-- What a member has: points (below zero after a refund took back what she had spent), growth and level.
-- The balance is kept beside its ledger in the same transaction; this row is what is locked first.
create table points_accounts (
  shop_id uuid not null,
  member_id uuid not null,
  points bigint not null default 0,
  growth bigint not null default 0,
  level int not null default 0 check (level >= 0),
  -- Until when the level is kept; then the growth of the year decides.
  level_until bigint,
  primary key (shop_id, member_id),
  foreign key (shop_id, member_id) references members
) with (fillfactor = 80);
create index points_accounts_level_ends on points_accounts (shop_id, level_until) where level_until is not null;

-- Points that came together and end together; `remaining` is what nobody spent yet.
create table points_buckets (
  shop_id uuid not null,
  bucket_id uuid not null,
  member_id uuid not null,
  points int not null check (points > 0),
  remaining int not null check (remaining between 0 and points),
  earned_at bigint not null,
  ends_at bigint not null,
  reminded_at bigint,
  primary key (shop_id, bucket_id),
  foreign key (shop_id, member_id) references members
) with (fillfactor = 80);
create index points_buckets_of_member on points_buckets (shop_id, member_id, ends_at, earned_at, bucket_id) where remaining > 0;
create index points_buckets_ending on points_buckets (shop_id, ends_at) where remaining > 0;

-- Append-only and double-entry: every row moves points from one account to another. `member` is hers to
-- spend; `held` waits for a payment; `shop` gives and takes; `spent` and `expired` are gone.
create table points_entries (
  shop_id uuid not null,
  entry_id uuid not null,
  member_id uuid not null,
  from_account text not null check (from_account in ('member', 'held', 'shop', 'spent', 'expired')),
  to_account text not null check (to_account in ('member', 'held', 'shop', 'spent', 'expired')),
  points int not null check (points > 0),
  bucket_id uuid,
  cause text not null,
  cause_id text not null,
  made_at bigint not null,
  primary key (shop_id, entry_id),
  foreign key (shop_id, member_id) references members,
  check (from_account <> to_account)
);
create index points_entries_of_member on points_entries (shop_id, member_id, made_at desc, entry_id desc);
create index points_entries_of_cause on points_entries (shop_id, member_id, cause_id);
-- What the shop gives or takes has each cause once; what is held may come back and be held again.
create unique index points_entries_once on points_entries (shop_id, member_id, cause_id, cause, to_account, bucket_id)
  nulls not distinct where from_account = 'shop' or to_account = 'shop';

-- Append-only: growth earned, each cause once.
create table growth_entries (
  shop_id uuid not null,
  entry_id uuid not null,
  member_id uuid not null,
  growth int not null,
  cause text not null,
  cause_id text not null,
  made_at bigint not null,
  primary key (shop_id, entry_id),
  unique (shop_id, member_id, cause, cause_id),
  foreign key (shop_id, member_id) references members
);
create index growth_entries_of_member on growth_entries (shop_id, member_id, made_at);

-- Append-only: every change of level with its reason.
create table level_changes (
  shop_id uuid not null,
  change_id uuid not null,
  member_id uuid not null,
  from_level int not null,
  to_level int not null,
  reason text not null check (reason in ('reached', 'kept', 'fell')),
  changed_at bigint not null,
  primary key (shop_id, change_id),
  foreign key (shop_id, member_id) references members
);
create index level_changes_of_member on level_changes (shop_id, member_id, changed_at desc);

create table sign_ins (
  shop_id uuid not null,
  member_id uuid not null,
  day date not null,
  streak int not null check (streak > 0),
  points int not null check (points >= 0),
  signed_at bigint not null,
  primary key (shop_id, member_id, day),
  foreign key (shop_id, member_id) references members
);

create table wallets (
  shop_id uuid not null,
  member_id uuid not null,
  principal_fen bigint not null default 0 check (principal_fen >= 0),
  gift_fen bigint not null default 0 check (gift_fen >= 0),
  primary key (shop_id, member_id),
  foreign key (shop_id, member_id) references members
) with (fillfactor = 80);

-- Append-only and double-entry, principal and gift apart; accounts as for points.
create table wallet_entries (
  shop_id uuid not null,
  entry_id uuid not null,
  member_id uuid not null,
  purse text not null check (purse in ('principal', 'gift')),
  from_account text not null check (from_account in ('member', 'held', 'shop', 'spent')),
  to_account text not null check (to_account in ('member', 'held', 'shop', 'spent')),
  fen bigint not null check (fen > 0),
  cause text not null,
  cause_id text not null,
  made_at bigint not null,
  primary key (shop_id, entry_id),
  foreign key (shop_id, member_id) references members,
  check (from_account <> to_account)
);
create index wallet_entries_of_member on wallet_entries (shop_id, member_id, made_at desc, entry_id desc);
create index wallet_entries_of_cause on wallet_entries (shop_id, member_id, cause_id);
create unique index wallet_entries_once on wallet_entries (shop_id, member_id, cause_id, cause, purse)
  where from_account in ('shop', 'spent') or to_account = 'shop';

-- Money that a member puts into her wallet; its number is WeChat Pay's out_trade_no and begins with S.
create table recharges (
  shop_id uuid not null,
  recharge_id uuid not null,
  number text not null,
  member_id uuid not null,
  principal_fen bigint not null check (principal_fen > 0),
  gift_fen bigint not null check (gift_fen >= 0),
  state text not null check (state in ('unpaid', 'paid', 'closed')),
  transaction_id text,
  key text not null,
  made_at bigint not null,
  expires_at bigint not null,
  paid_at bigint,
  primary key (shop_id, recharge_id),
  unique (shop_id, number),
  unique (shop_id, member_id, key),
  foreign key (shop_id, member_id) references members
);
create index recharges_to_close on recharges (shop_id, expires_at) where state = 'unpaid';

-- An order's own part: what it took besides stock, what stored value paid, and what is left for WeChat Pay.
alter table orders
  add column dues jsonb not null default '{}',
  add column points_used int not null default 0 check (points_used >= 0),
  add column stored_principal_fen bigint not null default 0 check (stored_principal_fen >= 0),
  add column stored_gift_fen bigint not null default 0 check (stored_gift_fen >= 0),
  add column due_fen bigint;
update orders set due_fen = payable_fen;
alter table orders
  alter column due_fen set not null,
  add check (due_fen = payable_fen - stored_principal_fen - stored_gift_fen and due_fen >= 0);

-- A gift is a line of its own that costs nothing.
alter table order_lines
  add column list_fen bigint,
  add column kind text not null default 'bought' check (kind in ('bought', 'add_on', 'gift'));

-- Stored value that pays for an order is a payment too.
alter table payments
  add column method text not null default 'wechat' check (method in ('wechat', 'stored'));
