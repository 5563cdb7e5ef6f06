import Taro from '@tarojs/taro';
import type { Leader, Window } from './useBoard';

/** A number that opens to its rows; conversion to both sides of its fraction. */
export type Counted = 'net' | 'orders' | 'buyers' | 'visitors' | 'conversion';

/** Opens the rows that a number counts. */
export function openRows(number: Counted, window: Window): void {
  void Taro.navigateTo({ url: `/pages/manager/rows/index?number=${number}&window=${window}` });
}

/** Opens the orders that are credited to a guide. */
export function openGuideRows({ guideId, name }: Leader, window: Window): void {
  const whose = `guideId=${guideId}&name=${encodeURIComponent(name)}`;
  void Taro.navigateTo({ url: `/pages/manager/rows/index?number=guide&window=${window}&${whose}` });
}
