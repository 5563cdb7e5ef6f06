import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { phoneNow } from '../../kit/clock';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { openGoods } from './routes';
import { useVisits, type VisitPiece } from './useVisits';
import { VisitRow } from './VisitRow';
import { VisitsSkeleton } from './VisitsSkeleton';
import { visitsText } from './words';
import './VisitsScreen.scss';

/** Who came by which of my cards, newest first. */
export function VisitsScreen() {
  const { state, morePhase, moreSay, more } = useVisits();
  return (
    <Page title="客户来访">
      <Ask state={state} skeleton={<VisitsSkeleton />}>
        {({ items }) => (
          <Visits pieces={items}>
            <More phase={morePhase} say={moreSay} onMore={() => void more()} />
          </Visits>
        )}
      </Ask>
    </Page>
  );
}

interface VisitsProps {
  pieces: readonly VisitPiece[];
  children: ReactNode;
}

function Visits({ pieces, children }: VisitsProps) {
  const numbers = pieces[0]?.numbers ?? null;
  const visits = pieces.flatMap((piece) => piece.visits);
  if (numbers === null || visits.length === 0) {
    return (
      <Empty
        icon="people"
        say="还没有人来过，先分享一张卡片"
        action="去选品分享"
        onAction={openGoods}
      />
    );
  }
  return (
    <>
      <View className="visits__today">{visitsText(numbers)}</View>
      <View className="visits__rows">
        {visits.map((visit) => (
          <VisitRow key={visit.touchId} visit={visit} today={numbers.day} nowMs={phoneNow()} />
        ))}
      </View>
      {children}
    </>
  );
}
