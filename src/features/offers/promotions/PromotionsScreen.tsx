import { ask } from '../../../cloud';
import { useLevels } from '../useLevels';
import { OfferCard, OfferDeeds } from '../OfferCard';
import { OffersPage, type Which } from '../OffersPage';
import { openPromotion, writePromotion } from '../routes';
import { useOffers, useStopping } from '../useOffers';
import { promotionFacts } from './promotionFacts';
import { stopSay } from './stopSay';

const tabs: readonly { key: Which; label: string }[] = [
  { key: 'now', label: '进行中 · 未开始' },
  { key: 'over', label: '已结束' },
];

/** Every promotion of the shop: what it gives, how it goes, and what can be done with it. */
export function PromotionsScreen() {
  const levels = useLevels();
  const { which, setWhich, pages } = useOffers(loadPromotions);
  const stopping = useStopping(
    stopSay,
    (promotionId) => ask('promotions.stop', { promotionId }),
    () => void pages.state.reload(),
  );
  return (
    <OffersPage
      title="促销活动"
      icon="ticket"
      noun="活动"
      tabs={tabs}
      which={which}
      onWhich={setWhich}
      pages={pages}
      onMake={() => writePromotion()}
      card={(made) => (
        <OfferCard
          key={made.promotionId}
          offer={promotionFacts(made, levels)}
          onOpen={() => openPromotion(made.promotionId)}
        >
          <OfferDeeds
            state={made.state}
            busy={stopping.busyId === made.promotionId}
            onCopy={() => writePromotion(made.promotionId)}
            onStop={() => void stopping.stop(made.promotionId, made.name)}
          />
        </OfferCard>
      )}
    />
  );
}

function loadPromotions(which: Which, cursor: string | null) {
  return ask('promotions.list', { which, ...(cursor === null ? {} : { cursor }) });
}
