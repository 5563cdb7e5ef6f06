import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceRow } from './ChoiceRow';
import { NamedSheet } from './NamedSheet';
import { categoryRows } from './namedRows';
import { ProductSheet } from './ProductSheet';
import { mostNamed, type GoodsForm } from './scopeForm';
import { TagField, Taken } from './TagField';

interface GoodsRowsProps {
  goods: GoodsForm;
  onChange: (change: Partial<GoodsForm>) => void;
}

type Open = 'products' | 'categories' | null;

/** Products, categories and tags, each with a way to choose and to take away. */
export function GoodsRows({ goods, onChange }: GoodsRowsProps) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { products, categories, tags } = goods;
  return (
    <>
      <ChoiceRow
        label="商品"
        value={products.length === 0 ? '选商品' : `${products.length} 件`}
        quiet={products.length === 0}
        onTap={() => setOpen('products')}
      />
      <TakenRow
        entries={products.map(({ productId, title }) => ({ id: productId, name: title }))}
        onTake={(id) => onChange({ products: products.filter((one) => one.productId !== id) })}
      />
      <ChoiceRow
        label="分类"
        value={categories.length === 0 ? '选分类' : `${categories.length} 个`}
        quiet={categories.length === 0}
        onTap={() => setOpen('categories')}
      />
      <TakenRow
        entries={categories}
        onTake={(id) => onChange({ categories: categories.filter((one) => one.id !== id) })}
      />
      <TagField
        label="商品标签"
        tags={tags}
        placeholder="输入标签，如 新品"
        onChange={(next) => onChange({ tags: next })}
      />
      <ProductSheet
        open={open === 'products'}
        chosen={products}
        most={mostNamed}
        onClose={close}
        onDone={(next) => {
          close();
          onChange({ products: next });
        }}
      />
      <NamedSheet
        open={open === 'categories'}
        title="选分类"
        chosen={categories}
        load={categoryRows}
        onClose={close}
        onDone={(next) => {
          close();
          onChange({ categories: next });
        }}
      />
    </>
  );
}

interface TakenRowProps {
  entries: readonly { readonly id: string; readonly name: string }[];
  onTake: (id: string) => void;
}

/** What was chosen above, each to be taken away; of many only the first are shown. */
export function TakenRow({ entries, onTake }: TakenRowProps) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, shownAtFirst);
  return (
    <View className="taken-row">
      {shown.map(({ id, name }) => (
        <Taken key={id} name={name} onTake={() => onTake(id)} />
      ))}
      {shown.length === entries.length ? null : (
        <View className="taken-row__more" onClick={() => setAll(true)}>
          还有 {entries.length - shown.length} 个
        </View>
      )}
    </View>
  );
}

const shownAtFirst = 8;
