/** A store of the brand. */
export interface StorePlan {
  readonly name: string;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly building: string;
}

export interface GuidePlan {
  readonly name: string;
  readonly title: string;
  readonly store: number;
  readonly rateBp: number;
  readonly greeting: string;
  readonly face: string;
  /** The trades whose cards she likes to send. */
  readonly trades: readonly string[];
}

export interface ManagerPlan {
  readonly name: string;
  readonly title: string;
  readonly store: number;
  readonly face: string;
}

export const storePlans: readonly StorePlan[] = [
  {
    name: '上海徐汇滨江店',
    city: '上海市',
    address: '上海市徐汇区龙腾大道 2350 号一层',
    phone: '021-54930168',
    hours: '10:00–22:00',
    latitude: 31.1739,
    longitude: 121.4612,
    building: 'mall',
  },
  {
    name: '杭州湖滨店',
    city: '杭州市',
    address: '浙江省杭州市上城区平海路 88 号 2 层',
    phone: '0571-87025518',
    hours: '10:00–22:00',
    latitude: 30.2554,
    longitude: 120.1638,
    building: 'villa',
  },
  {
    name: '成都东大街店',
    city: '成都市',
    address: '四川省成都市锦江区东大街下东大街段 166 号',
    phone: '028-86720936',
    hours: '10:00–22:30',
    latitude: 30.6544,
    longitude: 104.0826,
    building: 'school',
  },
  {
    name: '广州天河南店',
    city: '广州市',
    address: '广东省广州市天河区体育西横街 57 号首层',
    phone: '020-38810275',
    hours: '09:30–22:00',
    latitude: 23.1327,
    longitude: 113.3218,
    building: 'shop',
  },
];

export const guidePlans: readonly GuidePlan[] = [
  {
    name: '林晓晴',
    title: '金牌导购',
    store: 0,
    rateBp: 900,
    face: 'woman2',
    trades: ['shoes', 'jewellery'],
    greeting: '我是徐汇滨江店的晓晴，跑鞋尺码、首饰圈口拿不准，都可以问我。',
  },
  {
    name: '周子墨',
    title: '跑步装备顾问',
    store: 0,
    rateBp: 700,
    face: 'man1',
    trades: ['shoes'],
    greeting: '我也跑步，告诉我您每周跑多少、在哪儿跑，我帮您挑双合脚的。',
  },
  {
    name: '陈若溪',
    title: '育儿顾问',
    store: 0,
    rateBp: 700,
    face: 'woman1',
    trades: ['baby'],
    greeting: '两个孩子的妈妈，月龄、尺码、口味，用过的我都会如实说。',
  },
  {
    name: '沈佳宁',
    title: '珠宝顾问',
    store: 1,
    rateBp: 900,
    face: 'woman4',
    trades: ['jewellery'],
    greeting: '湖滨店佳宁，送人还是自戴，预算多少，跟我说一声就行。',
  },
  {
    name: '吴一帆',
    title: '资深导购',
    store: 1,
    rateBp: 700,
    face: 'man4',
    trades: ['shoes', 'fresh'],
    greeting: '买过的鞋穿着不合适，随时来店里找我，免费帮您调。',
  },
  {
    name: '徐可欣',
    title: '生鲜选品师',
    store: 1,
    rateBp: 600,
    face: 'woman8',
    trades: ['fresh'],
    greeting: '每天早上先尝再上架，今天什么好吃，问我最准。',
  },
  {
    name: '唐雨桐',
    title: '金牌导购',
    store: 2,
    rateBp: 900,
    face: 'woman3',
    trades: ['jewellery', 'baby'],
    greeting: '成都雨桐，慢慢看，不着急，喜欢再带走。',
  },
  {
    name: '何文昊',
    title: '户外装备顾问',
    store: 2,
    rateBp: 700,
    face: 'man5',
    trades: ['shoes'],
    greeting: '周末常在川西，徒步鞋防不防水，我踩过坑，您就别踩了。',
  },
  {
    name: '罗思雅',
    title: '育儿顾问',
    store: 2,
    rateBp: 600,
    face: 'woman6',
    trades: ['baby', 'fresh'],
    greeting: '辅食怎么加、尿裤怎么选，发宝宝月龄给我，我来配。',
  },
  {
    name: '黄嘉敏',
    title: '资深导购',
    store: 3,
    rateBp: 700,
    face: 'woman7',
    trades: ['fresh', 'baby'],
    greeting: '天河店嘉敏，靓货到店第一时间同您讲。',
  },
  {
    name: '梁俊杰',
    title: '球鞋顾问',
    store: 3,
    rateBp: 700,
    face: 'man2',
    trades: ['shoes'],
    greeting: '打球还是街穿，脚宽脚窄，讲俾我知，帮您对码。',
  },
  {
    name: '郑雅文',
    title: '珠宝顾问',
    store: 3,
    rateBp: 600,
    face: 'woman5',
    trades: ['jewellery'],
    greeting: '手镯圈口、项链长短，拍张照给我，我帮您比一比。',
  },
];

export const managerPlans: readonly ManagerPlan[] = [
  { name: '顾明远', title: '运营总监', store: 0, face: 'man3' },
  { name: '苏婉清', title: '杭州区域店长', store: 1, face: 'woman10' },
  { name: '蒋立言', title: '西南区域店长', store: 2, face: 'woman9' },
];
