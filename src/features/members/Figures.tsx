import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../../kit/classes';
import { Price } from '../../ui/Price';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { openMemberPage } from './routes';
import type { Holdings } from './useHoldings';
import './Figures.scss';

/** Figures from here on are drawn smaller: a hundred thousand yuan, ten million points. */
const longFen = 10_000_000;
const longPoints = 10_000_000;

/** What I hold in three figures, each the way to its page; null before they come. */
export function Figures({ holdings }: { holdings: Holdings | null }) {
  const wallet = holdings?.wallet ?? null;
  return (
    <View className="figures">
      <Figure
        label="积分"
        long={(holdings?.points?.points ?? 0) >= longPoints}
        onTap={() => openMemberPage('points')}
      >
        {figureOf(holdings, holdings?.points?.points)}
      </Figure>
      <Figure label="优惠券" onTap={() => openMemberPage('coupons')}>
        {figureOf(holdings, holdings?.coupons)}
      </Figure>
      <Figure
        label="余额"
        long={(wallet?.principalFen ?? 0) >= longFen}
        onTap={() => openMemberPage('wallet')}
      >
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
  /** More digits than fit in large type. */
  long?: boolean;
  onTap: () => void;
  children: ReactNode;
}

function Figure({ label, long = false, onTap, children }: FigureProps) {
  return (
    <Tap className="figures__figure" onTap={onTap}>
      <View className={classes('figures__number', long && 'figures__number--long')}>
        {children}
      </View>
      <View className="figures__label">{label}</View>
    </Tap>
  );
}
