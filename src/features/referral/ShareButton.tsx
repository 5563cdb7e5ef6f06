import { Button as PlatformButton } from '@tarojs/components';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import './ShareButton.scss';

/** Opens WeChat's own way to pass a card on; in a browser it copies the link. */
export function ShareButton({ onCopy }: { onCopy: () => Promise<void> }) {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <Tap className="share-button" label="复制链接分享" onTap={() => void onCopy()}>
        <Icon name="share" />
        分享
      </Tap>
    );
  }
  return (
    <PlatformButton className="share-button" hoverClass="is-pressed" openType="share">
      <Icon name="share" />
      分享
    </PlatformButton>
  );
}
