import { Swiper, SwiperItem, View } from '@tarojs/components';
import { Picture } from '../../ui/Picture';
import { Tap } from '../../ui/Tap';
import Taro from '@tarojs/taro';
import { listUrl, openProduct, type Home } from './goods';
import './Banners.scss';

type Banner = Home['banners'][number];

const stayMs = 5000;

/** What the shop shows first: pictures without words, with the words drawn over them. */
export function Banners({ banners }: { banners: readonly Banner[] }) {
  if (banners.length === 0) return null;
  const several = banners.length > 1;
  return (
    <View className="banners">
      <Swiper
        className="banners__swiper"
        autoplay={several && !wantsRest()}
        circular={several}
        interval={stayMs}
        indicatorDots={several}
        indicatorColor="rgba(23, 24, 26, 0.2)"
        indicatorActiveColor="#17181a"
      >
        {banners.map((banner, at) => (
          <SwiperItem key={banner.blockId}>
            <BannerView banner={banner} eager={at === 0} />
          </SwiperItem>
        ))}
      </Swiper>
    </View>
  );
}

function BannerView({ banner, eager }: { banner: Banner; eager: boolean }) {
  return (
    <Tap className="banners__one" onTap={() => open(banner)}>
      <Picture shape="banner" src={banner.pictureUrl} eager={eager} />
      <View className="banners__words">
        <View className="banners__headline">{banner.headline}</View>
        <View className="banners__line">{banner.line}</View>
      </View>
    </Tap>
  );
}

function open({ target, headline }: Banner) {
  if (target.kind === 'product') openProduct(target.id);
  else void Taro.navigateTo({ url: listUrl({ categoryId: target.id, name: headline }) });
}

/** Whether this person asked her browser for less movement; the mini program does not say. */
function wantsRest(): boolean {
  return (
    process.env.TARO_ENV === 'h5' && window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
