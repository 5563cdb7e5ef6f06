import { View } from '@tarojs/components';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { ask } from '../../../cloud';
import { useAsk } from '../../../kit/useAsk';
import { useShownAgain } from '../../../kit/useShownAgain';
import { Ask } from '../../../ui/Ask';
import { BottomBar } from '../../../ui/BottomBar';
import { Button } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { Picture } from '../../../ui/Picture';
import type { Names } from '../form/scopeForm';
import { askNames } from '../form/askNames';
import { FactRows } from '../FactRows';
import { OfferHead, OfferStats } from '../OfferCard';
import { OffersSkeleton } from '../OffersSkeleton';
import { writePromotion } from '../routes';
import { signInToOffers } from '../signInToOffers';
import { useLevels } from '../useLevels';
import { useStopping } from '../useOffers';
import { promotionFacts, type Watched } from './promotionFacts';
import { promotionRows } from './promotionRows';
import { stopSay } from './stopSay';
import './PromotionScreen.scss';

interface Shown {
  readonly made: Watched;
  readonly names: Names;
}

/** One promotion: all its terms in plain words, its goods, and what it did. */
export function PromotionScreen({ promotionId }: { promotionId: string }) {
  const state = useAsk(() => load(promotionId), promotionId);
  const stopping = useStopping(
    stopSay,
    (id) => ask('promotions.stop', { promotionId: id }),
    () => void state.reload(),
  );
  useShownAgain(() => void state.reload());
  const made = state.phase === 'ready' ? state.value.made : null;
  const isLive = made?.state === 'running' || made?.state === 'coming';
  const bar = (
    <BottomBar>
      {made !== null && isLive ? (
        <Button
          kind="plain"
          loading={stopping.busyId !== ''}
          onTap={() => void stopping.stop(promotionId, made.name)}
        >
          停止
        </Button>
      ) : null}
      <Button onTap={() => writePromotion(promotionId)}>复制</Button>
    </BottomBar>
  );
  return (
    <Page title="活动详情" bar={made === null ? null : bar}>
      <Ask state={state} skeleton={<OffersSkeleton count={2} />}>
        {(shown) => <Content shown={shown} />}
      </Ask>
    </Page>
  );
}

async function load(promotionId: string): Promise<Shown> {
  await signInToOffers();
  const made = await ask('promotions.show', { promotionId });
  const bundled = made.terms.kind === 'bundle' ? made.terms.items : [];
  const names = await askNames(
    made,
    bundled.map((item) => item.productId),
  );
  return { made, names };
}

function Content({ shown: { made, names } }: { shown: Shown }) {
  const levels = useLevels();
  const facts = promotionFacts(made, levels);
  return (
    <>
      <View className="offer-card">
        <OfferHead offer={facts} />
        <OfferStats offer={facts} />
      </View>
      {made.goods.length === 0 ? null : <Goods goods={made.goods} />}
      <FactRows rows={promotionRows(made, { names, levels })} />
    </>
  );
}

function Goods({ goods }: { goods: Watched['goods'] }) {
  return (
    <View className="offer-goods">
      <View className="offer-goods__title">商品</View>
      {goods.map(({ skuId, title, specText, pictureUrl, priceFen, pieces, taken }) => (
        <View key={skuId} className="offer-goods__good">
          <View className="offer-goods__picture">
            <Picture src={pictureUrl === '' ? null : pictureUrl} rounded />
          </View>
          <View className="offer-goods__words">
            <View className="offer-goods__name">{title === '' ? '商品已不在店里' : title}</View>
            <View className="offer-goods__note">
              {specText} {moneyText(priceFen)}
            </View>
          </View>
          <View className="offer-goods__counts">
            <View>{pieces === null ? `给出 ${taken} 件` : `卖出 ${taken} / ${pieces}`}</View>
            {pieces === null ? null : (
              <View className="offer-goods__note">还剩 {Math.max(0, pieces - taken)}</View>
            )}
          </View>
        </View>
      ))}
    </View>
  );
}
