import { fen, type Fen } from '../../kit/money';

/** One row of a trade bill: money that came, or money that goes back. */
export type BillRow = {
  kind: 'payment' | 'refund';
  /** The merchant's own number: out_trade_no of a payment, out_refund_no of a refund. */
  number: string;
  /** WeChat Pay's number of the payment, of a refund too. */
  transactionId: string;
  /** What was asked for in total, before WeChat's own coupons, as amounts are everywhere else. */
  amountFen: Fen;
};

/** The columns that are read, by the names that stand in the bill's first line. */
const columns = {
  merchant: '商户号',
  transactionId: '微信订单号',
  number: '商户订单号',
  state: '交易状态',
  refundNumber: '商户退款单号',
  totalYuan: '订单金额',
  refundYuan: '申请退款金额',
} as const;
const countColumn = '总交易单数';

/**
 * Reads a trade bill of the kind ALL: a line of names, a line for each payment and refund, a line of names and a
 * line of sums. Fields are parted by commas, and each of a line that is not names begins with a backquote.
 * Throws when it is not of that form, has not as many rows as it says, or is another merchant's.
 */
export function readTradeBill(text: string, mchid: string): BillRow[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const at = lines.findIndex((line) => line.startsWith(countColumn));
  const [names = ''] = lines;
  const summary = fieldsOf(lines[at + 1] ?? '');
  if (at < 1 || lines.length !== at + 2) throw new Error('a trade bill without its sums');
  const place = placesOf(names.split(','));
  const rows = lines.slice(1, at).map((line) => readRow(fieldsOf(line), place, mchid));
  if (Number(summary[0]) !== rows.length) throw new Error('a trade bill that lacks rows');
  return rows;
}

type Places = Record<keyof typeof columns, number>;

function placesOf(names: readonly string[]): Places {
  const place = (name: string) => {
    const found = names.indexOf(name);
    if (found === -1) throw new Error(`a trade bill without ${name}`);
    return found;
  };
  return {
    merchant: place(columns.merchant),
    transactionId: place(columns.transactionId),
    number: place(columns.number),
    state: place(columns.state),
    refundNumber: place(columns.refundNumber),
    totalYuan: place(columns.totalYuan),
    refundYuan: place(columns.refundYuan),
  };
}

/** A goods' name may have a comma, but no comma with a backquote behind it. */
function fieldsOf(line: string): string[] {
  if (!line.startsWith('`')) throw new Error('a trade bill with a line of another form');
  return line.slice(1).split(',`');
}

function readRow(fields: readonly string[], place: Places, mchid: string): BillRow {
  const field = (name: keyof Places) => {
    const value = fields[place[name]];
    if (value === undefined) throw new Error('a trade bill with a short line');
    return value;
  };
  if (field('merchant') !== mchid) throw new Error('a trade bill of another merchant');
  const kind = kindOf(field('state'));
  const number = field(kind === 'payment' ? 'number' : 'refundNumber');
  const amountFen = fenOfYuan(field(kind === 'payment' ? 'totalYuan' : 'refundYuan'));
  return { kind, number, transactionId: field('transactionId'), amountFen };
}

function kindOf(state: string): BillRow['kind'] {
  if (state === 'SUCCESS') return 'payment';
  if (state === 'REFUND' || state === 'REVOKED') return 'refund';
  throw new Error('a trade bill with a state that is not known');
}

/** Yuan as the bill writes them, `12.3`, `12.30` or `12.30000`, as whole fen; read by its digits, never as a fraction. */
export function fenOfYuan(yuan: string): Fen {
  const [, whole, rest = ''] = /^(\d{1,10})(?:\.(\d{1,5}))?$/.exec(yuan) ?? [];
  const digits = rest.padEnd(2, '0');
  if (whole === undefined || !/^0*$/.test(digits.slice(2)))
    throw new Error('not an amount in yuan');
  return fen(Number(`${whole}${digits.slice(0, 2)}`));
}
