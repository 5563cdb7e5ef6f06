-- How goods reach the shopper: parcels with their way, codes at the counter, and what WeChat is told of it.

create table parcels (
  shop_id uuid not null,
  parcel_id uuid not null,
  order_id uuid not null,
  -- Its place in its order; WeChat takes 15 at most.
  place int not null check (place between 1 and 15),
  -- What was bought, or what replaces it after a claim.
  purpose text not null check (purpose in ('sale', 'exchange')),
  carrier text not null,
  number text not null check (number ~ '^[0-9A-Z-]{6,32}$'),
  corrected_at bigint,
  state text not null default 'waiting'
    check (state in ('waiting', 'collected', 'moving', 'delivering', 'signed', 'trouble')),
  sent_by uuid,
  sent_at bigint not null,
  traced_at bigint,
  -- When the carrier is asked next; null once there is nothing more to hear.
  next_trace_at bigint,
  trace_tries int not null default 0,
  signed_at bigint,
  primary key (shop_id, parcel_id),
  unique (shop_id, order_id, place),
  unique (shop_id, order_id, number),
  foreign key (shop_id, order_id) references orders
);
create index parcels_by_number on parcels (shop_id, number);
create index parcels_to_trace on parcels (shop_id, next_trace_at) where next_trace_at is not null;

create table parcel_units (
  shop_id uuid not null,
  parcel_id uuid not null,
  order_id uuid not null,
  line int not null,
  quantity int not null check (quantity > 0),
  primary key (shop_id, parcel_id, line),
  foreign key (shop_id, parcel_id) references parcels,
  foreign key (shop_id, order_id, line) references order_lines
);

-- What the carrier says of a parcel, as it stands now: each asking replaces it.
create table parcel_traces (
  shop_id uuid not null,
  parcel_id uuid not null,
  step int not null,
  happened_at bigint not null,
  say text not null,
  place text not null default '',
  primary key (shop_id, parcel_id, step),
  foreign key (shop_id, parcel_id) references parcels
);

create table pickups (
  shop_id uuid not null,
  order_id uuid not null,
  store_id uuid not null,
  code text not null check (code ~ '^[0-9]{8}$'),
  state text not null default 'waiting' check (state in ('waiting', 'handed', 'void')),
  made_at bigint not null,
  ready_at bigint,
  ready_by uuid,
  handed_at bigint,
  handed_by uuid,
  primary key (shop_id, order_id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, store_id) references stores,
  check ((state = 'handed') = (handed_at is not null))
);
-- A code means one order as long as it waits; later it may be given again.
create unique index pickups_waiting on pickups (shop_id, code) where state = 'waiting';
create index pickups_of_store on pickups (shop_id, store_id, made_at) where state = 'waiting';

-- How many codes somebody tried since her minute began.
create table pickup_guesses (
  shop_id uuid not null,
  staff_id uuid not null,
  began_at bigint not null,
  guesses int not null,
  primary key (shop_id, staff_id),
  foreign key (shop_id, staff_id) references staff
);

-- What WeChat is to be told of an order that it took the money for. What changed since it was told last is told again.
create table shipping_uploads (
  shop_id uuid not null,
  order_id uuid not null,
  wanted int not null default 1,
  sent int not null default 0,
  -- The fingerprint of what was told last, so that the same is not told twice: WeChat takes one correction.
  told text,
  -- It was told that the goods travel in parts.
  told_split boolean not null default false,
  tries int not null default 0,
  next_try_at bigint not null,
  wanted_at bigint not null,
  sent_at bigint,
  -- What WeChat objected to at the last try.
  problem text,
  primary key (shop_id, order_id),
  foreign key (shop_id, order_id) references orders,
  check (sent between 0 and wanted)
);
create index shipping_uploads_due on shipping_uploads (shop_id, next_try_at) where sent < wanted;

-- Orders that waited at a counter before there were codes.
insert into pickups (shop_id, order_id, store_id, code, made_at)
select shop_id, order_id, store_id,
  lpad(((('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 8))::bit(32)::bigint) % 100000000)::text, 8, '0'),
  paid_at
from orders where state = 'paid' and delivery = 'pickup' and paid_at is not null
on conflict do nothing;

-- Delivery within the city: what a store promises (null: it does not), and the promise of each order.
alter table stores add column city_terms jsonb;
alter table orders drop constraint orders_delivery_check;
alter table orders add check (delivery in ('express', 'pickup', 'city'));

create table city_runs (
  shop_id uuid not null,
  order_id uuid not null,
  store_id uuid not null,
  -- When the goods shall come: within the slot, or so many minutes after they were paid for when it has no start.
  slot_starts_at bigint,
  slot_ends_at bigint,
  minutes int not null check (minutes between 1 and 60),
  -- By when they are promised; known once they are paid for.
  promised_by bigint,
  sent_at bigint,
  sent_by uuid,
  delivered_at bigint,
  delivered_by uuid,
  -- When it was noticed that the promise is broken.
  breached_at bigint,
  primary key (shop_id, order_id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, store_id) references stores,
  check ((slot_starts_at is null) = (slot_ends_at is null)),
  check (delivered_at is null or sent_at is not null)
);
create index city_runs_open on city_runs (shop_id, promised_by) where delivered_at is null and promised_by is not null;

-- Places an order that travels within the city: the order as any other, and its promise, or neither.
create function place_city_order(p jsonb) returns jsonb language plpgsql as $$
declare
  v_placed jsonb := place_order(p);
begin
  if v_placed->>'outcome' = 'placed' then
    insert into city_runs (shop_id, order_id, store_id, slot_starts_at, slot_ends_at, minutes)
    values ((p->>'shopId')::uuid, (p->>'orderId')::uuid, (p->>'storeId')::uuid, (p->'city'->>'startsAt')::bigint,
      (p->'city'->>'endsAt')::bigint, (p->'city'->>'minutes')::int);
  end if;
  return v_placed;
end $$;
