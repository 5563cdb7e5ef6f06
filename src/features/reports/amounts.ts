import { moneyText, yuanText } from '../../../cloudfunctions/kit/money';

/** `¥12,345.60`: an amount that is read and compared, with its thousands apart. */
export function groupedText(amountFen: number): string {
  return grouped(moneyText(amountFen));
}

/** `1,234` for counts. */
export function countText(count: number): string {
  return grouped(String(count));
}

/** A share of 1/10 000 with one decimal at most: `12.5%`, `8%`. */
export function shareText(shareBp: number): string {
  return `${Math.round(shareBp / 10) / 10}%`;
}

/** An amount as an axis or a narrow column says it: `¥980`, `¥1.2万`, `¥3.05亿`; rounded. */
export function shortText(amountFen: number): string {
  const sign = amountFen < 0 ? '-¥' : '¥';
  const yuan = Math.abs(amountFen) / 100;
  if (yuan >= 99_995_000) return `${sign}${rounded(yuan / 100_000_000, 2)}亿`;
  if (yuan >= 9_999.5) return `${sign}${rounded(yuan / 10_000, 1)}万`;
  if (yuan >= 100 || Number.isInteger(yuan)) return `${sign}${grouped(String(Math.round(yuan)))}`;
  return `${sign}${yuanText(Math.abs(amountFen))}`;
}

/** A count as an axis says it: `980`, `1.2万`; rounded. */
export function shortCount(count: number): string {
  return count < 10_000 ? grouped(String(count)) : `${rounded(count / 10_000, 1)}万`;
}

function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

function grouped(text: string): string {
  return text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
