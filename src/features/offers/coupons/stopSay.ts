/** What stopping a batch does, said before it is done. */
export const stopSay = '停止后不再发放，已经发出去的券还能用。停了不能再开，要再发可以复制一批。';
