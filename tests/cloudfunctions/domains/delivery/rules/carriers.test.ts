import fc from 'fast-check';
import {
  carrierCodes,
  carrierName,
  carrierNamed,
  carriersOf,
  cleanNumber,
} from '../../../../../cloudfunctions/domains/delivery/rules/carriers';
import { isRefusal, labelOf } from '../../../../../cloudfunctions/domains/delivery/rules/parcel';

describe('a tracking number tells its carrier', () => {
  it.each([
    ['SF1234567890123', ['SF']],
    ['SF123456789012', ['SF']],
    ['73123456789012', ['ZTO']],
    ['78881234567890', ['ZTO']],
    ['YT1234567890123', ['YTO']],
    ['432123456789012', ['YD']],
    ['312345678901234', ['YD']],
    ['773123456789012', ['STO']],
    ['JT1234567890123', ['JTSD']],
    ['UT1234567890123', ['JTSD']],
    ['EA123456789CN', ['EMS']],
    ['1112345678901', ['EMS']],
    ['9812345678901', ['YZPY']],
    ['JD0123456789012', ['JDL']],
    ['JDVA12345678901', ['JDL']],
    ['DPK123456789012', ['DBL']],
  ])('%s is of %j alone', (number, carriers) => {
    expect(carriersOf(number)).toEqual(carriers);
    expect(labelOf(number, null)).toEqual({ carrier: carriers[0], number });
  });

  it.each([
    ['123456789012', ['SF']],
    ['268123456789', ['SF', 'ZTO', 'STO']],
    ['5512345678901', ['YD', 'STO']],
  ])('%s, plain digits, may be of %j', (number, carriers) => {
    expect(carriersOf(number)).toEqual(carriers);
  });

  it('and otherwise is chosen: among those that fit, or among all', () => {
    expect(labelOf('268123456789', null)).toMatchObject({
      code: 'choose_carrier',
      details: { carriers: ['SF', 'ZTO', 'STO'] },
    });
    expect(labelOf('ABCD1234', null)).toMatchObject({
      code: 'choose_carrier',
      details: { carriers: [] },
    });
    expect(labelOf('ABCD1234', 'DBL')).toEqual({ carrier: 'DBL', number: 'ABCD1234' });
  });

  it('is cleaned of spaces and small letters, and refused when it cannot be one', () => {
    expect(labelOf(' sf 1234 5678 9012 3 ', null)).toEqual({
      carrier: 'SF',
      number: 'SF1234567890123',
    });
    expect(cleanNumber('ＳＦ１２３４５６７８９０１２３')).toBe('SF1234567890123');
    for (const typed of ['', '12345', 'ABCDEFGH', 'SF123；drop', 'x'.repeat(33), '单号12345678'])
      expect(labelOf(typed, 'SF')).toMatchObject({ code: 'bad_number' });
  });

  it('whatever is typed: a label is clean and cleans to itself, and a chosen carrier stays', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(null, ...carrierCodes), (typed, chosen) => {
        const label = labelOf(typed, chosen);
        if (isRefusal(label)) return;
        expect(label.number).toMatch(/^[0-9A-Z-]{6,32}$/);
        expect(labelOf(label.number, chosen)).toEqual(label);
        if (chosen !== null) expect(label.carrier).toBe(chosen);
      }),
    );
  });
});

describe('a carrier that was named', () => {
  it.each([
    ['顺丰', 'SF'],
    ['顺丰速运', 'SF'],
    ['sf', 'SF'],
    ['中通快递', 'ZTO'],
    ['京东物流', 'JDL'],
    ['EMS', 'EMS'],
    ['邮政快递包裹', 'YZPY'],
    ['', null],
    ['飞鸽', null],
  ])('%p is %p', (said, code) => {
    expect(carrierNamed(said)).toBe(code);
  });

  it('by its own name is found again', () => {
    for (const code of carrierCodes) {
      expect(carrierNamed(carrierName(code))).toBe(code);
      expect(carrierNamed(code)).toBe(code);
    }
  });
});
