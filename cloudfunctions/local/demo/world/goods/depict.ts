import type { Depicted } from '../../artwork/layouts';
import type { Leaf, TradeKey } from './categories';
import type { GoodsRow } from './table';

/** The second colour of a shoe whose first is the key. */
const trims: Readonly<Record<string, string>> = {
  云白: '海盐蓝',
  曜黑: '火焰红',
  雾灰: '珊瑚橙',
  银灰: '藏青',
  海盐蓝: '云白',
  湖蓝: '鹅黄',
  藏青: '珊瑚橙',
  薄荷绿: '云白',
  军绿: '卡其',
  荧光绿: '曜黑',
  樱粉: '云白',
  珊瑚橙: '藏青',
  火焰红: '曜黑',
  酒红: '米杏',
  鹅黄: '曜黑',
  香芋紫: '云白',
  奶咖: '云白',
  卡其: '军绿',
  驼色: '曜黑',
  米杏: '奶咖',
};

/** Objects that can be had in any colour of the specs. */
const tintable = new Set(['cup', 'thermos', 'scarf', 'gloves', 'scooter', 'umbrella', 'bucket']);
const tintableClothes = new Set([
  'kimono',
  'tshirt',
  'dress',
  'shorts',
  'bed',
  'yoyo',
  'suitcase',
  'backpack',
]);
/** What a metal in the specs does to the first word of a jewel. */
const metals: readonly (readonly [RegExp, string])[] = [
  [/玫瑰金/, 'rose'],
  [/镀金|18K金|足金/, 'gold'],
  [/银|铂金/, 'silver'],
];

/** What the pictures of a product show, told from its table line. */
export function depict(row: GoodsRow, leaf: Leaf, trade: TradeKey): Depicted {
  const [hero = 'gift', ...beside] = row.look;
  return {
    leaf: leaf.key,
    place: row.place,
    variants: variantsOf(row, hero, trade),
    beside,
    props: leaf.props,
    tones: leaf.tones,
  };
}

/** The hero once for each value of the first spec when that changes how it looks; else the hero alone. */
function variantsOf(row: GoodsRow, hero: string, trade: TradeKey): string[] {
  const values = row.specs[0]?.values.map(({ text }) => text) ?? [];
  if (trade === 'shoes') return values.map((colour) => `${hero}~${colour}~${trimOf(hero, colour)}`);
  if (trade === 'jewellery') return jewelVariants(row, hero);
  const colours =
    row.specs.find(({ name }) => name === '颜色')?.values.map(({ text }) => text) ?? [];
  const [name = ''] = hero.split('~');
  if (colours.length > 1 && (tintable.has(name) || tintableClothes.has(name))) {
    return colours.map((colour) => `${name}~${colour}`);
  }
  return [hero];
}

/** Boots have dark soles; everything else has the second colour that suits the first. */
function trimOf(hero: string, colour: string): string {
  const trim = trims[colour] ?? '云白';
  return hero === 'boot' && trim === '云白' ? '曜黑' : trim;
}

function jewelVariants(row: GoodsRow, hero: string): string[] {
  const first = row.specs[0];
  const [name, metal, ...rest] = hero.split('~');
  const dyed = name === 'ring' || name === 'necklace' || name === 'earrings';
  if (first?.name !== '材质' || first.values.length < 2 || !dyed || metal === undefined)
    return [hero];
  return first.values.map(({ text }) => {
    const found = metals.find(([pattern]) => pattern.test(text))?.[1] ?? metal;
    return [name, found, ...rest].join('~');
  });
}
