import {
  newsOf,
  shippingInfoOf,
  type ShippedFacts,
} from '../../../../../cloudfunctions/domains/delivery/rules/shipping-info';
import {
  nextTraceAt,
  whyNotAdd,
  whyNotCorrect,
} from '../../../../../cloudfunctions/domains/delivery/rules/parcel';
import { day, hour, minute } from '../../../../../cloudfunctions/kit/time';

const parcel = (number: string, carrier: 'SF' | 'ZTO' = 'SF') => ({
  carrier,
  number,
  units: [{ title: '轻云跑步鞋', quantity: 2 }],
});
const facts: ShippedFacts = {
  transactionId: '4200001',
  payerOpenid: 'o-1',
  delivery: 'express',
  allSent: true,
  toldSplit: false,
  phone: '13812345678',
  parcels: [parcel('SF1234567890123')],
  goods: [],
};

describe('what WeChat is told', () => {
  it('one parcel with everything is one delivery, and SF gets the masked phone', () => {
    expect(shippingInfoOf(facts, 7)).toEqual({
      order: { transactionId: '4200001' },
      payerOpenid: 'o-1',
      uploadedAtMs: 7,
      by: 'express',
      split: false,
      allDelivered: true,
      parcels: [
        {
          itemDesc: '轻云跑步鞋×2',
          trackingNo: 'SF1234567890123',
          company: 'SF',
          receiverContact: '138****5678',
        },
      ],
    });
    const other = { ...facts, parcels: [parcel('73123456789012', 'ZTO')] };
    expect(shippingInfoOf(other, 7)?.parcels[0]).not.toHaveProperty('receiverContact');
  });

  it('a part, or more than one parcel, is a split delivery, and stays one', () => {
    const part = shippingInfoOf({ ...facts, allSent: false }, 7);
    expect(part).toMatchObject({ split: true, allDelivered: false });
    const two = { ...facts, parcels: [parcel('SF1234567890123'), parcel('SF1234567890124')] };
    expect(shippingInfoOf(two, 7)).toMatchObject({ split: true, allDelivered: true });
    expect(shippingInfoOf({ ...facts, toldSplit: true }, 7)).toMatchObject({ split: true });
  });

  it('goods that are picked up have no number, and nothing is told before they are handed over', () => {
    const goods = [{ title: '长'.repeat(200), quantity: 1 }];
    const handed = { ...facts, delivery: 'pickup' as const, parcels: [], goods };
    expect(shippingInfoOf({ ...handed, allSent: false }, 7)).toBeNull();
    const told = shippingInfoOf(handed, 7);
    expect(told).toMatchObject({ by: 'pickup', split: false });
    expect([...(told?.parcels[0]?.itemDesc ?? '')]).toHaveLength(120);
    expect(shippingInfoOf({ ...facts, parcels: [] }, 7)).toBeNull();
  });

  it('is no news when only time has passed', () => {
    const [now, later] = [shippingInfoOf(facts, 7), shippingInfoOf(facts, 8)];
    if (now === null || later === null) throw new Error('nothing was told');
    expect(newsOf(now)).toEqual(newsOf(later));
  });
});

describe('a parcel', () => {
  const sent = { ...parcel('SF1234567890123'), correctedAt: null };

  it('is one of fifteen at most, each with its own number', () => {
    const label = { carrier: 'SF' as const, number: 'SF1234567890199' };
    const many = Array.from({ length: 15 }, (_, index) => ({ ...sent, number: `SF${index}` }));
    expect(whyNotAdd(many.slice(1), label)).toBeNull();
    expect(whyNotAdd(many, label)?.code).toBe('too_many_parcels');
    expect(whyNotAdd([sent], { ...label, number: sent.number })?.code).toBe('same_number');
  });

  it('is corrected once an order, while it is on its way', () => {
    const moving = { state: 'moving' as const };
    expect(whyNotCorrect({ state: 'shipped' }, [sent], moving)).toBeNull();
    expect(whyNotCorrect({ state: 'paid' }, [sent], moving)).toBeNull();
    expect(whyNotCorrect({ state: 'received' }, [sent], moving)?.code).toBe('cannot_correct');
    expect(whyNotCorrect({ state: 'shipped' }, [sent], { state: 'signed' })?.code).toBe(
      'cannot_correct',
    );
    const once = [sent, { ...sent, correctedAt: 7 }];
    expect(whyNotCorrect({ state: 'shipped' }, once, moving)?.code).toBe('corrected_before');
  });

  it('is asked about every half hour, more rarely after failures, and not when it arrived', () => {
    const way = { state: 'moving' as const, sentAt: 0, failures: 0 };
    expect(nextTraceAt(way, hour)).toBe(hour + 30 * minute);
    expect(nextTraceAt({ ...way, failures: 2 }, hour)).toBe(3 * hour);
    expect(nextTraceAt({ ...way, failures: 50 }, hour)).toBe(7 * hour);
    expect(nextTraceAt({ ...way, state: 'signed' }, hour)).toBeNull();
    expect(nextTraceAt(way, 31 * day)).toBeNull();
  });
});
