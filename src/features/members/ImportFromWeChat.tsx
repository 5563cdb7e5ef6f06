import Taro from '@tarojs/taro';
import { Cell, CellGroup } from '../../ui/Cell';
import { toast } from '../../ui/toast';
import { phoneDigits, type AddressForm } from './addressForm';

/** Takes one of the addresses that the shopper keeps in WeChat; it fills the form and is saved by her. */
export function ImportFromWeChat({ onTaken }: { onTaken: (part: Partial<AddressForm>) => void }) {
  return (
    <CellGroup>
      <Cell icon="chat" title="使用微信收货地址" onTap={() => void take(onTaken)} />
    </CellGroup>
  );
}

async function take(onTaken: (part: Partial<AddressForm>) => void): Promise<void> {
  try {
    const kept = await Taro.chooseAddress();
    onTaken({
      name: kept.userName,
      phone: phoneDigits(kept.telNumber),
      regionCode: kept.nationalCode ?? '',
      province: kept.provinceName,
      city: kept.cityName,
      district: kept.countyName,
      detail: kept.detailInfo,
    });
  } catch (reason) {
    // Turning back from WeChat's list is no failure.
    if (!/cancel/.test(JSON.stringify(reason))) toast('没能读取微信地址，请手动填写');
  }
}
