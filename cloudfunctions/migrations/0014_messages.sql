-- Messages that leave the shop. Every one goes through one gate, and what the gate refused is kept with the reason.

-- What a member said of messages; locked while one to her is decided, so that no two pass a cap together.
create table message_members (
  shop_id uuid not null,
  member_id uuid not null,
  marketing_off boolean not null default false,
  saved_at bigint not null,
  primary key (shop_id, member_id),
  foreign key (shop_id, member_id) references members
);

-- How many subscribe messages of a template a member still accepts: the sum of her entries, which only grow.
create table message_quotas (
  shop_id uuid not null,
  member_id uuid not null,
  template_id text not null,
  left_count int not null check (left_count >= 0),
  primary key (shop_id, member_id, template_id),
  foreign key (shop_id, member_id) references members
);

-- accept +1, reject 0, send -1, return +1 (WeChat did not take it), zero (WeChat says that none is left).
create table message_quota_entries (
  shop_id uuid not null,
  entry_id uuid not null,
  member_id uuid not null,
  template_id text not null,
  change int not null,
  cause text not null check (cause in ('accept', 'reject', 'send', 'return', 'zero')),
  cause_id text not null,
  made_at bigint not null,
  primary key (shop_id, entry_id),
  unique (shop_id, member_id, template_id, cause, cause_id),
  foreign key (shop_id, member_id) references members
);

create table messages (
  shop_id uuid not null,
  message_id uuid not null,
  member_id uuid not null,
  channel text not null check (channel in ('subscribe', 'service', 'sms')),
  kind text not null,
  marketing boolean not null,
  -- The words that the template needs, by their names.
  data jsonb not null,
  page text not null,
  cause_id text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'failed')),
  reason text,
  -- The template that it went by, once one was taken for it.
  template_id text,
  tries int not null default 0,
  next_try_at bigint not null,
  good_until bigint,
  made_at bigint not null,
  taken_at bigint,
  ended_at bigint,
  primary key (shop_id, message_id),
  unique (shop_id, member_id, kind, cause_id),
  foreign key (shop_id, member_id) references members
);
create index messages_due on messages (shop_id, next_try_at) where state in ('waiting', 'sending');
create index messages_capped on messages (shop_id, member_id, taken_at) where marketing;
create index messages_ended on messages (shop_id, ended_at) where ended_at is not null;
