import fc from 'fast-check';
import {
  readPasted,
  repeatedRows,
} from '../../../../../cloudfunctions/domains/delivery/rules/pasted';
import { picksBySku } from '../../../../../cloudfunctions/domains/delivery/rules/picks';

const order = '2026112012345678901234';

describe('a pasted table', () => {
  it.each([
    ['tabs', `${order}\tSF1234567890123\t顺丰`],
    ['commas', `${order},SF1234567890123,顺丰`],
    ['Chinese commas', `${order}，SF1234567890123，顺丰`],
    ['spaces', `${order}   SF1234567890123 顺丰`],
    ['quotation marks', `"${order}","SF1234567890123","顺丰"`],
    ['a spreadsheet’s apostrophe', `'${order}\t'SF1234567890123\t顺丰`],
  ])('is read by %s', (_by, text) => {
    expect(readPasted(text)).toEqual([
      { row: 1, orderNumber: order, trackingNumber: 'SF1234567890123', carrierSaid: '顺丰' },
    ]);
  });

  it('leaves out its header and empty rows, and counts rows as people see them', () => {
    const text = `订单号\t运单号\t快递公司\r\n\r\n${order}\tSF1234567890123\r\n\n${order}1\n`;
    expect(readPasted(text)).toEqual([
      { row: 3, orderNumber: order, trackingNumber: 'SF1234567890123', carrierSaid: '' },
      { row: 5, orderNumber: `${order}1`, trackingNumber: '', carrierSaid: '' },
    ]);
    expect(readPasted(' \n\t\n')).toEqual([]);
  });

  it('knows rows that repeat one before them', () => {
    const rows = readPasted(
      `${order} SF1234567890123\n${order} SF1234567890124\n${order} SF1234567890123`,
    );
    expect([...repeatedRows(rows)]).toEqual([3]);
  });

  it('whatever is pasted: no row is invented, and each stands where it stood', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const rows = readPasted(text);
        const there = text.normalize('NFKC').split(/\r\n|\r|\n/);
        expect(rows.length).toBeLessThanOrEqual(there.length);
        for (const { row, orderNumber } of rows)
          expect(there[row - 1] ?? '').toContain(orderNumber);
      }),
    );
  });
});

describe('a pick list', () => {
  it('sums by SKU and loses no piece', () => {
    const line = fc.record({
      skuId: fc.constantFrom('a', 'b', 'c'),
      quantity: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const asked = lines.map((one) => ({
          ...one,
          title: `title ${one.skuId}`,
          specText: '',
          pictureUrl: '',
        }));
        const picks = picksBySku(asked);
        const sum = (rows: readonly { quantity: number }[]) =>
          rows.reduce((total, { quantity }) => total + quantity, 0);
        expect(sum(picks)).toBe(sum(lines));
        expect(new Set(picks.map(({ skuId }) => skuId)).size).toBe(picks.length);
        expect(picks.every(({ quantity }) => quantity > 0)).toBe(true);
      }),
    );
  });
});
