import pg from 'pg';
import { openBook, type PaymentRow, type RefundRow } from '../pay-stand-in/book';

/** Which demo shop, and where the stand-in for WeChat Pay keeps its book. */
interface PastOf {
  readonly databaseUrl: string;
  readonly shopId: string;
  readonly folder: string;
}

interface PaidRow {
  number: string;
  transaction_id: string;
  amount_fen: string;
  openid: string;
  paid_at: string;
  refunded: boolean;
}

interface BackRow {
  number: string;
  paid_number: string;
  amount_fen: string;
  accepted_at: string;
}

/**
 * Lets the stand-in for WeChat Pay know what the demo shop was paid and has refunded in its past, which no call told
 * it of: else none of it could be refunded, and no bill would agree. What its book has already stays. The stand-in must
 * not be open meanwhile.
 */
export async function tellPast({ databaseUrl, shopId, folder }: PastOf): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  const book = await openBook(folder);
  try {
    const paid = await client.query<PaidRow>(paidSql, [shopId]);
    for (const row of paid.rows)
      if (!book.payments.has(row.number)) book.keep({ kind: 'payment', row: paymentOf(row) });
    const back = await client.query<BackRow>(backSql, [shopId]);
    for (const row of back.rows)
      if (!book.refunds.has(row.number)) book.keep({ kind: 'refund', row: refundOf(row) });
  } finally {
    await book.close();
    await client.end();
  }
}

const paidSql = `
  select o.number, p.transaction_id, p.amount_fen, m.openid, p.paid_at, exists (select from refunds r
      where r.shop_id = p.shop_id and r.transaction_id = p.transaction_id and r.state = 'done') as refunded
  from payments p
  join orders o on o.shop_id = p.shop_id and o.order_id = p.order_id
  join members m on m.shop_id = o.shop_id and m.member_id = o.member_id
  where p.shop_id = $1 and p.method = 'wechat'
  union all
  select r.number, r.transaction_id, r.principal_fen, m.openid, r.paid_at, false
  from recharges r join members m on m.shop_id = r.shop_id and m.member_id = r.member_id
  where r.shop_id = $1 and r.state = 'paid' and r.transaction_id is not null`;

const backSql = `
  select r.number, o.number as paid_number, r.amount_fen, r.accepted_at
  from refunds r join orders o on o.shop_id = r.shop_id and o.order_id = r.order_id
  where r.shop_id = $1 and r.state = 'done' and r.accepted_at is not null`;

function paymentOf(row: PaidRow): PaymentRow {
  const paidAtMs = Number(row.paid_at);
  return {
    outTradeNo: row.number,
    asked: {
      description: '演示店铺的订单',
      amountFen: Number(row.amount_fen),
      openid: row.openid,
      notifyUrl: '',
      timeExpire: '',
    },
    expiresAtMs: paidAtMs,
    prepayId: '',
    prepaidAtMs: paidAtMs,
    state: row.refunded ? 'REFUND' : 'SUCCESS',
    transactionId: row.transaction_id,
    paidAtMs,
  };
}

function refundOf(row: BackRow): RefundRow {
  const atMs = Number(row.accepted_at);
  return {
    outRefundNo: row.number,
    refundId: `50${row.number}`,
    outTradeNo: row.paid_number,
    amountFen: Number(row.amount_fen),
    reason: '',
    notifyUrl: '',
    status: 'SUCCESS',
    createdAtMs: atMs,
    successAtMs: atMs,
  };
}
