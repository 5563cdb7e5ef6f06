import { moneyText } from '../../../cloudfunctions/kit/money';
import { day, hour, minute } from '../../../cloudfunctions/kit/time';
import { isEnded, type AfterSaleKind } from '../../../cloudfunctions/domains/after-sales/flow';
import type { Output } from '../../cloud';
import type { AmountRow } from '../../ui/Amounts';

export type Sale = Output<'afterSales.show'>;
export type StaffSale = Output<'afterSales.showToStaff'>;
export type SaleSummary = Output<'afterSales.mine'>['items'][number];
export type OfOrder = Output<'afterSales.ofOrder'>;
export type AskableLine = OfOrder['lines'][number];
export type Back = Sale['back'];

/** What is left until `endsAtMs`, as people say it: `2 天 5 小时`, `5 小时`, `30 分钟`; never less than a minute. */
export function leftSay(endsAtMs: number, nowMs: number): string {
  const left = Math.max(minute, endsAtMs - nowMs);
  const [days, hours] = [Math.floor(left / day), Math.floor((left % day) / hour)];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  return hours > 0 ? `${hours} 小时` : `${Math.floor(left / minute)} 分钟`;
}

type Standing = Pick<Sale, 'kind' | 'state' | 'dueAt' | 'totalFen' | 'nowMs'> & {
  refusal: string | null;
};

/** What comes next, for the shopper, with its deadline where there is one. */
export function nextSay(sale: Standing): string {
  const left = leftSay(sale.dueAt ?? sale.nowMs, sale.nowMs);
  switch (sale.state) {
    case 'asked':
      return `商家会在 ${left} 内处理，超时将自动同意`;
    case 'agreed':
      return `请在 ${left} 内寄回商品，并填写运单号`;
    case 'returned':
      return `商家会在 ${left} 内验收，超时将自动确认`;
    case 'received':
      return '商家已收到您寄回的商品，正在准备换货';
    case 'sent':
      return `换货在路上，${left} 后自动确认收到`;
    case 'refunding':
      return `${moneyText(sale.totalFen)} 正在原路退回，通常几分钟到账`;
    case 'refused':
      return sale.refusal ?? '商家没有同意这次申请';
    default:
      return endSay(sale);
  }
}

function endSay({ state, kind, totalFen }: Standing): string {
  if (state === 'withdrawn') return '申请已撤销，售后期内可以重新申请';
  if (state === 'lapsed') return '超时未寄回商品，售后期内可以重新申请';
  return kind === 'exchange' ? '换货已完成' : `${moneyText(totalFen)} 已退回`;
}

/** What the shop has to do next, with its deadline. */
export function dutySay(sale: Pick<Sale, 'state' | 'dueAt' | 'kind'>, nowMs: number): string {
  const left = leftSay(sale.dueAt ?? nowMs, nowMs);
  switch (sale.state) {
    case 'asked':
      return `${left}内未处理将自动同意`;
    case 'agreed':
      return `等顾客寄回，${left}后自动关闭`;
    case 'returned':
      return `${left}内未验收将自动退款`;
    case 'received':
      return '请寄出换货';
    case 'sent':
      return `等顾客确认，${left}后自动完成`;
    case 'refunding':
      return '等微信支付退款到账';
    default:
      return '';
  }
}

/** What comes back by source, as rows that sum to the whole; points and coupons stand in {@link besides}. */
export function backRows(back: Back): AmountRow[] {
  const freight = back.freightFen > 0 ? [`含运费 ${moneyText(back.freightFen)}`] : [];
  const rows = [
    { id: 'wechat', name: '退回微信支付', fen: back.wechatFen },
    { id: 'principal', name: '退回储值本金', fen: back.principalFen },
    { id: 'gift', name: '退回储值赠送', fen: back.giftFen },
  ];
  return rows
    .filter(({ fen }) => fen > 0)
    .map(({ id, name, fen }, at) => ({
      ...{ id, name, text: moneyText(fen) },
      notes: at === 0 ? freight : [],
    }));
}

/** What comes back, or is taken back, besides money. */
export function besides({ pointsBack, pointsTaken, couponNames }: Back): string[] {
  return [
    ...(pointsBack > 0 ? [`退还下单所用 ${pointsBack} 积分`] : []),
    ...(pointsTaken > 0 ? [`扣回这些商品已得的 ${pointsTaken} 积分`] : []),
    ...couponNames.map((name) => `退回优惠券：${name}`),
  ];
}

/** Units of a line that a kind may be asked for. */
export function mostOf(line: Pick<AskableLine, 'unsent' | 'sent'>, kind: AfterSaleKind): number {
  return kind === 'refund_only' ? line.unsent + line.sent : line.sent;
}

/** The kinds that an order's lines leave to be asked for; goods come back only once they were sent. */
export function kindsFor(lines: readonly Pick<AskableLine, 'unsent' | 'sent'>[]): AfterSaleKind[] {
  const sent = lines.some((line) => line.sent > 0);
  const any = sent || lines.some((line) => line.unsent > 0);
  return [
    ...(sent ? (['return_refund', 'exchange'] as const) : []),
    ...(any ? (['refund_only'] as const) : []),
  ];
}

/** The after-sale of a line that matters most now: one that is open, else the latest. */
export function saleOfLine(ofOrder: Pick<OfOrder, 'items'>, line: number): SaleSummary | undefined {
  const mine = ofOrder.items.filter(({ lines }) => lines.some((one) => one.line === line));
  return mine.find(({ state }) => !isEnded(state)) ?? mine[0];
}
