-- Refunds that end, and the daily bill that every fen of WeChat Pay is compared with.

-- What WeChat last said against a refund (its own code, or why there was no answer), when it took the refund (its
-- clock: the day of the bill), and when people were last told that it is stuck.
alter table refunds
  add column fault text,
  add column accepted_at bigint,
  add column alarmed_at bigint;
-- Refunds of before: WeChat's own instant was not kept, and the end is the nearest that is known.
update refunds set accepted_at = coalesce(done_at, wanted_at) where state in ('processing', 'done', 'failed');
create index refunds_of_payment on refunds (shop_id, transaction_id);
create index refunds_accepted on refunds (shop_id, accepted_at) where accepted_at is not null;
create index refunds_open on refunds (shop_id, wanted_at) where state <> 'done';
drop index refunds_due;
create index refunds_due on refunds (shop_id, next_try_at) where state in ('wanted', 'processing', 'failed');

-- Numbers that WeChat closed without paying back. The refund goes on under a new number; a bill of before
-- still has the old one.
create table refund_closings (
  shop_id uuid not null,
  number text not null,
  refund_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  accepted_at bigint,
  closed_at bigint not null,
  primary key (shop_id, number),
  foreign key (shop_id, refund_id) references refunds
);

-- Whatever writes a refund: it belongs to money that came by WeChat Pay for its order, and the refunds of one
-- payment never sum to more than came. The payment's row is locked, so that two refunds at once see each other.
create function refund_within_payment() returns trigger language plpgsql as $$
declare
  v_payment payments%rowtype;
  v_before bigint;
begin
  select * into v_payment from payments
  where shop_id = new.shop_id and transaction_id = new.transaction_id for update;
  if not found or v_payment.method <> 'wechat' or v_payment.order_id <> new.order_id then
    raise exception 'a refund without its payment' using errcode = 'SK008', detail = new.number;
  end if;
  select coalesce(sum(amount_fen), 0) into v_before from refunds
  where shop_id = new.shop_id and transaction_id = new.transaction_id and refund_id <> new.refund_id;
  if v_before + new.amount_fen > v_payment.amount_fen then
    raise exception 'refunds over what was paid' using errcode = 'SK008', detail = new.number;
  end if;
  return new;
end $$;
create trigger refund_within_payment before insert or update of amount_fen, transaction_id, order_id on refunds
for each row execute function refund_within_payment();

-- One row for each day whose bill was asked for, by the calendar of WeChat Pay (UTC+8). Counts are of rows.
create table bills (
  shop_id uuid not null,
  day date not null,
  state text not null check (state in ('waiting', 'compared')),
  tries int not null default 0,
  next_try_at bigint not null,
  fault text,
  payments int not null default 0,
  paid_fen bigint not null default 0,
  refunds int not null default 0,
  refunded_fen bigint not null default 0,
  matched int not null default 0,
  differences int not null default 0,
  compared_at bigint,
  primary key (shop_id, day)
);
create index bills_due on bills (shop_id, next_try_at) where state = 'waiting';

-- Rows in which a day's bill and the shop's books differ. An amount is null where there is no such row;
-- `problem` is what the shop noted when it would not believe the money.
create table bill_differences (
  shop_id uuid not null,
  day date not null,
  turn int not null,
  kind text not null check (kind in ('missing_here', 'missing_there', 'amount_differs')),
  about text not null check (about in ('payment', 'refund')),
  number text not null,
  trade_number text not null,
  bill_fen bigint,
  shop_fen bigint,
  problem text,
  primary key (shop_id, day, turn),
  foreign key (shop_id, day) references bills
);
