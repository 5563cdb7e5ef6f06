-- Reviews of what was bought, each line of an order once, and requests for invoices.

create table reviews (
  shop_id uuid not null,
  review_id uuid not null,
  order_id uuid not null,
  line int not null,
  product_id uuid not null,
  member_id uuid not null,
  key text not null,
  spec_text text not null,
  rating int not null check (rating between 1 and 5),
  anonymous boolean not null,
  written_at bigint not null,
  -- Set once the first words passed the check: only then anybody else sees it.
  shown_at bigint,
  reply_text text,
  replied_by uuid,
  replied_at bigint,
  primary key (shop_id, review_id),
  unique (shop_id, order_id, line),
  foreign key (shop_id, order_id, line) references order_lines (shop_id, order_id, line),
  foreign key (shop_id, product_id) references products,
  foreign key (shop_id, member_id) references members,
  check ((reply_text is null) = (replied_at is null))
);
create index reviews_of_product on reviews (shop_id, product_id, shown_at desc, review_id desc)
  where shown_at is not null;
create index reviews_of_member on reviews (shop_id, member_id, written_at desc, review_id desc);
create index reviews_unanswered on reviews (shop_id, shown_at desc, review_id desc)
  where shown_at is not null and replied_at is null;

-- What was written at first, and what was added later: each is checked before it is shown.
create table review_parts (
  shop_id uuid not null,
  review_id uuid not null,
  part text not null check (part in ('first', 'more')),
  words text not null,
  picture_ids uuid[] not null default '{}',
  state text not null check (state in ('checking', 'doubtful', 'shown', 'refused')),
  tries int not null default 0,
  next_try_at bigint not null,
  written_at bigint not null,
  decided_by uuid,
  decided_at bigint,
  primary key (shop_id, review_id, part),
  foreign key (shop_id, review_id) references reviews
);
create index review_parts_due on review_parts (shop_id, next_try_at) where state = 'checking';
create index review_parts_doubtful on review_parts (shop_id, written_at) where state = 'doubtful';

-- What a product's shown reviews come to.
create table review_tallies (
  shop_id uuid not null,
  product_id uuid not null,
  reviews int not null default 0,
  rating_sum int not null default 0,
  good int not null default 0,
  bad int not null default 0,
  pictured int not null default 0,
  primary key (shop_id, product_id),
  foreign key (shop_id, product_id) references products
);

-- Requests for an invoice: title, tax number and mail are sealed.
create table invoices (
  shop_id uuid not null,
  order_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('person', 'company')),
  title_sealed text not null,
  title_mask text not null,
  state text not null check (state in ('asked', 'issued')),
  -- What it was issued for, after refunds, and its number.
  amount_fen bigint,
  invoice_number text,
  asked_at bigint not null,
  issued_by uuid,
  issued_at bigint,
  primary key (shop_id, order_id),
  foreign key (shop_id, order_id) references orders,
  foreign key (shop_id, member_id) references members,
  check ((state = 'issued') = (issued_at is not null and amount_fen is not null and invoice_number is not null))
);
create index invoices_asked on invoices (shop_id, asked_at) where state = 'asked';
