import { View } from '@tarojs/components';
import { Badge } from '../../ui/Badge';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Icon, type IconName } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import type { Product } from './goods';
import './BuyBar.scss';

interface BuyBarProps {
  product: Pick<Product, 'onSale' | 'skus'>;
  /** Pieces in the cart. */
  pieces: number;
  onHome: () => void;
  onGuide: () => void;
  onCart: () => void;
  onAdd: () => void;
  onBuy: () => void;
}

/** At the thumb: the ways out at the left, buying at the right. */
export function BuyBar(props: BuyBarProps) {
  const { product, pieces, onHome, onGuide, onCart, onAdd, onBuy } = props;
  const gone = whyNotSold(product);
  return (
    <BottomBar>
      <View className="buy-bar__ways">
        <Way icon="home" label="首页" onTap={onHome} />
        <Way icon="chat" label="导购" onTap={onGuide} />
        <Way icon="cart" label="购物车" count={pieces} onTap={onCart} />
      </View>
      <View className="buy-bar__deeds">
        {gone === null ? (
          <>
            <Button kind="quiet" onTap={onAdd}>
              加入购物车
            </Button>
            <Button onTap={onBuy}>立即购买</Button>
          </>
        ) : (
          <Button disabled>{gone}</Button>
        )}
      </View>
    </BottomBar>
  );
}

interface WayProps {
  icon: IconName;
  label: string;
  count?: number;
  onTap: () => void;
}

function Way({ icon, label, count = 0, onTap }: WayProps) {
  return (
    <Tap className="buy-bar__way" onTap={onTap}>
      <Icon name={icon} />
      {label}
      {count > 0 ? <Badge className="buy-bar__badge" count={count} /> : null}
    </Tap>
  );
}

/** In two words why it can't be bought now, or null when it can. */
function whyNotSold({ onSale, skus }: BuyBarProps['product']): string | null {
  if (!onSale) return '商品已下架';
  return skus.some((sku) => sku.left > 0) ? null : '暂时缺货';
}
