-- Pictures that members upload. A picture shows to others only after WeChat's content check has passed it.

create table pictures (
  shop_id uuid not null,
  picture_id uuid not null,
  member_id uuid not null,
  -- Where the bytes lie: `cloud://…` in the cloud's storage, a path on the host elsewhere.
  file_id text not null,
  bytes int not null check (bytes > 0),
  kind text not null check (kind in ('jpeg', 'png', 'webp')),
  purpose text not null check (purpose in ('after_sale', 'review')),
  state text not null default 'waiting' check (state in ('waiting', 'passed', 'refused')),
  -- The check that was asked for last; its verdict comes under this id.
  trace_id text,
  tries int not null default 0,
  next_try_at bigint not null,
  added_at bigint not null,
  checked_at bigint,
  primary key (shop_id, picture_id),
  unique (shop_id, file_id),
  foreign key (shop_id, member_id) references members
);
create index pictures_to_check on pictures (shop_id, next_try_at) where state = 'waiting';
create unique index pictures_traced on pictures (shop_id, trace_id) where trace_id is not null;

-- How many pictures a member added on a day of the shop's calendar, so that a day's limit holds for any at once.
create table picture_days (
  shop_id uuid not null,
  member_id uuid not null,
  day date not null,
  pictures int not null check (pictures > 0),
  primary key (shop_id, member_id, day),
  foreign key (shop_id, member_id) references members
);
