const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** `11月22日 周日` for a day `YYYY-MM-DD`. */
export function dayText(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${Number(month)}月${Number(date)}日 周${weekday}`;
}
