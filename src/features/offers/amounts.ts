import { moneyText } from '../../../cloudfunctions/kit/money';

/** `¥12,345.60`: an amount that is read and compared, with its thousands apart. */
export function groupedMoney(amountFen: number): string {
  return grouped(moneyText(amountFen));
}

/** `1,234` for counts. */
export function groupedCount(count: number): string {
  return grouped(String(count));
}

function grouped(text: string): string {
  return text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}
