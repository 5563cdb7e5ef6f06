import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Ask } from '../../ui/Ask';
import { Cell, CellGroup } from '../../ui/Cell';
import { Page } from '../../ui/Page';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { Stat } from '../../ui/Stat';
import { useBacklog } from './useBacklog';
import { kindName, oldestSay, type Backlog } from './words';
import './BacklogScreen.scss';

/** What waits to leave the shop, and what became of today's messages. */
export function BacklogScreen() {
  const state = useBacklog();
  usePullDownRefresh(() => {
    void state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page title="消息与事件">
      <Ask state={state} skeleton={<BacklogSkeleton />}>
        {(backlog) => (
          <>
            <Messages backlog={backlog} />
            <Reasons reasons={backlog.reasons} />
            <Events events={backlog.events} />
          </>
        )}
      </Ask>
    </Page>
  );
}

function Messages({ backlog: { messages } }: { backlog: Backlog }) {
  const { waiting, oldestAt, sentToday, refusedToday, failedToday } = messages;
  return (
    <Card
      title="外发消息"
      note={waiting === 0 ? '没有积压' : `${waiting} 条待发，${oldestSay(oldestAt)}`}
    >
      <Stat label="今天已发" value={String(sentToday)} />
      <Stat label="未发" value={String(refusedToday)} />
      <Stat label="失败" value={String(failedToday)} />
    </Card>
  );
}

function Reasons({ reasons }: Pick<Backlog, 'reasons'>) {
  if (reasons.length === 0) return null;
  return (
    <CellGroup title="今天没有发出的">
      {reasons.map(({ kind, reason, say, times }) => (
        <Cell key={`${kind} ${reason}`} title={kindName(kind)} note={say} value={`${times} 条`} />
      ))}
    </CellGroup>
  );
}

function Events({ events: { waiting, oldestAt, failing } }: Pick<Backlog, 'events'>) {
  return (
    <Card title="店铺事件" note="付款、关单等引起的后续处理，失败会自动重试">
      <Stat
        label="待处理"
        value={String(waiting)}
        change={{ direction: 'same', words: oldestSay(oldestAt) }}
      />
      <Stat label="重试中" value={String(failing)} />
    </Card>
  );
}

function Card({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <View className="backlog-card">
      <View className="backlog-card__title">{title}</View>
      <View className="backlog-card__note">{note}</View>
      <View className="backlog-card__stats">{children}</View>
    </View>
  );
}

function BacklogSkeleton() {
  return (
    <Skeleton>
      {['messages', 'events'].map((name) => (
        <View key={name} className="backlog-card">
          <Bone shape="line" width="third" />
          <Bone shape="line" width="half" />
          <Bone shape="title" />
        </View>
      ))}
    </Skeleton>
  );
}
