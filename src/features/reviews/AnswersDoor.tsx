import Taro from '@tarojs/taro';
import { Cell } from '../../ui/Cell';

/** The way from the manager's desk to reviews; it asks nothing itself, since the desk asks for enough. */
export function AnswersDoor() {
  return <Cell icon="star" title="商品评价" note="待回复、待审核" onTap={openAnswers} />;
}

function openAnswers() {
  void Taro.navigateTo({ url: '/pages/manager/reviews/index' });
}
