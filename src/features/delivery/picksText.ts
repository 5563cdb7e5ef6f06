import type { Output } from '../../cloud';

export type Picks = Output<'delivery.pickList'>;

/** A list to pick by, as a table that spreadsheets read: by SKU first, then order by order. */
export function picksCsv({ bySku, orders }: Picks): string {
  const rows = [
    ['商品', '规格', '数量', '订单号', '收件人', '留言'],
    ...bySku.map(({ title, specText, quantity }) => [
      title,
      specText,
      String(quantity),
      '合计',
      '',
      '',
    ]),
    ...orders.flatMap(({ number, buyer, receiver, remark, goods }) =>
      goods.map(({ title, specText, quantity }) => [
        ...[title, specText, String(quantity)],
        ...[number, receiver?.name ?? buyer, remark],
      ]),
    ),
  ];
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

/** Quoted; a sign that spreadsheets would take for a formula, or a long number for a figure, is kept as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]|^\d{12,}$/.test(text) ? `\t${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
