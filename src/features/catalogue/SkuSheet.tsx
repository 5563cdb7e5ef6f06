import { View } from '@tarojs/components';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { shopNow } from '../../stores/shopClock';
import { useOffers } from '../../stores/offers';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { Sheet } from '../../ui/Sheet';
import { Stepper } from '../../ui/Stepper';
import { toast } from '../../ui/toast';
import type { Product } from './goods';
import { flashOf } from './productOffers';
import { skuPrice, type ShownPrice } from './prices';
import { choiceText, stockText } from './skuChoice';
import type { Buying } from './useBuying';
import './SkuSheet.scss';

interface SkuSheetProps {
  product: Product;
  buying: Buying;
  /** The lowest price, shown until a SKU is chosen; `from` where others cost more. */
  lowest: ShownPrice;
  from: boolean;
  onAdd: () => void;
  onBuy: () => void;
}

/** Which one and how many, before it goes into the cart or to the checkout. */
export function SkuSheet(props: SkuSheetProps) {
  const { buying, onAdd, onBuy } = props;
  const { purpose, specs, take } = buying;
  return (
    <Sheet
      open={purpose !== null}
      onClose={buying.close}
      title="选择规格"
      foot={<Deeds buying={buying} onAdd={onAdd} onBuy={onBuy} />}
    >
      <ChoiceHead {...props} />
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
        <View className="sku-sheet__name">
          数量
          <FlashLimit {...props} />
        </View>
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

/** What is chosen so far: its picture, its price for so many pieces, and how it stands on the shelf. */
function ChoiceHead({ product, buying, lowest, from }: SkuSheetProps) {
  const { sku, shown, missing, choice, quantity } = buying;
  const told = useOffers((offers) => offers.told);
  const one = sku ?? shown;
  const price =
    sku === null ? lowest : skuPrice(product, sku, { told, nowMs: shopNow(), quantity });
  return (
    <View className="sku-sheet__head">
      <View className="sku-sheet__picture">
        <Picture src={one?.pictureUrl || product.pictures[0] || null} rounded eager />
      </View>
      <View className="sku-sheet__words">
        <Price
          fen={price.fen}
          struckFen={price.struckFen}
          from={sku === null && from}
          size="large"
        />
        <View className="sku-sheet__pills">
          {price.pills.map((pill) => (
            <Pill key={pill}>{pill}</Pill>
          ))}
        </View>
        <View className={sku !== null && sku.left < 5 ? 'sku-sheet__short' : 'sku-sheet__note'}>
          {sku === null ? `请选择 ${missing.join('、')}` : stockText(sku.left)}
        </View>
        <View className="sku-sheet__note">{choiceText(choice)}</View>
      </View>
    </View>
  );
}

/** How many pieces have the price of 秒杀; beyond them the whole line has its ordinary price. */
function FlashLimit({ product, buying: { sku, quantity } }: SkuSheetProps) {
  const told = useOffers((offers) => offers.told);
  const flash =
    sku === null || told === null ? null : flashOf(product, sku, { told, nowMs: shopNow() });
  if (flash === null) return null;
  return (
    <View className={quantity > flash.most ? 'sku-sheet__short' : 'sku-sheet__note'}>
      {quantity > flash.most
        ? `超出 ${flash.most} 件，按日常价计算`
        : `秒杀价限 ${flash.most} 件，超出按日常价`}
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
