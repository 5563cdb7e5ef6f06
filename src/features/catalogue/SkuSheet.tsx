import { View } from '@tarojs/components';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Picture } from '../../ui/Picture';
import { Price } from '../../ui/Price';
import { Sheet } from '../../ui/Sheet';
import { Stepper } from '../../ui/Stepper';
import { toast } from '../../ui/toast';
import type { Product } from './goods';
import { choiceText, stockText } from './skuChoice';
import type { Buying } from './useBuying';
import './SkuSheet.scss';

interface SkuSheetProps {
  product: Product;
  buying: Buying;
  onAdd: () => void;
  onBuy: () => void;
}

/** Which one and how many, before it goes into the cart or to the checkout. */
export function SkuSheet({ product, buying, onAdd, onBuy }: SkuSheetProps) {
  const { purpose, specs, take } = buying;
  return (
    <Sheet
      open={purpose !== null}
      onClose={buying.close}
      title="选择规格"
      foot={<Deeds buying={buying} onAdd={onAdd} onBuy={onBuy} />}
    >
      <ChoiceHead product={product} buying={buying} />
      {specs.map(({ name, values }, at) => (
        <View key={name} className="sku-sheet__spec">
          <View className="sku-sheet__name">{name}</View>
          <Chips>
            {values.map(({ value, chosen, open }) => (
              <Chip
                key={value}
                chosen={chosen}
                disabled={!open && !chosen}
                onTap={() => take(at, value)}
              >
                {value}
              </Chip>
            ))}
          </Chips>
        </View>
      ))}
      <View className="sku-sheet__count">
        <View className="sku-sheet__name">数量</View>
        <Stepper
          value={buying.quantity}
          max={buying.most}
          onChange={buying.want}
          onEnd={(end) => toast(end === 'min' ? '最少买 1 件' : `最多买 ${buying.most} 件`)}
        />
      </View>
    </Sheet>
  );
}

/** What is chosen so far: its picture, its price and how it stands on the shelf. */
function ChoiceHead({ product, buying }: { product: Product; buying: Buying }) {
  const { sku, shown, missing, choice } = buying;
  const one = sku ?? shown;
  return (
    <View className="sku-sheet__head">
      <View className="sku-sheet__picture">
        <Picture src={one?.pictureUrl || product.pictures[0] || null} rounded eager />
      </View>
      <View className="sku-sheet__words">
        <Price
          fen={(sku ?? product).priceFen}
          struckFen={(sku ?? product).marketFen ?? undefined}
          from={sku === null && hasSeveralPrices(product)}
          size="large"
        />
        <View className={sku !== null && sku.left < 5 ? 'sku-sheet__short' : 'sku-sheet__note'}>
          {sku === null ? `请选择 ${missing.join('、')}` : stockText(sku.left)}
        </View>
        <View className="sku-sheet__note">{choiceText(choice)}</View>
      </View>
    </View>
  );
}

/** The deed that the sheet was opened for, or both. */
function Deeds({ buying, onAdd, onBuy }: Pick<SkuSheetProps, 'buying' | 'onAdd' | 'onBuy'>) {
  const { purpose, missing } = buying;
  const whenChosen = (deed: () => void) => () => {
    if (missing.length > 0) toast(`请选择${missing.join('、')}`);
    else deed();
  };
  return (
    <>
      {purpose === 'buy' ? null : (
        <Button kind={purpose === 'add' ? 'primary' : 'quiet'} onTap={whenChosen(onAdd)}>
          加入购物车
        </Button>
      )}
      {purpose === 'add' ? null : <Button onTap={whenChosen(onBuy)}>立即购买</Button>}
    </>
  );
}

function hasSeveralPrices({ skus }: Product): boolean {
  return new Set(skus.map((sku) => sku.priceFen)).size > 1;
}
