import fc from 'fast-check';
import {
  compareBill,
  daysToAsk,
  stretchOf,
  type MoneyRow,
  type OwnRow,
} from '../../../../../cloudfunctions/domains/payments/rules/bill';

/** Few numbers and amounts, so that rows meet, differ and come twice. */
const row: fc.Arbitrary<MoneyRow> = fc
  .record({
    kind: fc.constantFrom('payment' as const, 'refund' as const),
    id: fc.nat(6),
    amountFen: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ kind, id, amountFen }) => ({
    kind,
    number: kind === 'payment' ? `2026${id}` : `R2026${id}`,
    transactionId: `4200${id}`,
    amountFen,
  }));
const own: fc.Arbitrary<OwnRow> = fc
  .tuple(row, fc.boolean())
  .map(([money, ofDay]) => ({ ...money, ofDay }));
const rows = fc.array(row, { maxLength: 12 });
const owns = fc.array(own, { maxLength: 12 });

const count = (
  differences: ReturnType<typeof compareBill>['differences'],
  kind: 'missing_here' | 'missing_there' | 'amount_differs',
) => differences.filter((difference) => difference.kind === kind).length;

const sum = (amounts: readonly (number | null)[]) =>
  amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);

describe('a bill beside the books', () => {
  it('that say the same, in any order, has no difference', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (bill, backwards) => {
        const mine = bill.map((money) => ({ ...money, ofDay: true }));
        const result = compareBill(bill, backwards ? mine.reverse() : mine);
        expect(result).toEqual({ matched: bill.length, differences: [] });
      }),
    );
  });

  it('has each of its rows matched once or among the differences, with its amount', () => {
    fc.assert(
      fc.property(rows, owns, (bill, mine) => {
        const { matched, differences } = compareBill(bill, mine);
        const mentioned = differences.filter(({ billFen }) => billFen !== null);
        expect(matched + mentioned.length).toBe(bill.length);
        expect(
          count(differences, 'missing_here') + count(differences, 'amount_differs') + matched,
        ).toBe(bill.length);
      }),
    );
  });

  it('leaves no row of the day out, and names none of another day that it does not have', () => {
    fc.assert(
      fc.property(rows, owns, (bill, mine) => {
        const { matched, differences } = compareBill(bill, mine);
        const met = matched + count(differences, 'amount_differs');
        const left = count(differences, 'missing_there');
        const ofDay = mine.filter((money) => money.ofDay).length;
        expect(met + left).toBeGreaterThanOrEqual(ofDay);
        expect(met + left).toBeLessThanOrEqual(mine.length);
        expect(left).toBeLessThanOrEqual(ofDay);
      }),
    );
  });

  it('differs in total by what its differences say', () => {
    fc.assert(
      fc.property(rows, rows, (bill, books) => {
        const mine = books.map((money) => ({ ...money, ofDay: true }));
        const { differences } = compareBill(bill, mine);
        const total = (money: readonly MoneyRow[]) => sum(money.map(({ amountFen }) => amountFen));
        expect(total(bill) - total(books)).toBe(
          sum(differences.map(({ billFen }) => billFen)) -
            sum(differences.map(({ shopFen }) => shopFen)),
        );
      }),
    );
  });

  it('shows money that came twice as missing here, and one that was refunded by hand', () => {
    const paid: MoneyRow = {
      kind: 'payment',
      number: '20260001',
      transactionId: '42001',
      amountFen: 5,
    };
    const back: MoneyRow = { ...paid, kind: 'refund', number: 'by-hand', amountFen: 2 };
    const bill = [paid, { ...paid, transactionId: '42002' }, back];
    expect(compareBill(bill, [{ ...paid, ofDay: true }])).toEqual({
      matched: 1,
      differences: [
        {
          ...{ kind: 'missing_here', about: 'payment', number: '20260001' },
          ...{ transactionId: '42002', billFen: 5, shopFen: null },
        },
        {
          ...{ kind: 'missing_here', about: 'refund', number: 'by-hand' },
          ...{ transactionId: '42001', billFen: 2, shopFen: null },
        },
      ],
    });
  });
});

describe('the days to ask for', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);

  it('begin with the day before, from 10 o’clock in China on', () => {
    expect(daysToAsk(at('2026-05-29T09:59:59'), null, 30)).toEqual(['2026-05-27']);
    expect(daysToAsk(at('2026-05-29T10:00:00'), null, 30)).toEqual(['2026-05-28']);
    expect(daysToAsk(at('2026-05-29T23:59:59'), null, 30)).toEqual(['2026-05-28']);
  });

  it('are each after the last, none twice, and not more than can be had', () => {
    expect(daysToAsk(at('2026-05-29T10:00:00'), '2026-05-28', 30)).toEqual([]);
    expect(daysToAsk(at('2026-06-01T10:00:00'), '2026-05-28', 30)).toEqual([
      ...['2026-05-29', '2026-05-30', '2026-05-31'],
    ]);
    expect(daysToAsk(at('2026-06-01T10:00:00'), '2026-01-01', 2)).toEqual([
      ...['2026-05-30', '2026-05-31'],
    ]);
  });

  it('are days of China', () => {
    expect(stretchOf('2026-05-28')).toEqual({
      fromMs: at('2026-05-28T00:00:00'),
      toMs: at('2026-05-29T00:00:00'),
    });
  });
});
