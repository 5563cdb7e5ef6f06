import Taro from '@tarojs/taro';
import { Cell } from '../../ui/Cell';

/** The way from the manager's desk to what waits; it asks nothing itself, since the desk asks for enough. */
export function BacklogDoor() {
  return <Cell icon="chat" title="消息与事件" note="待发、未发的原因和积压" onTap={openMessages} />;
}

function openMessages() {
  void Taro.navigateTo({ url: '/pages/manager/messages/index' });
}
