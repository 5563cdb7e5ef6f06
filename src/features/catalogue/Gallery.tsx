import { Swiper, SwiperItem, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Picture, pictureUrl } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import './Gallery.scss';

interface GalleryProps {
  pictures: readonly string[];
  title: string;
  /** Moments' single page has no place to open a picture in. */
  still?: boolean;
}

/** A product's pictures one by one, with a counter; a tap shows them whole. */
export function Gallery({ pictures, title, still = false }: GalleryProps) {
  const [at, setAt] = useState(0);
  if (pictures.length === 0) return <Picture className="gallery" src={null} />;
  return (
    <View className="gallery">
      <Swiper
        className="gallery__swiper"
        circular={pictures.length > 1}
        onChange={(event) => setAt(event.detail.current)}
      >
        {pictures.map((picture, index) => (
          <SwiperItem key={picture}>
            <Tap
              label={`${title}，第 ${index + 1} 张图，共 ${pictures.length} 张`}
              disabled={still}
              onTap={() => preview(pictures, picture)}
            >
              <Picture src={picture} eager={index === 0} />
            </Tap>
          </SwiperItem>
        ))}
      </Swiper>
      {pictures.length > 1 ? (
        <View className="gallery__counter">
          {at + 1}/{pictures.length}
        </View>
      ) : null}
    </View>
  );
}

function preview(pictures: readonly string[], current: string) {
  void Taro.previewImage({ current: pictureUrl(current), urls: pictures.map(pictureUrl) });
}
