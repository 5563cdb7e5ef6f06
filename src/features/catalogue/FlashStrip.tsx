import { View } from '@tarojs/components';
import { soonText } from '../../kit/shopTime';
import { shopNow } from '../../stores/shopClock';
import { useOffers } from '../../stores/offers';
import { Countdown } from '../../ui/Countdown';
import { Picture } from '../../ui/Picture';
import { Price } from '../../ui/Price';
import { Progress } from '../../ui/Progress';
import { Tap } from '../../ui/Tap';
import { flashRound, type FlashRound, type FlashTile } from './flash';
import { openProduct } from './goods';
import './FlashStrip.scss';

/** 秒杀 as one calm strip: until when, what, for how much, and how much of it is gone. */
export function FlashStrip() {
  const told = useOffers((offers) => offers.told);
  const round = told === null ? null : flashRound(told.flash, shopNow());
  // Its place stays, so that a round that ends leaves what stands beside it alone.
  return <View>{round === null ? null : <Round round={round} />}</View>;
}

function Round({ round: { running, atMs, tiles } }: { round: FlashRound }) {
  return (
    <View className="flash-strip">
      <View className="flash-strip__head">
        <View className="flash-strip__title">限时秒杀</View>
        {running ? (
          <View className="flash-strip__time">
            距结束{' '}
            <Countdown
              endsAtMs={atMs}
              now={shopNow}
              onEnd={() => void useOffers.getState().learnAnew()}
            />
          </View>
        ) : (
          <View className="flash-strip__time">{soonText(atMs, shopNow())} 开始</View>
        )}
      </View>
      <View className="flash-strip__tiles">
        {tiles.map((tile) => (
          <Tile key={tile.productId} tile={tile} running={running} />
        ))}
      </View>
    </View>
  );
}

function Tile({ tile, running }: { tile: FlashTile; running: boolean }) {
  const { productId, pictureUrl, title, priceFen, listFen, takenPercent, soldOut } = tile;
  return (
    <Tap className="flash-strip__one" onTap={() => openProduct(productId)}>
      <Picture src={pictureUrl} rounded />
      <View className="flash-strip__name">{title}</View>
      <Price fen={priceFen} struckFen={listFen} size="small" />
      {running ? (
        <View className="flash-strip__taken">
          <Progress percent={takenPercent} tone={soldOut ? 'quiet' : undefined} />
          {soldOut ? '已抢完' : `已抢 ${takenPercent}%`}
        </View>
      ) : null}
    </Tap>
  );
}
