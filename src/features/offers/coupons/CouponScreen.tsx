import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WatchedBatch } from '../../../../cloudfunctions/domains/coupons/schema';
import { ask } from '../../../cloud';
import { phoneNow } from '../../../kit/clock';
import { useAsk } from '../../../kit/useAsk';
import { useShownAgain } from '../../../kit/useShownAgain';
import { Ask } from '../../../ui/Ask';
import { BottomBar } from '../../../ui/BottomBar';
import { Button } from '../../../ui/Button';
import { Cell, CellGroup } from '../../../ui/Cell';
import { Page } from '../../../ui/Page';
import { askNames } from '../form/askNames';
import type { Names } from '../form/scopeForm';
import { FactRows } from '../FactRows';
import { OfferHead, OfferStats } from '../OfferCard';
import { OffersSkeleton } from '../OffersSkeleton';
import { writeCoupon } from '../routes';
import { signInToOffers } from '../signInToOffers';
import { useLevels } from '../useLevels';
import { useStopping } from '../useOffers';
import { CodesSheet } from './CodesSheet';
import { couponFacts, couponRows } from './couponFacts';
import { stopSay } from './stopSay';

interface Shown {
  readonly made: WatchedBatch;
  readonly names: Names;
}

/** One batch of coupons: all its terms in plain words, and what it did. */
export function CouponScreen({ batchId }: { batchId: string }) {
  const state = useAsk(() => load(batchId), batchId);
  const stopping = useStopping(
    stopSay,
    (id) => ask('coupons.stopBatch', { batchId: id }),
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
          onTap={() => void stopping.stop(batchId, made.name)}
        >
          停止
        </Button>
      ) : null}
      <Button onTap={() => writeCoupon(batchId)}>复制</Button>
    </BottomBar>
  );
  return (
    <Page title="优惠券详情" bar={made === null ? null : bar}>
      <Ask state={state} skeleton={<OffersSkeleton count={2} />}>
        {(shown) => <Content shown={shown} />}
      </Ask>
    </Page>
  );
}

async function load(batchId: string): Promise<Shown> {
  await signInToOffers();
  const made = await ask('coupons.batch', { batchId });
  return { made, names: await askNames(made) };
}

function Content({ shown: { made, names } }: { shown: Shown }) {
  const levels = useLevels();
  const [making, setMaking] = useState(false);
  const nowMs = phoneNow();
  const facts = couponFacts(made, levels, nowMs);
  const isLive = made.state === 'running' || made.state === 'coming';
  return (
    <>
      <View className="offer-card">
        <OfferHead offer={facts} />
        <OfferStats offer={facts} />
      </View>
      {made.giving.by === 'code' && isLive ? (
        <CellGroup>
          <Cell icon="code" title="生成兑换码" onTap={() => setMaking(true)} />
        </CellGroup>
      ) : null}
      {made.giving.by === 'targeted' ? (
        <CellGroup>
          <Cell title="发给指定会员" note="由导购在客户页里发" />
        </CellGroup>
      ) : null}
      <FactRows rows={couponRows(made, { names, levels, nowMs })} />
      <CodesSheet
        open={making}
        batchId={made.batchId}
        total={made.total}
        onClose={() => setMaking(false)}
      />
    </>
  );
}
