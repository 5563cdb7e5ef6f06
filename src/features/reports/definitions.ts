/** What each number of the manager's desk means, in words. */
export const definitions: readonly { readonly name: string; readonly means: string }[] = [
  { name: '净销售', means: '收到的货款减去退掉的，按付款和退款那一天算，以店铺所在时区分日。' },
  { name: '订单', means: '付了款的订单有几笔。' },
  { name: '买家', means: '付过款的人有几位，同一人只算一次。' },
  { name: '访客', means: '打开过店铺的人有几位，登录前后算同一个人。' },
  { name: '转化率', means: '买家除以访客。' },
  { name: '变化', means: '今天与上周同一天的同一时段比；近 30 天与再前 30 天比。' },
  { name: '导购净销售', means: '记在导购名下的订单，实付减去退款。' },
  { name: '复购率', means: '在两个不同日子买过的买家，除以她的全部买家。' },
  { name: '来访', means: '打开过她卡片的人有几位。' },
];
