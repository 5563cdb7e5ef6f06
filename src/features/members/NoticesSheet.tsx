import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { clockText } from '../../../cloudfunctions/kit/time';
import { ask, type Output } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import './NoticesSheet.scss';

type Notice = Output<'members.notices'>['items'][number];

/** The shop's zone, east of UTC. */
const shopOffsetMinutes = 480;

/** What the shop told me, newest first; asked for whenever it opens. */
export function NoticesSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title="消息" onClose={onClose}>
      <Notices />
    </Sheet>
  );
}

function Notices() {
  const state = useAsk(() => ask('members.notices', {}));
  return (
    <Ask state={state} skeleton={<NoticesSkeleton />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="chat" say="还没有消息" />
        ) : (
          items.map((notice) => <NoticeRow key={notice.noticeId} notice={notice} />)
        )
      }
    </Ask>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { title, body, orderId, madeAt } = notice;
  const content = (
    <>
      <View className="notice-row__words">
        <View className="notice-row__title">{title}</View>
        <View className="notice-row__body">{body}</View>
        <View className="notice-row__time">{clockText(madeAt, shopOffsetMinutes)}</View>
      </View>
      {orderId === null ? null : <Icon className="notice-row__arrow" name="forward" size="small" />}
    </>
  );
  if (orderId === null) return <View className="notice-row">{content}</View>;
  const url = `/pages/shopper/order/index?orderId=${orderId}`;
  return (
    <Tap className="notice-row" onTap={() => void Taro.navigateTo({ url })}>
      {content}
    </Tap>
  );
}

function NoticesSkeleton() {
  return (
    <Skeleton>
      <Bone shape="title" width="half" />
      <Bone shape="line" />
      <Bone shape="title" width="half" />
      <Bone shape="line" />
    </Skeleton>
  );
}
