import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Price } from '../../ui/Price';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { openMemberPage } from './routes';
import type { Holdings } from './useHoldings';
import './Figures.scss';

/** What I hold in three figures, each the way to its page; null before they come. */
export function Figures({ holdings }: { holdings: Holdings | null }) {
  const wallet = holdings?.wallet ?? null;
  return (
    <View className="figures">
      <Figure label="积分" onTap={() => openMemberPage('points')}>
        {figureOf(holdings, holdings?.points?.points)}
      </Figure>
      <Figure label="优惠券" onTap={() => openMemberPage('coupons')}>
        {figureOf(holdings, holdings?.coupons)}
      </Figure>
      <Figure label="余额" onTap={() => openMemberPage('wallet')}>
        {wallet === null ? (
          figureOf(holdings, null)
        ) : (
          <Price fen={wallet.principalFen + wallet.giftFen} tone="ink" />
        )}
      </Figure>
    </View>
  );
}

/** The figure, a bone before it comes, a dash when it did not. */
function figureOf(holdings: Holdings | null, figure: number | null | undefined): ReactNode {
  if (holdings === null) {
    return (
      <Skeleton className="figures__bone">
        <Bone shape="title" />
      </Skeleton>
    );
  }
  return figure ?? '—';
}

interface FigureProps {
  label: string;
  onTap: () => void;
  children: ReactNode;
}

function Figure({ label, onTap, children }: FigureProps) {
  return (
    <Tap className="figures__figure" onTap={onTap}>
      <View className="figures__number">{children}</View>
      <View className="figures__label">{label}</View>
    </Tap>
  );
}
