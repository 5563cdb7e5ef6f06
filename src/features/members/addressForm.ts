import type { Input, Output } from '../../cloud';

export type Address = Output<'members.addresses'>['items'][number];

/** What stands in the form of an address. */
export interface AddressForm {
  readonly name: string;
  readonly phone: string;
  readonly regionCode: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly detail: string;
  readonly isDefault: boolean;
}

export type AddressField = 'name' | 'phone' | 'region' | 'detail';

/** Objections by field, each a sentence to stand below it. */
export type AddressFaults = Readonly<Partial<Record<AddressField, string>>>;

/** A form with nothing in it. */
export const emptyForm: AddressForm = {
  name: '',
  phone: '',
  regionCode: '',
  province: '',
  city: '',
  district: '',
  detail: '',
  isDefault: false,
};

/** The form of an address that stands already. */
export function formOf(address: Address): AddressForm {
  const { name, phone, regionCode, province, city, district, detail, isDefault } = address;
  return { name, phone, regionCode, province, city, district, detail, isDefault };
}

/** What is wrong with the form, as the cloud would say it; empty when it can be saved. */
export function addressFaults(form: AddressForm): AddressFaults {
  const faults: Partial<Record<AddressField, string>> = {};
  const name = form.name.trim();
  const detail = form.detail.trim();
  if (name === '') faults.name = '请填写收货人姓名';
  else if ([...name].length > 20) faults.name = '姓名最多 20 个字';
  if (form.phone === '') faults.phone = '请填写手机号';
  else if (!/^1[3-9]\d{9}$/.test(form.phone)) faults.phone = '手机号应为 11 位数字';
  if (!/^\d{6}$/.test(form.regionCode)) faults.region = '请选择所在地区';
  if (detail === '') faults.detail = '请填写街道、楼栋、门牌号';
  else if ([...detail].length > 80) faults.detail = '详细地址最多 80 个字';
  return faults;
}

/** Whether nothing is wrong. */
export function isSound(faults: AddressFaults): boolean {
  return Object.keys(faults).length === 0;
}

/** The form as the cloud takes it; without an id it becomes a new address. */
export function toSave(form: AddressForm, addressId?: string): Input<'members.saveAddress'> {
  return {
    ...(addressId === undefined ? {} : { addressId }),
    name: form.name.trim(),
    phone: form.phone,
    regionCode: form.regionCode,
    detail: form.detail.trim(),
    isDefault: form.isDefault,
  };
}

/** Digits of a typed or pasted phone number: without spaces, dashes and the country's code. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  const own = digits.length > 11 && digits.startsWith('86') ? digits.slice(2) : digits;
  return own.slice(0, 11);
}

/** The form with what was recognised in a pasted text; what was not recognised stays as it was. */
export function withRecognised(
  form: AddressForm,
  found: Output<'members.readAddress'>,
): AddressForm {
  const place = /^\d{6}$/.test(found.regionCode)
    ? {
        regionCode: found.regionCode,
        province: found.province,
        city: found.city,
        district: found.district,
      }
    : {};
  return {
    ...form,
    ...place,
    name: found.name === '' ? form.name : found.name,
    phone: found.phone === '' ? form.phone : found.phone,
    detail: found.detail === '' ? form.detail : found.detail,
  };
}

/** What was recognised, in words, so that the shopper checks it; empty when nothing was. */
export function recognisedSay(found: Output<'members.readAddress'>): string {
  const names = [
    found.name === '' ? '' : '姓名',
    found.phone === '' ? '' : '手机号',
    found.regionCode === '' ? '' : '地区',
    found.detail === '' ? '' : '详细地址',
  ].filter((name) => name !== '');
  return names.length === 0 ? '' : `已填好${names.join('、')}，请核对`;
}

/** `上海市 徐汇区`: a place in words. The city that is itself a province is said once. */
export function placeText(place: Pick<AddressForm, 'province' | 'city' | 'district'>): string {
  const names = [place.province, place.city, place.district].filter((name) => name !== '');
  return names.filter((name, index) => name !== names[index - 1] && name !== '市辖区').join(' ');
}

/** `138 0013 8000`: a phone number as people read it. */
export function phoneText(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
}
