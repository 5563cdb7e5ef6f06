import {
  addressFaults,
  emptyForm,
  isSound,
  phoneDigits,
  phoneText,
  placeText,
  recognisedSay,
  toSave,
  withRecognised,
} from '../../../../src/features/members/addressForm';

const sound = {
  ...emptyForm,
  name: '张三',
  phone: '13812345678',
  regionCode: '310104',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '漕溪北路 1 号',
};
const nothing = {
  name: '',
  phone: '',
  regionCode: '',
  province: '',
  city: '',
  district: '',
  detail: '',
};

describe('the form of an address', () => {
  it('has nothing against a whole address', () => {
    expect(addressFaults(sound)).toEqual({});
    expect(isSound(addressFaults(sound))).toBe(true);
  });

  it('says below each field what is missing', () => {
    expect(Object.keys(addressFaults(emptyForm)).sort()).toEqual([
      'detail',
      'name',
      'phone',
      'region',
    ]);
  });

  it('objects to blanks, to numbers that are no mobile phone and to texts too long to keep', () => {
    expect(addressFaults({ ...sound, name: '  ' }).name).toBeDefined();
    expect(addressFaults({ ...sound, phone: '12812345678' }).phone).toBe('手机号应为 11 位数字');
    expect(addressFaults({ ...sound, phone: '1381234567' }).phone).toBeDefined();
    expect(addressFaults({ ...sound, name: '名'.repeat(21) }).name).toBeDefined();
    expect(addressFaults({ ...sound, name: '名'.repeat(20) })).toEqual({});
    expect(addressFaults({ ...sound, detail: '路'.repeat(81) }).detail).toBeDefined();
  });

  it('is saved without its blanks, under its id when it has one', () => {
    expect(toSave({ ...sound, name: ' 张三 ' })).not.toHaveProperty('addressId');
    expect(toSave({ ...sound, name: ' 张三 ' }, 'id')).toMatchObject({
      addressId: 'id',
      name: '张三',
    });
  });

  it('takes phone numbers as people paste them', () => {
    expect(['138 1234 5678', '+86 138-1234-5678', '8613812345678'].map(phoneDigits)).toEqual(
      Array(3).fill('13812345678'),
    );
    expect(phoneDigits('138123456789999')).toBe('13812345678');
  });
});

describe('a recognised text', () => {
  it('fills what it says and leaves the rest as it was', () => {
    const filled = withRecognised({ ...sound, detail: '旧地址' }, { ...nothing, name: '李四' });
    expect(filled).toMatchObject({ name: '李四', phone: sound.phone, detail: '旧地址' });
  });

  it('changes the place only as a whole', () => {
    const half = { ...nothing, province: '浙江省', city: '杭州市' };
    expect(withRecognised(sound, half)).toEqual(sound);
    const whole = { ...half, district: '余杭区', regionCode: '330110' };
    expect(withRecognised(sound, whole)).toMatchObject({
      district: '余杭区',
      regionCode: '330110',
    });
  });

  it('says what to check, and nothing when nothing was found', () => {
    expect(recognisedSay({ ...nothing, name: '李四', detail: '路' })).toBe(
      '已填好姓名、详细地址，请核对',
    );
    expect(recognisedSay(nothing)).toBe('');
  });
});

describe('an address in words', () => {
  it('says a city that is its own province once', () => {
    expect(placeText(sound)).toBe('上海市 徐汇区');
    expect(placeText({ province: '浙江省', city: '杭州市', district: '余杭区' })).toBe(
      '浙江省 杭州市 余杭区',
    );
    expect(placeText(emptyForm)).toBe('');
  });

  it('groups the digits of a phone number', () => {
    expect(phoneText('13812345678')).toBe('138 1234 5678');
    expect(phoneText('6421111')).toBe('6421111');
  });
});
