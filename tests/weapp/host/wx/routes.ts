import { asyncApi } from '../api-call';
import type { Machine } from '../machine';
import type { Router } from '../router';
import { numberOf, stringOf, type Bag } from '../values';

/** Navigation and what belongs to the page on top. */
export function routeApis(machine: Machine, router: () => Router): Bag {
  const go = (name: string, deed: (url: string) => void) =>
    asyncApi(machine, name, ({ url, events }) => {
      if (events !== undefined) throw new Error('event channels are not known to this host');
      deed(stringOf(url));
    });
  const quiet = (name: string) => asyncApi(machine, name, () => undefined);
  return {
    navigateTo: go('navigateTo', (url) => router().push(url)),
    redirectTo: go('redirectTo', (url) => router().replace(url)),
    reLaunch: go('reLaunch', (url) => router().restart(url)),
    switchTab: go('switchTab', (url) => router().switchTab(url)),
    navigateBack: asyncApi(machine, 'navigateBack', ({ delta }) =>
      router().back(numberOf(delta, 1)),
    ),
    setNavigationBarTitle: asyncApi(machine, 'setNavigationBarTitle', ({ title }) => {
      router().top.title = stringOf(title);
    }),
    setNavigationBarColor: quiet('setNavigationBarColor'),
    setBackgroundColor: quiet('setBackgroundColor'),
    setBackgroundTextStyle: quiet('setBackgroundTextStyle'),
    showNavigationBarLoading: quiet('showNavigationBarLoading'),
    hideNavigationBarLoading: quiet('hideNavigationBarLoading'),
    pageScrollTo: quiet('pageScrollTo'),
    startPullDownRefresh: asyncApi(machine, 'startPullDownRefresh', () => {
      router().top.page.tell('onPullDownRefresh');
    }),
    stopPullDownRefresh: quiet('stopPullDownRefresh'),
    setTabBarBadge: quiet('setTabBarBadge'),
    removeTabBarBadge: quiet('removeTabBarBadge'),
    hideTabBar: quiet('hideTabBar'),
    showTabBar: quiet('showTabBar'),
    hideHomeButton: quiet('hideHomeButton'),
  };
}
