import { View } from '@tarojs/components';
import { useState } from 'react';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { Tap } from '../../../ui/Tap';
import { FaultLine } from '../form/FaultLine';
import { ProductSheet } from '../form/ProductSheet';
import { wholeTyped } from '../form/typed';
import { UnitField } from '../form/UnitField';
import { most, type SetItemForm } from './promotionForm';
import type { TermsProps } from './TermsSection';

/** 组合套餐: which products together, how many of each, and for how much. */
export function BundleTerms({ terms, faults, onChange }: TermsProps) {
  const [choosing, setChoosing] = useState(false);
  const { items, setPrice, mostSets } = terms;
  return (
    <>
      {items.map((item) => (
        <ItemPart
          key={item.product.productId}
          item={item}
          fault={faults[`terms.items.${item.product.productId}`]}
          onQuantity={(quantity) =>
            onChange({ items: items.map((one) => (one === item ? { ...one, quantity } : one)) })
          }
          onRemove={() => onChange({ items: items.filter((one) => one !== item) })}
        />
      ))}
      <Tap className="form-add" onTap={() => setChoosing(true)}>
        选套餐里的商品
      </Tap>
      <FaultLine say={faults['terms.items']} />
      <UnitField
        label="套餐价"
        unit="元"
        placeholder={items.length === 0 ? '0.00' : `分开买 ${moneyText(apartFen(items))} 起`}
        value={setPrice}
        error={faults['terms.setPrice']}
        onChange={(next) => onChange({ setPrice: next })}
      />
      <UnitField
        label="每单最多"
        unit="套"
        placeholder="不填就不限"
        value={mostSets}
        error={faults['terms.mostSets']}
        onChange={(next) => onChange({ mostSets: next })}
      />
      <ProductSheet
        open={choosing}
        chosen={items.map(({ product }) => product)}
        most={most.items}
        onClose={() => setChoosing(false)}
        onDone={(products) => {
          setChoosing(false);
          onChange({
            items: products.map(
              (product) =>
                items.find((one) => one.product.productId === product.productId) ?? {
                  product,
                  quantity: '1',
                },
            ),
          });
        }}
      />
    </>
  );
}

/** What the cheapest SKUs of a set cost apart, in fen. */
function apartFen(items: readonly SetItemForm[]): number {
  return items.reduce(
    (sum, { product, quantity }) => sum + product.priceFen * (wholeTyped(quantity) ?? 1),
    0,
  );
}

interface ItemPartProps {
  item: SetItemForm;
  fault: string | undefined;
  onQuantity: (quantity: string) => void;
  onRemove: () => void;
}

function ItemPart({ item, fault, onQuantity, onRemove }: ItemPartProps) {
  const { product, quantity } = item;
  return (
    <View className="form-part">
      <View className="form-part__sku">
        <View className="form-part__words">
          <View className="form-part__title">{product.title}</View>
          <View className="form-part__note">{moneyText(product.priceFen)} 起，规格任选</View>
        </View>
        <Tap className="form-part__remove" label={`去掉${product.title}`} onTap={onRemove}>
          去掉
        </Tap>
      </View>
      <UnitField label="每套几件" unit="件" value={quantity} error={fault} onChange={onQuantity} />
    </View>
  );
}
