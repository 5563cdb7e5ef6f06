import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { Banners } from '../../features/catalogue/Banners';
import { CategoryGrid } from '../../features/catalogue/CategoryGrid';
import { FlashStrip } from '../../features/catalogue/FlashStrip';
import { listUrl, openSearch, type Home } from '../../features/catalogue/goods';
import { HomeSkeleton } from '../../features/catalogue/HomeSkeleton';
import { NewStrip } from '../../features/catalogue/NewStrip';
import { SectionHead } from '../../features/catalogue/SectionHead';
import { useFreshOffers } from '../../features/catalogue/useCardPrice';
import { goodsOf, useHome, type HomePiece } from '../../features/catalogue/useHome';
import { Waterfall } from '../../features/catalogue/Waterfall';
import { ClaimDoor } from '../../features/coupons/ClaimDoor';
import { GuideCard } from '../../features/referral/GuideCard';
import { useShare, type Shared } from '../../features/referral/useShare';
import { ShopTabBar } from '../../features/shell/ShopTabBar';
import { useAttribution } from '../../stores/attribution';
import { useOffers } from '../../stores/offers';
import { Ask } from '../../ui/Ask';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SearchLink } from '../../ui/SearchBox';
import './index.scss';

const shopWindow: Shared = {
  target: { kind: 'home' },
  title: '熟客',
  pictureUrl: '',
  page: '/pages/home/index',
  query: '',
  late: true,
};

/** The shop's window. */
export default function HomePage() {
  const { state, morePhase, moreSay, more } = useHome();
  usePullDownRefresh(() => {
    void Promise.all([state.reload(), useOffers.getState().learnAnew()]).finally(() =>
      Taro.stopPullDownRefresh(),
    );
  });
  useReachBottom(() => {
    if (morePhase === 'idle') void more();
  });
  useFreshOffers();
  useShare(shopWindow);
  return (
    <Page title="熟客" tab bar={<ShopTabBar current="home" />}>
      <View className="home__search">
        <SearchLink words="搜索商品" onTap={openSearch} />
      </View>
      <Ask state={state} skeleton={<HomeSkeleton />}>
        {({ items }) => (
          <>
            <Pieces pieces={items} />
            <More phase={morePhase} say={moreSay} onMore={() => void more()} />
          </>
        )}
      </Ask>
    </Page>
  );
}

function Pieces({ pieces }: { pieces: readonly HomePiece[] }) {
  const home = pieces[0]?.home;
  if (!home) return null;
  return (
    <>
      <Head home={home} />
      <View className="home__hot">
        <SectionHead title="大家都在买" />
      </View>
      <Waterfall goods={goodsOf(pieces)} eager={2} />
    </>
  );
}

function Head({ home }: { home: Home }) {
  return (
    <>
      <Banners banners={home.banners} />
      <CategoryGrid
        categories={home.categories}
        onChoose={({ categoryId, name }) =>
          void Taro.navigateTo({ url: listUrl({ categoryId, name }) })
        }
      />
      <View className="home__claim">
        <ClaimDoor />
      </View>
      <FlashStrip />
      <MyGuide />
      {home.newest.length === 0 ? null : (
        <View className="home__new">
          <View className="home__new-head">
            <SectionHead title="新品上架" onMore={openNewest} />
          </View>
          <NewStrip goods={home.newest} />
        </View>
      )}
    </>
  );
}

function MyGuide() {
  const guide = useAttribution((attribution) => attribution.guide);
  if (guide === null) return null;
  return (
    <View className="home__guide">
      <GuideCard guide={guide} />
    </View>
  );
}

function openNewest() {
  void Taro.navigateTo({ url: '/pages/shopper/list/index?sort=new' });
}
