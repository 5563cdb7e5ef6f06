import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../kit/classes';
import { pictureUrl } from './Picture';
import './Avatar.scss';

interface AvatarProps {
  name: string;
  src: string | null;
  size?: 'small' | 'large';
}

/** A face, or the first sign of the name where there is none. */
export function Avatar({ name, src, size }: AvatarProps) {
  const [failedSrc, setFailedSrc] = useState<string | null>(null);
  return (
    <View className={classes('ui-avatar', size && `ui-avatar--${size}`)}>
      {src === null || src === failedSrc ? (
        [...name][0]
      ) : (
        <Image
          className="ui-avatar__image"
          src={pictureUrl(src)}
          mode="aspectFill"
          onError={() => setFailedSrc(src)}
        />
      )}
    </View>
  );
}
