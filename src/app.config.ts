const window = {
  navigationBarTitleText: '熟客',
  navigationBarBackgroundColor: '#ffffff',
  navigationBarTextStyle: 'black' as const,
  backgroundColor: '#f5f5f7',
  backgroundTextStyle: 'dark' as const,
};

// H5 draws its own bar in the page (ui/NavBar), and its page transition would move what is fixed to
// the screen. The mini program has a native bar, and knows no `animation`.
const platform =
  process.env.TARO_ENV === 'h5'
    ? { window: { ...window, navigationStyle: 'custom' as const }, animation: false }
    : { window };

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/category/index', 'pages/cart/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'pages/shopper',
      pages: [
        'product/index',
        'search/index',
        'list/index',
        'checkout/index',
        'result/index',
        'orders/index',
        'order/index',
        'parcels/index',
        'addresses/index',
        'address/index',
        'points/index',
        'signin/index',
        'levels/index',
        'wallet/index',
        'coupons/index',
        'claim/index',
        'exchange/index',
        'packet/index',
        'reviews/index',
        'review/index',
        'my-reviews/index',
        'after-sale-ask/index',
        'after-sale/index',
        'after-sales/index',
      ],
    },
    {
      root: 'pages/guide',
      pages: [
        'desk/index',
        'goods/index',
        'card/index',
        'visits/index',
        'orders/index',
        'pickup/index',
        'after-sales/index',
        'after-sale/index',
        'counter/index',
      ],
    },
    {
      root: 'pages/manager',
      pages: [
        'desk/index',
        'rows/index',
        'promotions/index',
        'promotion/index',
        'promotion-edit/index',
        'coupons/index',
        'coupon/index',
        'coupon-edit/index',
        'reviews/index',
        'invoices/index',
        'bills/index',
        'messages/index',
        'ship/index',
        'ship-many/index',
        'picks/index',
        'pickup/index',
        'after-sales/index',
        'after-sale/index',
        'after-sale-open/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['pages/shopper'] },
  },
  ...platform,
  tabBar: {
    // The pages draw ui/TabBar, since its items depend on the role; this list only names the tab pages.
    custom: true,
    color: '#55585e',
    selectedColor: '#17181a',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/category/index', text: '分类' },
      { pagePath: 'pages/cart/index', text: '购物车' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  // WeChat refuses the address book to programs that do not name it here.
  requiredPrivateInfos: ['chooseAddress'],
  lazyCodeLoading: 'requiredComponents',
});
