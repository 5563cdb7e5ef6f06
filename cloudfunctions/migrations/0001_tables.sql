-- The shop's tables. shop_id stands first in every key; ids are UUIDv7 made by the program; instants are
-- milliseconds since 1970 in bigint columns named *_at; amounts are fen in bigint columns named *_fen.

create table shops (
  shop_id uuid primary key,
  name text not null,
  slogan text not null default '',
  theme text not null default 'vermilion',
  offset_minutes int not null default 480,
  settings jsonb not null default '{}',
  created_at bigint not null
);

create table members (
  shop_id uuid not null references shops,
  member_id uuid not null,
  openid text not null,
  nickname text not null default '',
  avatar_url text not null default '',
  phone_sealed text,
  phone_mask text,
  joined_at bigint not null,
  last_seen_at bigint not null,
  primary key (shop_id, member_id),
  unique (shop_id, openid)
);
create index members_joined on members (shop_id, joined_at);

create table addresses (
  shop_id uuid not null,
  address_id uuid not null,
  member_id uuid not null,
  contact_sealed text not null,
  name_mask text not null,
  phone_mask text not null,
  province text not null,
  city text not null,
  district text not null,
  region_code text not null,
  is_default boolean not null default false,
  removed_at bigint,
  saved_at bigint not null,
  primary key (shop_id, address_id),
  foreign key (shop_id, member_id) references members
);
create index addresses_of_member on addresses (shop_id, member_id) where removed_at is null;

create table stores (
  shop_id uuid not null references shops,
  store_id uuid not null,
  name text not null,
  city text not null,
  address text not null,
  phone text not null default '',
  hours text not null default '',
  picture_url text not null default '',
  position int not null default 0,
  open boolean not null default true,
  primary key (shop_id, store_id)
);

create table staff (
  shop_id uuid not null,
  staff_id uuid not null,
  member_id uuid not null,
  store_id uuid not null,
  role text not null check (role in ('guide', 'manager')),
  name text not null,
  title text not null default '',
  greeting text not null default '',
  avatar_url text not null default '',
  rate_bp int not null default 0 check (rate_bp between 0 and 5000),
  joined_at bigint not null,
  left_at bigint,
  primary key (shop_id, staff_id),
  foreign key (shop_id, member_id) references members,
  foreign key (shop_id, store_id) references stores
);
create unique index staff_of_member on staff (shop_id, member_id) where left_at is null;
create index staff_of_store on staff (shop_id, store_id);

create table categories (
  shop_id uuid not null references shops,
  category_id uuid not null,
  parent_id uuid,
  trade text not null,
  name text not null,
  picture_url text not null default '',
  rate_bp int not null default 0 check (rate_bp between 0 and 5000),
  position int not null default 0,
  primary key (shop_id, category_id),
  foreign key (shop_id, parent_id) references categories (shop_id, category_id)
);

create table freight_templates (
  shop_id uuid not null references shops,
  template_id uuid not null,
  name text not null,
  terms jsonb not null,
  primary key (shop_id, template_id)
);

create table products (
  shop_id uuid not null,
  product_id uuid not null,
  category_id uuid not null,
  template_id uuid not null,
  title text not null,
  subtitle text not null default '',
  tags text[] not null default '{}',
  pictures text[] not null,
  card_url text not null,
  spec_names text[] not null,
  details jsonb not null default '{}',
  state text not null check (state in ('on', 'off', 'by_link')),
  rate_bp int check (rate_bp between 0 and 5000),
  price_fen bigint not null,
  market_fen bigint,
  sold_count int not null default 0,
  heat int not null default 0,
  words tsvector not null,
  listed_at bigint not null,
  primary key (shop_id, product_id),
  foreign key (shop_id, category_id) references categories,
  foreign key (shop_id, template_id) references freight_templates
);
create index products_words on products using gin (words);
create index products_new on products (shop_id, listed_at desc, product_id) where state = 'on';
create index products_hot on products (shop_id, heat desc, product_id) where state = 'on';
create index products_of_category on products (shop_id, category_id, heat desc, product_id) where state = 'on';

create table skus (
  shop_id uuid not null,
  sku_id uuid not null,
  product_id uuid not null,
  code text not null,
  spec_values text[] not null,
  picture_url text not null default '',
  price_fen bigint not null check (price_fen > 0),
  market_fen bigint,
  cost_fen bigint not null check (cost_fen >= 0),
  floor_fen bigint not null check (floor_fen >= 0),
  weight_grams int not null check (weight_grams >= 0),
  position int not null default 0,
  on_sale boolean not null default true,
  primary key (shop_id, sku_id),
  foreign key (shop_id, product_id) references products,
  unique (shop_id, code)
);
create index skus_of_product on skus (shop_id, product_id);

create table stock (
  shop_id uuid not null,
  sku_id uuid not null,
  received int not null,
  on_hand int not null check (on_hand >= 0),
  held int not null default 0 check (held >= 0),
  sold int not null default 0 check (sold >= 0),
  primary key (shop_id, sku_id),
  foreign key (shop_id, sku_id) references skus,
  check (received = on_hand + held + sold)
) with (fillfactor = 70);

create table home_blocks (
  shop_id uuid not null references shops,
  block_id uuid not null,
  kind text not null check (kind in ('banner')),
  position int not null,
  content jsonb not null,
  primary key (shop_id, block_id)
);

create table shares (
  shop_id uuid not null references shops,
  share_id text not null check (share_id ~ '^[0-9A-Za-z]{20}$'),
  sharer_id uuid,
  guide_id uuid,
  store_id uuid,
  channel text not null,
  target_kind text not null check (target_kind in ('home', 'product')),
  target_id uuid,
  parent_id text,
  made_at bigint not null,
  primary key (shop_id, share_id),
  foreign key (shop_id, sharer_id) references members (shop_id, member_id),
  foreign key (shop_id, guide_id) references staff (shop_id, staff_id),
  foreign key (shop_id, parent_id) references shares (shop_id, share_id)
);
create index shares_of_guide on shares (shop_id, guide_id, made_at desc);
create unique index shares_reused on shares
  (shop_id, sharer_id, channel, target_kind, target_id, parent_id) nulls not distinct;

create table touches (
  shop_id uuid not null references shops,
  touch_id uuid not null,
  share_id text,
  guide_id uuid,
  member_id uuid,
  visitor_id uuid,
  scene int not null,
  channel text not null,
  group_id text,
  touched_at bigint not null,
  primary key (shop_id, touch_id),
  foreign key (shop_id, share_id) references shares,
  foreign key (shop_id, member_id) references members,
  check (member_id is not null or visitor_id is not null)
);
create index touches_of_member on touches (shop_id, member_id, touched_at desc) where member_id is not null;
create index touches_of_visitor on touches (shop_id, visitor_id, touched_at desc) where visitor_id is not null;
create index touches_of_guide on touches (shop_id, guide_id, touched_at desc) where guide_id is not null;
create index touches_by_time on touches (shop_id, touched_at);

create table visitor_joins (
  shop_id uuid not null references shops,
  visitor_id uuid not null,
  member_id uuid not null,
  joined_at bigint not null,
  primary key (shop_id, visitor_id),
  foreign key (shop_id, member_id) references members
);
create index visitor_joins_of_member on visitor_joins (shop_id, member_id);

-- Append-only: the newest row of a member is her binding; turn orders them without a gap.
create table bindings (
  shop_id uuid not null,
  member_id uuid not null,
  turn int not null,
  guide_id uuid not null,
  store_id uuid not null,
  before_id uuid,
  reason text not null,
  touch_id uuid,
  order_id uuid,
  bound_at bigint not null,
  primary key (shop_id, member_id, turn),
  foreign key (shop_id, member_id) references members,
  foreign key (shop_id, guide_id) references staff (shop_id, staff_id)
);
create index bindings_of_guide on bindings (shop_id, guide_id, bound_at desc);

create table idempotency_keys (
  shop_id uuid not null,
  member_id uuid not null,
  key text not null,
  deed text not null,
  body_hash text not null,
  result_id uuid not null,
  made_at bigint not null,
  primary key (shop_id, member_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (shop_id, made_at);

create table orders (
  shop_id uuid not null,
  order_id uuid not null,
  number text not null,
  member_id uuid not null,
  state text not null,
  delivery text not null check (delivery in ('express', 'pickup')),
  store_id uuid not null,
  contact_sealed text,
  contact_mask jsonb,
  remark text not null default '',
  goods_fen bigint not null check (goods_fen >= 0),
  discount_fen bigint not null default 0 check (discount_fen >= 0),
  freight_fen bigint not null check (freight_fen >= 0),
  payable_fen bigint not null check (payable_fen >= 0),
  quote jsonb not null,
  credit jsonb not null,
  guide_id uuid,
  share_id text,
  placed_at bigint not null,
  expires_at bigint not null,
  paid_at bigint,
  closed_at bigint,
  close_reason text,
  primary key (shop_id, order_id),
  unique (shop_id, number),
  foreign key (shop_id, member_id) references members,
  check (payable_fen = goods_fen - discount_fen + freight_fen)
) with (fillfactor = 80);
create index orders_of_member on orders (shop_id, member_id, placed_at desc);
create index orders_to_close on orders (shop_id, expires_at) where state = 'unpaid';
create index orders_paid on orders (shop_id, paid_at) where paid_at is not null;
create index orders_of_guide on orders (shop_id, guide_id, placed_at desc) where guide_id is not null;

create table order_lines (
  shop_id uuid not null,
  order_id uuid not null,
  line int not null,
  product_id uuid not null,
  sku_id uuid not null,
  title text not null,
  spec_text text not null,
  picture_url text not null,
  quantity int not null check (quantity > 0),
  unit_fen bigint not null check (unit_fen >= 0),
  paid_fen bigint not null check (paid_fen >= 0),
  primary key (shop_id, order_id, line),
  foreign key (shop_id, order_id) references orders
);

create table order_events (
  shop_id uuid not null,
  order_id uuid not null,
  event_id uuid not null,
  step text not null,
  from_state text,
  to_state text not null,
  actor text not null,
  actor_id uuid,
  reason text not null default '',
  happened_at bigint not null,
  primary key (shop_id, order_id, event_id),
  foreign key (shop_id, order_id) references orders
);

create table payments (
  shop_id uuid not null,
  order_id uuid not null,
  transaction_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  outcome text not null check (outcome in ('paid', 'reopened', 'refunding')),
  paid_at bigint not null,
  recorded_at bigint not null,
  primary key (shop_id, transaction_id),
  foreign key (shop_id, order_id) references orders
);
create index payments_of_order on payments (shop_id, order_id);
create index payments_by_time on payments (shop_id, recorded_at);

-- What WeChat said that could not be believed or used; for people to look at.
create table payment_doubts (
  shop_id uuid not null,
  doubt_id uuid not null,
  number text not null,
  transaction_id text not null,
  problem text not null,
  facts jsonb not null,
  noticed_at bigint not null,
  primary key (shop_id, doubt_id),
  unique (shop_id, transaction_id, problem)
);

create table refunds (
  shop_id uuid not null,
  refund_id uuid not null,
  order_id uuid not null,
  transaction_id text not null,
  number text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('wanted', 'processing', 'done', 'failed')),
  reason text not null,
  tries int not null default 0,
  next_try_at bigint not null,
  wanted_at bigint not null,
  done_at bigint,
  primary key (shop_id, refund_id),
  unique (shop_id, number),
  foreign key (shop_id, order_id) references orders
);
create index refunds_by_time on refunds (shop_id, done_at) where state = 'done';
create index refunds_of_order on refunds (shop_id, order_id);
create index refunds_due on refunds (shop_id, next_try_at) where state in ('wanted', 'processing');

-- Append-only: pending at payment, settled on completion, negative on refund; each cause once.
create table commission_entries (
  shop_id uuid not null,
  entry_id uuid not null,
  order_id uuid not null,
  guide_id uuid not null,
  cause text not null,
  part text not null check (part in ('sale', 'service')),
  state text not null check (state in ('pending', 'settled', 'reversed')),
  base_fen bigint not null,
  amount_fen bigint not null,
  made_at bigint not null,
  primary key (shop_id, entry_id),
  unique (shop_id, order_id, guide_id, part, cause),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, guide_id) references staff (shop_id, staff_id)
);
create index commission_of_guide on commission_entries (shop_id, guide_id, made_at desc);

create table outbox (
  shop_id uuid not null,
  event_id uuid not null,
  name text not null,
  payload jsonb not null,
  happened_at bigint not null,
  next_try_at bigint not null,
  tries int not null default 0,
  primary key (shop_id, event_id)
);
create index outbox_due on outbox (shop_id, next_try_at);

create table notices (
  shop_id uuid not null,
  notice_id uuid not null,
  member_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  order_id uuid,
  made_at bigint not null,
  primary key (shop_id, notice_id),
  foreign key (shop_id, member_id) references members
);
create index notices_of_member on notices (shop_id, member_id, made_at desc);
