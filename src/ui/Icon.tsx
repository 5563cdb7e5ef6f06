import { View } from '@tarojs/components';
import { classes } from '../kit/classes';
import './Icon.scss';

export type IconName =
  | 'home'
  | 'grid'
  | 'cart'
  | 'person'
  | 'people'
  | 'desk'
  | 'chart'
  | 'search'
  | 'back'
  | 'forward'
  | 'down'
  | 'up'
  | 'close'
  | 'plus'
  | 'minus'
  | 'check'
  | 'heart'
  | 'share'
  | 'pin'
  | 'truck'
  | 'parcel'
  | 'shield'
  | 'phone'
  | 'clock'
  | 'trash'
  | 'pen'
  | 'code'
  | 'warning'
  | 'picture'
  | 'filter'
  | 'sort'
  | 'ticket'
  | 'gift'
  | 'copy'
  | 'save'
  | 'again'
  | 'shop'
  | 'chat'
  | 'wallet'
  | 'paper'
  | 'star'
  | 'star-full'
  | 'eye'
  | 'more'
  | 'calendar'
  | 'coin'
  | 'medal'
  | 'bolt'
  | 'percent'
  | 'yuan'
  | 'layers';

interface IconProps {
  name: IconName;
  /** 16, 20 (as it stands), 24 or 40 px. */
  size?: 'small' | 'large' | 'huge';
  className?: string;
}

/** A drawn sign in the colour of the words around it. What can be tapped carries its label itself. */
export function Icon({ name, size, className }: IconProps) {
  return (
    <View
      className={classes('ui-icon', `ui-icon--${name}`, size && `ui-icon--${size}`, className)}
    />
  );
}
