import { View } from '@tarojs/components';
import { useCart } from '../../stores/cart';
import { Button } from '../../ui/Button';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { Price } from '../../ui/Price';
import { Stepper } from '../../ui/Stepper';
import { Tap } from '../../ui/Tap';
import { toast } from '../../ui/toast';
import { openProduct } from './routes';
import type { AddOnGood, AddOnOffer } from './sides';
import './AddOns.scss';

/** 加价购: goods that may be had at a price of their own, or what is missing to them. */
export function AddOns({ offers }: { offers: readonly AddOnOffer[] }) {
  return (
    <View>
      {offers.map((offer) => (
        <View key={offer.promotionId} className="cart-card add-ons">
          <View className="add-ons__head">
            <Pill>换购</Pill>
            <View className="add-ons__text">{offer.text}</View>
            <View className="add-ons__short">{offer.shortSay}</View>
          </View>
          {offer.goods.map((good) => (
            <Good key={good.sku.skuId} good={good} offer={offer} />
          ))}
        </View>
      ))}
    </View>
  );
}

function Good({ good, offer }: { good: AddOnGood; offer: AddOnOffer }) {
  const { sku, priceFen, most, quantity } = good;
  const want = (next: number) =>
    useCart.getState().setAddOn({
      promotionId: offer.promotionId,
      skuId: sku.skuId,
      quantity: next,
    });
  return (
    <View className="add-ons__row">
      <Tap
        className="add-ons__picture"
        label={`查看${sku.title}`}
        onTap={() => openProduct(sku.productId)}
      >
        <Picture src={sku.pictureUrl} rounded />
      </Tap>
      <View className="add-ons__words">
        <View className="add-ons__title">{sku.title}</View>
        {sku.specText === '' ? null : <View className="add-ons__spec">{sku.specText}</View>}
        <Price fen={priceFen} struckFen={sku.listFen} size="small" />
      </View>
      <View className="add-ons__deed">
        {quantity === 0 ? (
          <Button kind="quiet" compact disabled={offer.shortSay !== ''} onTap={() => want(1)}>
            换购
          </Button>
        ) : (
          <Stepper
            min={0}
            max={most}
            value={quantity}
            label={`${sku.title}的数量`}
            onChange={want}
            onEnd={(end) => {
              if (end === 'max') toast(`最多换购 ${most} 件`);
            }}
          />
        )}
      </View>
    </View>
  );
}
