import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Cell, CellGroup } from '../../ui/Cell';
import { Page } from '../../ui/Page';
import { Price } from '../../ui/Price';
import { CardSkeleton } from './CardSkeleton';
import { ChatPreview } from './ChatPreview';
import { copyLink, type Card, type useCard } from './useCard';
import { rateText } from './words';
import './CardScreen.scss';

export interface Earns {
  readonly commissionFen: number;
  readonly rateBp: number;
}

interface CardScreenProps {
  state: ReturnType<typeof useCard>;
  /** Null when the page was not opened from the list that knows it. */
  earns: Earns | null;
  /** The poster's sheet, while it is open. */
  poster: (open: boolean, onClose: () => void) => ReactNode;
}

/** A card before it is sent: how it looks in a chat, whose sale it will be, what it earns. */
export function CardScreen({ state, earns, poster }: CardScreenProps) {
  const [drawing, setDrawing] = useState(false);
  const card = state.phase === 'ready' ? state.value : null;
  const bar = card === null ? null : <Deeds card={card} onPoster={() => setDrawing(true)} />;
  return (
    <Page title="分享商品" bar={bar}>
      <Ask state={state} skeleton={<CardSkeleton />}>
        {(shown) => (
          <>
            <ChatPreview card={shown} />
            <Facts card={shown} earns={earns} />
          </>
        )}
      </Ask>
      {poster(drawing, () => setDrawing(false))}
    </Page>
  );
}

function Facts({ card, earns }: { card: Card; earns: Earns | null }) {
  const { priceFen, marketFen, guideName, storeName } = card;
  return (
    <>
      <CellGroup>
        <Cell title="价格" value={<Price fen={priceFen} struckFen={marketFen ?? undefined} />} />
        {earns === null ? null : (
          <Cell
            title="卖出一件的佣金"
            value={
              <View className="card-page__earns">
                {moneyText(earns.commissionFen)} · {rateText(earns.rateBp)}
              </View>
            }
          />
        )}
        <Cell
          title="业绩归属"
          value={
            <View className="card-page__whose">
              {[guideName, storeName].filter((part) => part !== '').join(' · ')}
            </View>
          }
        />
      </CellGroup>
      <View className="card-page__note">
        客户打开这张卡片后下单，业绩记给您；客户再转发，卡片上还是您。
      </View>
    </>
  );
}

function Deeds({ card, onPoster }: { card: Card; onPoster: () => void }) {
  const onBrowser = process.env.TARO_ENV === 'h5';
  return (
    <BottomBar>
      <Button kind="quiet" onTap={onPoster}>
        生成海报
      </Button>
      {onBrowser ? (
        <Button onTap={() => void copyLink(card.share)}>复制链接</Button>
      ) : (
        <Button openType="share">分享给客户</Button>
      )}
    </BottomBar>
  );
}
