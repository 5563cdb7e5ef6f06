import {
  positionsOf,
  regionWheels,
  turned,
  type Regions,
} from '../../../../src/features/members/regionWheels';

const regions: Regions = {
  provinces: [
    ['110000', '北京市'],
    ['330000', '浙江省'],
    ['710000', '台湾省'],
  ],
  cities: [
    ['110100', '北京市'],
    ['330100', '杭州市'],
    ['330200', '宁波市'],
    ['710100', '台北市'],
  ],
  districts: [
    ['110101', '东城区'],
    ['330102', '上城区'],
    ['330110', '余杭区'],
    ['330203', '海曙区'],
  ],
};

describe('the wheels of regions', () => {
  it('show what belongs to what stands under the marks', () => {
    const { columns, place } = regionWheels(regions, [1, 0, 1]);
    expect(columns).toEqual([
      ['北京市', '浙江省', '台湾省'],
      ['杭州市', '宁波市'],
      ['上城区', '余杭区'],
    ]);
    expect(place).toEqual({
      regionCode: '330110',
      province: '浙江省',
      city: '杭州市',
      district: '余杭区',
    });
  });

  it('stand where a code says, and at the beginning for an unknown one', () => {
    expect(positionsOf(regions, '330110')).toEqual([1, 0, 1]);
    expect(positionsOf(regions, '330203')).toEqual([1, 1, 0]);
    expect(positionsOf(regions, '')).toEqual([0, 0, 0]);
  });

  it('begin anew at the right of the wheel that was turned', () => {
    expect(turned([1, 1, 3], [0, 1, 3])).toEqual([0, 0, 0]);
    expect(turned([1, 1, 3], [1, 0, 3])).toEqual([1, 0, 0]);
    expect(turned([1, 1, 3], [1, 1, 2])).toEqual([1, 1, 2]);
  });

  it('never stand beyond an end', () => {
    expect(regionWheels(regions, [9, 9, 9]).chosen).toEqual([2, 0, 0]);
    expect(regionWheels(regions, [-1]).chosen).toEqual([0, 0, 0]);
  });

  it('give the city itself where it has no districts, and nothing without tables', () => {
    expect(regionWheels(regions, [2, 0, 0]).place).toMatchObject({
      regionCode: '710100',
      district: '',
    });
    expect(regionWheels({ provinces: [], cities: [], districts: [] }, [0, 0, 0]).place).toBeNull();
  });
});
