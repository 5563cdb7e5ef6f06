-- After-sales: rows of their own, per line and quantity, that do not move the order. And stored value that went back,
-- by order, so that net revenue can count it.

create table after_sales (
  shop_id uuid not null,
  after_sale_id uuid not null,
  order_id uuid not null,
  member_id uuid not null,
  -- The order's guide, who sees it and helps.
  guide_id uuid,
  kind text not null check (kind in ('refund_only', 'return_refund', 'exchange')),
  state text not null check (state in ('asked', 'agreed', 'returned', 'received', 'sent', 'refunding', 'done', 'refused',
    'withdrawn', 'lapsed')),
  -- A word of the list that its kind has, and the shopper's own words and pictures.
  reason text not null,
  words text not null default '',
  picture_ids uuid[] not null default '{}' check (cardinality(picture_ids) <= 6),
  opened_by text not null check (opened_by in ('shopper', 'manager')),
  -- It was refused and asked again, which is done once.
  escalated boolean not null default false,
  -- Why the shop refused, when, and until when it may be asked again.
  refusal text,
  again_until bigint,
  -- What comes back: as foreseen, and as it came once `refunded_at` is there.
  back jsonb not null,
  refunded_at bigint,
  -- The payments room's refund of the part that WeChat Pay sends back.
  wechat_refund_id uuid,
  -- The parcel that comes back, and the one that the shop sends in exchange.
  return_carrier text,
  return_number text,
  sent_carrier text,
  sent_number text,
  -- Whether what came back may be sold again; null before the shop saw it.
  restock boolean,
  asked_at bigint not null,
  -- When somebody's time to act is over, and the clock acts; null where nothing is due.
  due_at bigint,
  -- Where it stands in the shop's lists: by what is due, or else by when it came there.
  turn_at bigint not null,
  ended_at bigint,
  primary key (shop_id, after_sale_id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, member_id) references members,
  check ((ended_at is null) = (state not in ('done', 'refused', 'withdrawn', 'lapsed')))
);
create index after_sales_of_order on after_sales (shop_id, order_id);
create index after_sales_of_member on after_sales (shop_id, member_id, asked_at desc, after_sale_id desc);
create index after_sales_of_guide on after_sales (shop_id, guide_id, asked_at desc, after_sale_id desc)
  where guide_id is not null;
create index after_sales_by_state on after_sales (shop_id, state, turn_at, after_sale_id);
create index after_sales_ended on after_sales (shop_id, turn_at desc, after_sale_id desc)
  where state in ('done', 'refused', 'withdrawn', 'lapsed');
create index after_sales_due on after_sales (shop_id, due_at) where due_at is not null;
create unique index after_sales_by_refund on after_sales (shop_id, wechat_refund_id) where wechat_refund_id is not null;

create table after_sale_lines (
  shop_id uuid not null,
  after_sale_id uuid not null,
  order_id uuid not null,
  line int not null,
  quantity int not null check (quantity > 0),
  -- How many of the units had not been sent when it was asked.
  unsent int not null check (unsent between 0 and quantity),
  -- What the shopper gets in exchange.
  to_sku_id uuid,
  to_spec_text text not null default '',
  primary key (shop_id, after_sale_id, line),
  foreign key (shop_id, after_sale_id) references after_sales,
  foreign key (shop_id, order_id, line) references order_lines,
  foreign key (shop_id, to_sku_id) references skus
);

-- Append-only: who, when, from, to and why. Notes change no state.
create table after_sale_events (
  shop_id uuid not null,
  event_id uuid not null,
  after_sale_id uuid not null,
  step text not null,
  from_state text,
  to_state text not null,
  actor text not null check (actor in ('shopper', 'guide', 'manager', 'wechat', 'timer')),
  actor_id uuid,
  reason text not null default '',
  happened_at bigint not null,
  primary key (shop_id, event_id),
  foreign key (shop_id, after_sale_id) references after_sales
);
create index after_sale_events_of on after_sale_events (shop_id, after_sale_id, happened_at, event_id);

-- Stored value that an order's refund returned, principal alone: of what the shop had given nobody's money goes back.
-- It is back at once.
create table stored_refunds (
  shop_id uuid not null,
  refund_id uuid not null,
  order_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  done_at bigint not null,
  primary key (shop_id, refund_id),
  foreign key (shop_id, order_id) references orders
);
create index stored_refunds_by_time on stored_refunds (shop_id, done_at);
create index stored_refunds_of_order on stored_refunds (shop_id, order_id);
