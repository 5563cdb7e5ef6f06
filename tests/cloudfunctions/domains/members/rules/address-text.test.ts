import { recogniseAddress } from '../../../../../cloudfunctions/domains/members/rules/address-text';
import {
  placeOf,
  regionNames,
} from '../../../../../cloudfunctions/domains/members/usecases/regions';

const read = (text: string) => recogniseAddress(text, regionNames);

describe('a pasted address', () => {
  it.each([
    [
      '王芳 13812345678 上海市徐汇区漕溪北路1号3单元502',
      { name: '王芳', phone: '13812345678', regionCode: '310104', detail: '漕溪北路1号3单元502' },
    ],
    [
      '收货人：李小明\n手机号码：139-1234-5678\n所在地区：广东省深圳市南山区\n详细地址：科技园南路 8 号',
      { name: '李小明', phone: '13912345678', regionCode: '440305', city: '深圳市' },
    ],
    [
      '浙江杭州市西湖区文三路 90 号，陈静，+86 15012345678',
      { name: '陈静', phone: '15012345678', regionCode: '330106', province: '浙江省' },
    ],
    [
      '内蒙古呼和浩特市新城区海东路 5 号 赵刚 18600001111',
      { name: '赵刚', province: '内蒙古自治区', regionCode: '150102' },
    ],
    [
      '张三，北京市朝阳区建国路 88 号，13700000000',
      { name: '张三', regionCode: '110105', province: '北京市' },
    ],
  ])('%s', (text, found) => {
    expect(read(text)).toMatchObject(found);
  });

  it('leaves empty what is not there', () => {
    expect(read('你好')).toMatchObject({ phone: '', regionCode: '', province: '' });
    expect(read('12345678901')).toMatchObject({ phone: '', regionCode: '' });
  });

  it('never takes the province of a municipality for a street', () => {
    expect(read('上海徐汇区漕溪北路1号')).toMatchObject({
      regionCode: '310104',
      detail: '漕溪北路1号',
    });
  });
});

describe('a region code', () => {
  it('stands for province, city and district, and unknown ones for nothing', () => {
    expect(placeOf('310104')).toEqual({
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      regionCode: '310104',
    });
    expect(placeOf('441900')).toMatchObject({ province: '广东省', city: '东莞市', district: '' });
    expect(placeOf('999999')).toBeNull();
  });
});
