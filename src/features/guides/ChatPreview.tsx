import { View } from '@tarojs/components';
import { Avatar } from '../../ui/Avatar';
import { Icon } from '../../ui/Icon';
import { Picture } from '../../ui/Picture';
import type { Card } from './useCard';
import './ChatPreview.scss';

/** The card as the customer will see it in a chat. */
export function ChatPreview({ card }: { card: Card }) {
  const { share, guideName, guideAvatarUrl } = card;
  return (
    <View className="chat-preview" aria-label={`聊天里的卡片：${share.title}`}>
      <View className="chat-preview__hint">客户在聊天里看到的样子</View>
      <View className="chat-preview__card">
        <View className="chat-preview__brand">
          <View className="chat-preview__sign">
            <Icon name="shop" size="small" />
          </View>
          熟客
        </View>
        <View className="chat-preview__title">{share.title}</View>
        <Picture src={share.pictureUrl === '' ? null : share.pictureUrl} shape="card" eager />
        <View className="chat-preview__foot">小程序</View>
      </View>
      <Avatar name={guideName} src={guideAvatarUrl === '' ? null : guideAvatarUrl} />
    </View>
  );
}
