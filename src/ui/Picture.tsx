import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../kit/classes';
import { Icon } from './Icon';
import './Picture.scss';

const pictureHost = process.env.TARO_APP_PICTURES ?? '';

interface PictureProps {
  /** An address, or a path on the shop's own host; null draws the sign of a picture. */
  src: string | null;
  /** Square as it stands; card is 5:4, banner 343:140. */
  shape?: 'card' | 'banner';
  rounded?: boolean;
  /** Read aloud; leave it out where the words beside it say the same. */
  label?: string;
  /** At once instead of when it comes near: for what the first screen shows. */
  eager?: boolean;
  className?: string;
}

/** A picture of a fixed ratio, with a quiet colour until it comes and a drawn sign when it does not. */
export function Picture({ src, shape, rounded, label, eager = false, className }: PictureProps) {
  const [failedSrc, setFailedSrc] = useState<string | null>(null);
  const missing = src === null || src === failedSrc;
  return (
    <View
      className={classes(
        'ui-picture',
        shape && `ui-picture--${shape}`,
        rounded && 'ui-picture--rounded',
        className,
      )}
    >
      {missing ? (
        <Icon className="ui-picture__missing" name="picture" size="large" />
      ) : (
        <Image
          className="ui-picture__image"
          src={pictureUrl(src)}
          mode="aspectFill"
          lazyLoad={!eager}
          onError={() => setFailedSrc(src)}
          {...(label === undefined ? {} : { 'aria-label': label })}
        />
      )}
    </View>
  );
}

/** The full address of a picture: paths stand on the shop's own host, which H5 shares. */
export function pictureUrl(src: string): string {
  return src.startsWith('/') ? `${pictureHost}${src}` : src;
}
