import { View } from '@tarojs/components';
import { useState } from 'react';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { Tap } from '../../../ui/Tap';
import { FaultLine } from '../form/FaultLine';
import type { PickedProduct } from '../form/picked';
import { PartHead } from '../form/PartHead';
import { ProductSheet } from '../form/ProductSheet';
import { wholeTyped } from '../form/typed';
import { UnitField } from '../form/UnitField';
import { most, type SetItemForm } from './promotionForm';
import type { TermsProps } from './termsProps';

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
          onChange({ items: itemsOf(items, products) });
        }}
      />
    </>
  );
}

/** What was typed for a product already, or one piece of it. */
function itemsOf(items: readonly SetItemForm[], products: readonly PickedProduct[]): SetItemForm[] {
  return products.map((product) => {
    const known = items.find((one) => one.product.productId === product.productId);
    return known ?? { product, quantity: '1' };
  });
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
      <PartHead
        title={product.title}
        note={`${moneyText(product.priceFen)} 起，规格任选`}
        pictureUrl={product.pictureUrl}
        onRemove={onRemove}
      />
      <UnitField label="每套几件" unit="件" value={quantity} error={fault} onChange={onQuantity} />
    </View>
  );
}
