import { ask } from '../../../cloud';
import { phoneNow } from '../../../kit/clock';
import { OfferCard, OfferDeeds } from '../OfferCard';
import { OffersPage, type Which } from '../OffersPage';
import { openCoupon, writeCoupon } from '../routes';
import { useLevels } from '../useLevels';
import { useOffers, useStopping } from '../useOffers';
import { couponFacts } from './couponFacts';
import { stopSay } from './stopSay';

const tabs: readonly { key: Which; label: string }[] = [
  { key: 'now', label: '进行中 · 未开始' },
  { key: 'over', label: '已结束' },
];

/** Every batch of coupons of the shop: what it gives, how it goes, and what can be done with it. */
export function CouponsScreen() {
  const levels = useLevels();
  const { which, setWhich, pages } = useOffers(loadBatches);
  const stopping = useStopping(
    stopSay,
    (batchId) => ask('coupons.stopBatch', { batchId }),
    () => void pages.state.reload(),
  );
  return (
    <OffersPage
      title="优惠券"
      icon="ticket"
      noun="优惠券"
      tabs={tabs}
      which={which}
      onWhich={setWhich}
      pages={pages}
      onMake={() => writeCoupon()}
      card={(made) => (
        <OfferCard
          key={made.batchId}
          offer={couponFacts(made, levels, phoneNow())}
          onOpen={() => openCoupon(made.batchId)}
        >
          <OfferDeeds
            state={made.state}
            busy={stopping.busyId === made.batchId}
            onCopy={() => writeCoupon(made.batchId)}
            onStop={() => void stopping.stop(made.batchId, made.name)}
          />
        </OfferCard>
      )}
    />
  );
}

function loadBatches(which: Which, cursor: string | null) {
  return ask('coupons.batches', { which, ...(cursor === null ? {} : { cursor }) });
}
