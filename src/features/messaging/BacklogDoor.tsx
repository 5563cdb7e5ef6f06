import Taro from '@tarojs/taro';
import { Cell, CellGroup } from '../../ui/Cell';
import { useBacklog } from './useBacklog';
import { backlogSay } from './words';

/** The way from the manager's desk to messages, with how much waits. */
export function BacklogDoor() {
  const state = useBacklog();
  const value = state.phase === 'ready' ? backlogSay(state.value) : '';
  return (
    <CellGroup>
      <Cell icon="chat" title="消息与事件" value={value} onTap={openMessages} />
    </CellGroup>
  );
}

function openMessages() {
  void Taro.navigateTo({ url: '/pages/manager/messages/index' });
}
