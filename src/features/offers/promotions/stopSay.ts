/** What stopping a promotion does, said before it is done. */
export const stopSay =
  '停止后新订单不再享受，已经下的订单价格不变。停了不能再开，要再做可以复制一个。';
