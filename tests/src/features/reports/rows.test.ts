import { rowTimeText, shortDayText } from '../../../../src/features/reports/days';
import { dayText } from '../../../../src/kit/dayText';
import { screenX } from '../../../../src/features/reports/finger';
import { inSteps } from '../../../../src/kit/inSteps';
import {
  listsOf,
  noneText,
  rowsTitle,
  totalText,
  wantedIn,
} from '../../../../src/features/reports/rowsWords';

describe('rows behind a number', () => {
  it('are those that the address names', () => {
    expect(wantedIn({ number: 'orders', window: 'month' })).toEqual({
      number: 'orders',
      window: 'month',
      guide: null,
    });
    expect(wantedIn({ number: 'guide', guideId: 'g', name: encodeURIComponent('林晓') })).toEqual({
      number: 'guide',
      window: 'today',
      guide: { guideId: 'g', name: '林晓' },
    });
  });

  it('are today’s net revenue when the address is damaged', () => {
    const net = { number: 'net', window: 'today', guide: null };
    expect(wantedIn({})).toEqual(net);
    expect(wantedIn({ number: 'guide', window: 'year' })).toEqual(net);
    expect(wantedIn({ number: 'everything' })).toEqual(net);
  });

  it('take a name with a % of its own as it is', () => {
    expect(wantedIn({ number: 'guide', guideId: 'g', name: '100%林' }).guide?.name).toBe('100%林');
  });

  it('say which number and when', () => {
    expect(rowsTitle(wantedIn({ number: 'net' }))).toBe('今天 · 净销售');
    expect(rowsTitle(wantedIn({ number: 'conversion', window: 'month' }))).toBe(
      '近 30 天 · 转化率',
    );
    expect(rowsTitle(wantedIn({ number: 'guide', guideId: 'g', name: '林晓' }))).toBe(
      '今天 · 林晓的订单',
    );
    expect(totalText('buyers', 12)).toBe('共 12 位买家');
    expect(noneText('net')).toBe('这段时间还没有收款和退款');
    expect(noneText('guide')).toBe('这段时间还没有订单');
  });

  it('are both sides of the fraction for conversion', () => {
    expect(listsOf('conversion')).toEqual(['buyers', 'visitors']);
    expect(listsOf('orders')).toEqual(['orders']);
  });
});

describe('days and times of rows', () => {
  const atMs = Date.parse('2026-11-20T15:04:59+08:00');

  it('follow the shop’s clock, with the day where there are several', () => {
    expect(rowTimeText(atMs, 'today')).toBe('15:04');
    expect(rowTimeText(atMs, 'month')).toBe('11-20 15:04');
  });

  it('have names', () => {
    expect(dayText('2026-11-22')).toBe('11月22日 周日');
    expect(shortDayText('2026-03-05')).toBe('3/5');
  });
});

describe('long pages in steps', () => {
  it('hand every row out once, with the page it is of, and ask for each page once', async () => {
    const asked: (string | null)[] = [];
    const read = inSteps<{ items: number[]; next: string | null; total: number }>((cursor) => {
      asked.push(cursor);
      const first = cursor === null;
      return Promise.resolve({
        items: first ? [1, 2, 3] : [4],
        next: first ? 'a:b' : null,
        total: 4,
      });
    }, 2);
    const seen: number[][] = [];
    let cursor: string | null = null;
    do {
      const step: Awaited<ReturnType<typeof read>> = await read(cursor);
      expect(step.page.total).toBe(4);
      seen.push([...step.items]);
      cursor = step.next;
    } while (cursor !== null);
    expect(seen).toEqual([[1, 2], [3], [4]]);
    expect(asked).toEqual([null, 'a:b']);
  });
});

describe('where a finger is', () => {
  it('is found in a browser’s click, in a movement and in the mini program’s tap', () => {
    expect(screenX({ clientX: 12 })).toBe(12);
    expect(screenX({ touches: [{ clientX: 34 }] })).toBe(34);
    expect(screenX({ touches: [], detail: { x: 56 } })).toBe(56);
    expect(screenX({ detail: {} })).toBeNull();
    expect(screenX(null)).toBeNull();
  });
});
