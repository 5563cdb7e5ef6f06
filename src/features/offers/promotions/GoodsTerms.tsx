import { View } from '@tarojs/components';
import { useState } from 'react';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { Tap } from '../../../ui/Tap';
import { FaultLine } from '../form/FaultLine';
import { PartHead } from '../form/PartHead';
import type { PickedSku } from '../form/picked';
import type { Faults } from '../form/reading';
import { SkuSheet } from '../form/SkuSheet';
import { UnitField } from '../form/UnitField';
import { most, type GoodForm } from './promotionForm';
import type { TermsProps } from './termsProps';

type Kind = 'flash' | 'exchange' | 'add_on';

const asks = {
  flash: { add: '选秒杀商品', price: '秒杀价', count: '活动库存', unit: '件' },
  exchange: { add: '选兑换商品', price: '再加', count: '活动库存', unit: '件' },
  add_on: { add: '选换购商品', price: '换购价', count: '每单最多', unit: '件' },
} as const;

/** The goods of 秒杀, 积分兑换 and 加价购, each with its price and how many there are. */
export function GoodsTerms(props: TermsProps & { kind: Kind }) {
  const { kind, terms, faults, onChange, onOther } = props;
  const [choosing, setChoosing] = useState(false);
  const { goods, mostPerMember } = terms;
  const changeGood = (skuId: string, change: Partial<GoodForm>) =>
    onChange({
      goods: goods.map((good) => (good.sku.skuId === skuId ? { ...good, ...change } : good)),
    });
  return (
    <>
      {goods.map((good) => (
        <GoodPart
          key={good.sku.skuId}
          kind={kind}
          good={good}
          faults={faults}
          onChange={(change) => changeGood(good.sku.skuId, change)}
          onRemove={() => onChange({ goods: goods.filter((one) => one !== good) })}
        />
      ))}
      <Tap className="form-add" onTap={() => setChoosing(true)}>
        {asks[kind].add}
      </Tap>
      <FaultLine
        say={faults['terms.goods']}
        link={onOther === undefined ? undefined : { say: '看那个活动', onTap: onOther }}
      />
      {kind === 'add_on' ? null : (
        <UnitField
          label="每人限购"
          unit="件"
          placeholder="不填就不限"
          value={mostPerMember}
          error={faults['terms.mostPerMember']}
          onChange={(next) => onChange({ mostPerMember: next })}
        />
      )}
      <SkuSheet
        open={choosing}
        chosen={goods.map(({ sku }) => sku)}
        most={kind === 'add_on' ? most.addOns : most.goods}
        onClose={() => setChoosing(false)}
        onDone={(skus) => {
          setChoosing(false);
          onChange({ goods: skus.map((sku) => goodOf(goods, sku, kind)) });
        }}
      />
    </>
  );
}

/** What was typed for a SKU already, or a new entry for it. */
function goodOf(goods: readonly GoodForm[], sku: PickedSku, kind: Kind): GoodForm {
  const known = goods.find((one) => one.sku.skuId === sku.skuId);
  return known ?? { sku, price: '', points: '', count: kind === 'add_on' ? '1' : '' };
}

interface GoodPartProps {
  kind: Kind;
  good: GoodForm;
  faults: Faults;
  onChange: (change: Partial<GoodForm>) => void;
  onRemove: () => void;
}

function GoodPart({ kind, good, faults, onChange, onRemove }: GoodPartProps) {
  const { sku, price, points, count } = good;
  const at = `terms.goods.${sku.skuId}`;
  const { price: priceLabel, count: countLabel, unit } = asks[kind];
  return (
    <View className="form-part">
      <PartHead
        title={sku.title}
        note={`${sku.specText} 原价 ${moneyText(sku.priceFen)}`.trim()}
        pictureUrl={sku.pictureUrl}
        onRemove={onRemove}
      />
      <FaultLine say={faults[at]} />
      {kind === 'exchange' ? (
        <UnitField
          label="用积分"
          unit="分"
          value={points}
          error={faults[`${at}.points`]}
          onChange={(next) => onChange({ points: next })}
        />
      ) : null}
      <UnitField
        label={priceLabel}
        unit="元"
        placeholder={kind === 'exchange' ? '不填就只用积分' : '0.00'}
        value={price}
        error={faults[`${at}.price`]}
        onChange={(next) => onChange({ price: next })}
      />
      <UnitField
        label={countLabel}
        unit={unit}
        placeholder={kind === 'add_on' ? '' : `店里还有 ${sku.left}`}
        value={count}
        error={faults[`${at}.count`]}
        onChange={(next) => onChange({ count: next })}
      />
    </View>
  );
}
