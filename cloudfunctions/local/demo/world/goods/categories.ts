import { baby } from './baby';
import { fresh } from './fresh';
import { jewellery } from './jewellery';
import { shoes } from './shoes';
import type { LeafTable } from './table';

export type TradeKey = 'shoes' | 'jewellery' | 'baby' | 'fresh';

export interface Leaf {
  readonly key: string;
  readonly name: string;
  /** The object on its icon. */
  readonly icon: string;
  /** The tones of its pictures, as `#rrggbb`. */
  readonly tones: readonly [string, string];
  /** What stands behind the goods in scene pictures. */
  readonly props: readonly string[];
}

export interface Trade {
  readonly key: TradeKey;
  readonly name: string;
  readonly icon: string;
  readonly rateBp: number;
  /** Which freight template its goods travel under. */
  readonly freight: 'express' | 'insured' | 'cold';
  readonly leaves: readonly Leaf[];
  readonly goods: readonly LeafTable[];
}

/** The four trades with their leaf categories, in the order in which the shop shows them. */
export const trades: readonly Trade[] = [
  {
    key: 'shoes',
    name: '运动鞋履',
    icon: 'sneaker~珊瑚橙~藏青',
    rateBp: 800,
    freight: 'express',
    goods: shoes,
    leaves: [
      {
        key: 'running',
        name: '跑步鞋',
        icon: 'sneaker~海盐蓝~云白',
        tones: ['#dbe7f2', '#e9e4f4'],
        props: ['cloud', 'tree', 'stopwatch', 'sun'],
      },
      {
        key: 'basketball',
        name: '篮球鞋',
        icon: 'hightop~火焰红~曜黑',
        tones: ['#f4e1d6', '#e3e4ee'],
        props: ['basketball', 'trophy', 'star', 'medal'],
      },
      {
        key: 'casual',
        name: '休闲板鞋',
        icon: 'lowtop~云白~薄荷绿',
        tones: ['#efe8dc', '#e2ebe4'],
        props: ['potted', 'cap', 'coffee', 'backpack'],
      },
      {
        key: 'outdoor',
        name: '户外徒步',
        icon: 'boot~卡其~曜黑',
        tones: ['#dfe8d8', '#e9e2d3'],
        props: ['mountain', 'pine', 'tent', 'herb'],
      },
      {
        key: 'training',
        name: '训练健身',
        icon: 'glove',
        tones: ['#e2e5ec', '#f0e6dc'],
        props: ['stopwatch', 'medal', 'zap', 'football'],
      },
      {
        key: 'slides',
        name: '拖鞋凉鞋',
        icon: 'slide~薄荷绿',
        tones: ['#dcefee', '#f6ead9'],
        props: ['palm', 'shell', 'sun', 'wave'],
      },
    ],
  },
  {
    key: 'jewellery',
    name: '珠宝首饰',
    icon: 'ring~gold~ruby',
    rateBp: 1_000,
    freight: 'insured',
    goods: jewellery,
    leaves: [
      {
        key: 'rings',
        name: '戒指',
        icon: 'ring~silver~sapphire',
        tones: ['#f3e6dc', '#e6e4f0'],
        props: ['flower', 'sparkle', 'gift', 'tulip'],
      },
      {
        key: 'necklaces',
        name: '项链',
        icon: 'necklace~gold~heartred',
        tones: ['#f5ebdd', '#f3e2e2'],
        props: ['shell', 'blossom', 'mirror', 'gift'],
      },
      {
        key: 'bracelets',
        name: '手链手串',
        icon: 'bracelet~jade',
        tones: ['#e6ece4', '#f2e5d8'],
        props: ['lotus', 'tea', 'herb', 'candle'],
      },
      {
        key: 'earrings',
        name: '耳饰',
        icon: 'earrings~gold~rubydrop',
        tones: ['#f6e3e3', '#ece8f3'],
        props: ['tulip', 'mirror', 'sparkle', 'blossom'],
      },
      {
        key: 'bangles',
        name: '手镯',
        icon: 'bangle~gold',
        tones: ['#f1e7d6', '#dfebe6'],
        props: ['lotus', 'herb', 'flower', 'tea'],
      },
      {
        key: 'gifts',
        name: '送礼转运',
        icon: 'gift',
        tones: ['#f7e0da', '#f4ead2'],
        props: ['gift', 'bow', 'flower', 'sparkle'],
      },
    ],
  },
  {
    key: 'baby',
    name: '母婴亲子',
    icon: 'teddy',
    rateBp: 600,
    freight: 'express',
    goods: baby,
    leaves: [
      {
        key: 'nutrition',
        name: '奶粉辅食',
        icon: 'tin~sky~milk',
        tones: ['#fdf1dc', '#e0f0f3'],
        props: ['teddy', 'sun', 'cloud', 'bottle'],
      },
      {
        key: 'feeding',
        name: '喂养用品',
        icon: 'bottle',
        tones: ['#fde8e4', '#e4f1ec'],
        props: ['carrot', 'milk', 'star', 'duck'],
      },
      {
        key: 'care',
        name: '洗护清洁',
        icon: 'lotion',
        tones: ['#e2f1f5', '#f9e9ee'],
        props: ['bubbles', 'duck', 'cloud', 'bathtub'],
      },
      {
        key: 'clothes',
        name: '童装童帽',
        icon: 'dress',
        tones: ['#fdf0d8', '#e5ecf8'],
        props: ['kite', 'sunflower', 'cloud', 'teddy'],
      },
      {
        key: 'toys',
        name: '玩具益智',
        icon: 'train',
        tones: ['#fce9d4', '#e1eefa'],
        props: ['teddy', 'kite', 'puzzle', 'star'],
      },
      {
        key: 'home',
        name: '寝居出行',
        icon: 'bicycle',
        tones: ['#e9e7f7', '#fbeedd'],
        props: ['teddy', 'moon', 'tree', 'cloud'],
      },
    ],
  },
  {
    key: 'fresh',
    name: '生鲜食品',
    icon: 'basket',
    rateBp: 500,
    freight: 'cold',
    goods: fresh,
    leaves: [
      {
        key: 'fruit',
        name: '新鲜水果',
        icon: 'orange',
        tones: ['#fdeccd', '#e6f2d4'],
        props: ['basket', 'leaves', 'lemon', 'cherry'],
      },
      {
        key: 'vegetables',
        name: '时令蔬菜',
        icon: 'carrot',
        tones: ['#e4f0d6', '#f7efd8'],
        props: ['basket', 'herb', 'tomato', 'garlic'],
      },
      {
        key: 'meat',
        name: '肉禽蛋品',
        icon: 'steak',
        tones: ['#f8e2da', '#f3ead8'],
        props: ['herb', 'garlic', 'fryingpan', 'salt'],
      },
      {
        key: 'seafood',
        name: '海鲜水产',
        icon: 'shrimp',
        tones: ['#d9ecf4', '#e6f1ee'],
        props: ['ice', 'lemon', 'ice', 'shell'],
      },
      {
        key: 'dairy',
        name: '乳品烘焙',
        icon: 'bread',
        tones: ['#faeedd', '#e9eef8'],
        props: ['milk', 'basket', 'butter', 'strawberry'],
      },
      {
        key: 'pantry',
        name: '粮油干货',
        icon: 'honey',
        tones: ['#f5e8cf', '#e9eddb'],
        props: ['herb', 'bowl', 'tea', 'corn'],
      },
    ],
  },
];
