import type { TradeKey } from './categories';
import { leafText } from './leaf-texts';
import type { GoodsRow } from './table';

const promises: Readonly<Record<TradeKey, string>> = {
  shoes: '七天无理由退换，尺码不合适可免费换一次；也可以下单选到店自提，试好再带走。',
  jewellery: '全程保价配送，签收请当面验货；支持任意机构复检，与证书不符退一赔三。',
  baby: '未拆封七天无理由退换；贴身与入口商品拆封后非质量问题不退换，敬请谅解。',
  fresh: '生鲜不支持无理由退货，坏损签收后 24 小时内拍照联系导购，当天处理。',
};

/** What the page of a product says: paragraphs and attributes. */
export function detailsOf(row: GoodsRow, trade: TradeKey) {
  const text = leafText(row.leaf);
  const chosen = text.attributes.map((attribute) => {
    const [name = '', values = ''] = attribute.split(':');
    // The slash in GB/T and QB/T is part of the standard's name.
    const choices = values.split(/\/(?!T )/);
    return { name, value: choices[row.place % choices.length] ?? values };
  });
  return {
    paragraphs: [`${row.promise}。${row.point}。`, text.paragraph, promises[trade]],
    attributes: [
      { name: '品牌', value: '熟客生活' },
      { name: '产地', value: row.origin },
      ...chosen,
      ...row.specs.map((spec) => ({
        name: spec.name,
        value: valuesText(spec.values.map(({ text }) => text)),
      })),
    ],
  };
}

/** Many sizes are told by the first and the last. */
function valuesText(values: readonly string[]): string {
  return values.length > 5 ? `${values[0] ?? ''}–${values.at(-1) ?? ''}` : values.join(' / ');
}

/** Grams of one piece: what its spec says, else what such goods weigh. */
export function gramsOf(row: GoodsRow, specText: string): number {
  const said = /(\d+(?:\.\d+)?)(斤|kg|千克|g|克|L|ml)(?:×(\d+))?/i.exec(specText);
  if (said === null || row.leaf in jewelled) return leafText(row.leaf).grams;
  const [, amount = '0', unit = 'g', pieces = '1'] = said;
  const grams = Number(amount) * (unitGrams[unit.toLowerCase()] ?? 1) * Number(pieces);
  return Math.min(20_000, Math.round(grams * 1.08 + 60));
}

/** The tags of a leaf; a product takes one of them. */
export function leafTags(leaf: string): readonly string[] {
  return leafText(leaf).tags;
}

const unitGrams: Readonly<Record<string, number>> = {
  斤: 500,
  kg: 1000,
  千克: 1000,
  g: 1,
  克: 1,
  l: 1000,
  ml: 1,
};
const jewelled: Readonly<Record<string, true>> = {
  rings: true,
  necklaces: true,
  bracelets: true,
  earrings: true,
  bangles: true,
  gifts: true,
};
