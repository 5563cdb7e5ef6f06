import { carrierOf, isWhole, noLabel } from '../../../../src/features/delivery/NumberField';
import { usePicked } from '../../../../src/features/delivery/picked';
import { picksCsv } from '../../../../src/features/delivery/picksText';
import {
  codeText,
  labelText,
  latestSay,
  leftSay,
  noStepsSay,
  parcelName,
  pickupSay,
  type Parcel,
} from '../../../../src/features/delivery/words';

const parcel: Parcel = {
  ...{ parcelId: 'p', place: 2, purpose: 'sale', carrierName: '顺丰速运' },
  ...{ number: 'SF1', state: 'waiting', stateName: '等待揽收', sentAt: 0, units: [], steps: [] },
};
const at = Date.UTC(2026, 10, 22, 7, 30);

describe('a parcel in words', () => {
  it('says its latest step, or its number before there is one', () => {
    expect(latestSay(parcel)).toBe('等待揽收 · SF1');
    const steps = [
      { happenedAt: 2, say: '派送中', place: '' },
      { happenedAt: 1, say: '已揽收', place: '' },
    ];
    expect(latestSay({ ...parcel, steps })).toBe('派送中');
  });

  it('is told from what replaces goods, and says where to look when nobody tells its way', () => {
    expect(parcelName(parcel)).toBe('包裹 2');
    expect(parcelName({ ...parcel, purpose: 'exchange' })).toBe('换货包裹 2');
    expect(noStepsSay(true)).not.toBe(noStepsSay(false));
  });
});

describe('a pick-up in words', () => {
  it('goes from getting ready to fetched', () => {
    expect(pickupSay({ readyAt: null, handedAt: null })).toContain('备货');
    expect(pickupSay({ readyAt: at, handedAt: null })).toContain('已备好');
    expect(pickupSay({ readyAt: null, handedAt: at })).toBe('11-22 15:30 已在门店取走');
    expect(codeText('01234567')).toBe('0123 4567');
  });
});

describe('what the staff reads', () => {
  const goods = {
    line: 1,
    title: '',
    specText: '',
    pictureUrl: '',
    quantity: 5,
    left: 3,
    asked: 0,
  };

  it('how much can leave, and what waits for a refund', () => {
    expect(leftSay([goods, goods])).toBe('6 件待发');
    expect(leftSay([goods, { ...goods, left: 0, asked: 2 }])).toBe('3 件待发，2 件在申请退款');
  });

  it('an address as it stands on a label, a city that is a province once', () => {
    const contact = { name: '王芳', phone: '13812345678', district: '徐汇区', detail: '1 号' };
    expect(labelText({ ...contact, province: '上海市', city: '上海市' })).toBe(
      '王芳 13812345678 上海市徐汇区1 号',
    );
    expect(labelText({ ...contact, province: '浙江省', city: '杭州市' })).toContain('浙江省杭州市');
  });

  it('a list to pick by as a table, in which nothing is a formula and no number loses digits', () => {
    const pick = { skuId: 's', pictureUrl: '', title: '=1+1', specText: '红, "大"', quantity: 2 };
    const receiver = { name: '王**', phone: '', region: '' };
    const csv = picksCsv({
      bySku: [pick],
      orders: [
        {
          ...{ orderId: 'o', number: '2026112012345678901234', buyer: '小满', receiver },
          ...{ remark: '', goods: [pick] },
        },
      ],
    });
    expect(csv.split('\r\n')).toEqual([
      '"商品","规格","数量","订单号","收件人","留言"',
      '"\t=1+1","红, ""大""","2","合计","",""',
      '"\t=1+1","红, ""大""","2","\t2026112012345678901234","王**",""',
    ]);
  });
});

describe('a tracking number as it is typed', () => {
  it('can be sent once it is whole and its carrier is known', () => {
    const typed = (number: string, carrier: 'SF' | null = null) => ({ number, carrier });
    expect(isWhole(noLabel)).toBe(false);
    expect(isWhole(typed('sf1234567890123'))).toBe(true);
    expect(carrierOf(typed('268123456789'))).toBeNull();
    expect(isWhole(typed('268123456789'))).toBe(false);
    expect(isWhole(typed('268123456789', 'SF'))).toBe(true);
    expect(isWhole(typed('12', 'SF'))).toBe(false);
  });
});

describe('orders chosen to be picked', () => {
  it('are a hundred at most, each once', () => {
    const ids = Array.from({ length: 120 }, (_, index) => `o${index}`);
    const { take, toggle, clear } = usePicked.getState();
    take(ids);
    take(ids);
    expect(usePicked.getState().orderIds).toHaveLength(100);
    toggle('o119');
    expect(usePicked.getState().orderIds).toHaveLength(100);
    toggle('o0');
    toggle('o119');
    expect(usePicked.getState().orderIds).toContain('o119');
    clear();
    expect(usePicked.getState().orderIds).toEqual([]);
  });
});
