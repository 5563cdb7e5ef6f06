import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Picture } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import { usePicked } from './picked';
import { leftSay, momentText, type BoardOrder, type BoardTab, type Goods } from './words';
import './BoardCard.scss';

/** As many lines of goods as a card draws. */
const linesOnCard = 3;

interface BoardCardProps {
  order: BoardOrder;
  tab: BoardTab;
  onShip: () => void;
  onCorrect: () => void;
  onReady: () => void;
}

/** An order as the staff sees it in a list: whose, what, and what is to be done with it. */
export function BoardCard(props: BoardCardProps) {
  const { order, tab } = props;
  const rest = order.goods.length - linesOnCard;
  return (
    <View className="board-card">
      <Head order={order} tab={tab} />
      {order.goods.slice(0, linesOnCard).map((goods) => (
        <GoodsRow key={goods.line} goods={goods} tab={tab} />
      ))}
      {rest > 0 ? <View className="board-card__rest">还有 {rest} 种商品</View> : null}
      {order.remark === '' ? null : (
        <View className="board-card__remark">留言：{order.remark}</View>
      )}
      {order.parcels.map((parcel) => (
        <View key={parcel.parcelId} className="board-card__parcel">
          {parcel.label} · {parcel.stateName}
        </View>
      ))}
      <Deeds {...props} />
    </View>
  );
}

function Head({ order, tab }: Pick<BoardCardProps, 'order' | 'tab'>) {
  const { receiver, buyer, number } = order;
  const chosen = usePicked(({ orderIds }) => orderIds.includes(order.orderId));
  const toggle = usePicked((picked) => picked.toggle);
  return (
    <View className="board-card__head">
      {tab === 'toShip' ? (
        <Tap
          className="board-card__tick"
          label={`选中订单 ${number}`}
          chosen={chosen}
          onTap={() => toggle(order.orderId)}
        >
          <View className={classes('board-card__disc', chosen && 'board-card__disc--chosen')}>
            {chosen ? <Icon name="check" /> : null}
          </View>
        </Tap>
      ) : null}
      <View className="board-card__who">
        <View className="board-card__name">
          {receiver === null ? buyer : `${receiver.name} ${receiver.phone}`}
        </View>
        <View className="board-card__where">
          {receiver === null ? order.storeName : receiver.region} · {number}
        </View>
      </View>
      <Text className="board-card__time">
        {order.paidAt === null ? '' : `${momentText(order.paidAt)} 付款`}
      </Text>
    </View>
  );
}

function GoodsRow({ goods, tab }: { goods: Goods; tab: BoardTab }) {
  return (
    <View className="board-goods">
      <View className="board-goods__picture">
        <Picture src={goods.pictureUrl} rounded />
      </View>
      <View className="board-goods__words">
        <View className="board-goods__title">{goods.title}</View>
        <View className="board-goods__spec">{goods.specText}</View>
      </View>
      <Text className="board-goods__count">×{tab === 'shipped' ? goods.quantity : goods.left}</Text>
    </View>
  );
}

function Deeds({ order, tab, onShip, onCorrect, onReady }: BoardCardProps) {
  if (tab === 'shipped') {
    return (
      <View className="board-card__deeds">
        <Text className="board-card__say" />
        <Button kind="plain" compact onTap={onCorrect}>
          更正单号
        </Button>
      </View>
    );
  }
  return (
    <View className="board-card__deeds">
      <Text className="board-card__say">
        {tab === 'toShip' ? leftSay(order.goods) : readySay(order.readyAt)}
      </Text>
      {tab === 'toShip' ? (
        <>
          {order.parcels.length === 0 ? null : (
            <Button kind="plain" compact onTap={onCorrect}>
              更正单号
            </Button>
          )}
          <Button compact onTap={onShip}>
            发货
          </Button>
        </>
      ) : null}
      {tab === 'pickup' && order.readyAt === null ? (
        <Button kind="quiet" compact onTap={onReady}>
          备好了
        </Button>
      ) : null}
    </View>
  );
}

function readySay(readyAt: number | null): string {
  return readyAt === null ? '还没有备好' : `${momentText(readyAt)} 已备好，已通知顾客`;
}
