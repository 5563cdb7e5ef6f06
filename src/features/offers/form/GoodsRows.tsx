import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '../../../ui/Tap';
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

/** Products, categories and tags, each with a way to choose and to take away. */
export function GoodsRows({ goods, onChange }: GoodsRowsProps) {
  return (
    <>
      <ProductsRow goods={goods} onChange={onChange} />
      <CategoriesRow goods={goods} onChange={onChange} />
      <TagField
        label="商品标签"
        tags={goods.tags}
        placeholder="输入标签，如 新品"
        onChange={(tags) => onChange({ tags })}
      />
    </>
  );
}

function ProductsRow({ goods: { products }, onChange }: GoodsRowsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ChoiceRow
        label="商品"
        value={products.length === 0 ? '选商品' : `${products.length} 件`}
        quiet={products.length === 0}
        onTap={() => setOpen(true)}
      />
      <TakenRow
        entries={products.map(({ productId, title }) => ({ id: productId, name: title }))}
        onTake={(id) => onChange({ products: products.filter((one) => one.productId !== id) })}
      />
      <ProductSheet
        open={open}
        chosen={products}
        most={mostNamed}
        onClose={() => setOpen(false)}
        onDone={(next) => {
          setOpen(false);
          onChange({ products: next });
        }}
      />
    </>
  );
}

function CategoriesRow({ goods: { categories }, onChange }: GoodsRowsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ChoiceRow
        label="分类"
        value={categories.length === 0 ? '选分类' : `${categories.length} 个`}
        quiet={categories.length === 0}
        onTap={() => setOpen(true)}
      />
      <TakenRow
        entries={categories}
        onTake={(id) => onChange({ categories: categories.filter((one) => one.id !== id) })}
      />
      <NamedSheet
        open={open}
        title="选分类"
        chosen={categories}
        load={categoryRows}
        onClose={() => setOpen(false)}
        onDone={(next) => {
          setOpen(false);
          onChange({ categories: next });
        }}
      />
    </>
  );
}

/** As many as are shown before somebody asks for all. */
const shownAtFirst = 8;

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
        <Tap className="taken-row__more" onTap={() => setAll(true)}>
          还有 {entries.length - shown.length} 个
        </Tap>
      )}
    </View>
  );
}
