import { refusals } from '../../kit/refusal';

/** What the cart says no to. */
export const refuse = refusals({
  no_such_sku: ['missing', '有商品不存在或已下架，请返回购物车查看'],
  not_delivered_there: ['conflict', '有商品不配送到该地区，请更换地址或选择自提'],
});
