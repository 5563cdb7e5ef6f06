import type { Chance } from '../random';

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const givenNames =
  '子涵 雨欣 浩然 梓萱 佳怡 思远 晓彤 文博 静怡 宇航 若曦 俊熙 雅琪 天佑 诗涵 明哲 嘉懿 可馨 泽宇 婉婷 建国 秀英 志强 丽华 海燕 晨曦 书瑶 一诺 安然 依依'.split(
    ' ',
  );

const wholeNicknames =
  '一颗柠檬 小满 慢慢来 半糖去冰 江南烟雨 静水流深 风吹麦浪 山茶花 今天也要早睡 晚风 橘子汽水 北岛以北 三分甜 云朵收集员 爱吃糖的鱼 月亮邮差 木棉 阿布 小确幸 栀子花开 老周 大鹏 Lily Mia 阿May Sunny Echo 小鹿 知更鸟 青柠 夏至未至 麦子熟了 白开水 花田半亩 浅浅 一叶知秋 追风少年 不吃香菜 拾光 南风知我意 海盐奶盖 七月流火 行走的火锅 早起困难户 随遇而安 淡淡茶香 乘风 听雨 橙子 暖阳'.split(
    ' ',
  );
const families =
  '果果 糖糖 豆豆 安安 乐乐 团子 小米 柚子 朵朵 石头 汤圆 多多 可乐 桃桃 小宇 阳阳'.split(' ');
const kin = '妈 妈妈 妈咪 爸爸 爸 外婆 姥姥'.split(' ');
const callings = '姐 哥 老师 先生 小姐 阿姨 叔'.split(' ');
const places = '上海 杭州 成都 广州 武汉 西安 苏州 长沙'.split(' ');

/** A nickname as people choose them, not unique. */
export function nicknameFrom(chance: Chance): string {
  const kind = chance.weighed([46, 24, 16, 8, 6]);
  if (kind === 0) return chance.pick(wholeNicknames);
  if (kind === 1) return `${chance.pick(families)}${chance.pick(kin)}`;
  if (kind === 2) return `${chance.pick(surnames)}${chance.pick(callings)}`;
  if (kind === 3)
    return `${chance.pick(wholeNicknames)}${chance.pick(['🌿', '·', '_', '01', '88', '呀', '酱'])}`;
  return `${chance.pick(places)}${chance.pick(surnames)}${chance.pick(['小姐', '先生', '女士'])}`;
}

/** A name for a parcel. */
export function fullNameFrom(chance: Chance): string {
  return `${chance.pick(surnames)}${chance.pick(givenNames)}`;
}

/** A made-up mobile number; all begin alike, so that nobody takes them for real. */
export function phoneFrom(chance: Chance): string {
  return `1700000${String(chance.whole(0, 9_999)).padStart(4, '0')}`;
}

interface Place {
  readonly regionCode: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly streets: readonly string[];
}

const placeTable = `
310104 上海市 上海市 徐汇区 漕溪北路,天钥桥路,宛平南路,龙华中路
310110 上海市 上海市 杨浦区 国定路,四平路,黄兴路
310115 上海市 上海市 浦东新区 世纪大道,花木路,张杨路,蓝村路
310106 上海市 上海市 静安区 新闸路,江宁路,万航渡路
330106 浙江省 杭州市 西湖区 文三路,天目山路,古翠路
330108 浙江省 杭州市 滨江区 江南大道,滨盛路,长河路
320106 江苏省 南京市 鼓楼区 中山北路,湖南路,草场门大街
320507 江苏省 苏州市 相城区 人民路,采莲路,阳澄湖中路
510104 四川省 成都市 锦江区 东大街,锦华路,静居寺路
440106 广东省 广州市 天河区 体育西路,天河路,黄埔大道西
110105 北京市 北京市 朝阳区 建国路,朝阳北路,望京街
420106 湖北省 武汉市 武昌区 中南路,友谊大道,临江大道
610113 陕西省 西安市 雁塔区 小寨东路,雁塔南路,科技路
500103 重庆市 重庆市 渝中区 民生路,中山三路,长江一路
370202 山东省 青岛市 市南区 香港中路,东海西路,宁夏路
430102 湖南省 长沙市 芙蓉区 五一大道,韶山北路,芙蓉中路
`;

const placeList: readonly Place[] = placeTable
  .trim()
  .split('\n')
  .map((line) => {
    const [regionCode = '', province = '', city = '', district = '', streets = ''] =
      line.split(' ');
    return { regionCode, province, city, district, streets: streets.split(',') };
  });

const estates =
  '锦绣花园 江南名苑 翠湖天地 阳光新城 金色家园 和平里小区 香榭水岸 云山雅居 桂花苑 春晓小区'.split(
    ' ',
  );

/** Where a parcel goes: a real district, an invented door. */
export function placeFrom(chance: Chance): Omit<Place, 'streets'> & { readonly detail: string } {
  const { streets, ...place } = chance.pick(placeList);
  const door = `${chance.whole(1, 32)} 号楼 ${chance.whole(1, 28)}${String(chance.whole(1, 6)).padStart(2, '0')} 室`;
  const detail = `${chance.pick(streets)} ${chance.whole(10, 999)} 号${chance.pick(estates)} ${door}`;
  return { ...place, detail };
}
