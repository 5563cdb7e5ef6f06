/** How the H5 code is cut: Taro's own cut repeats 250 KB of the framework in every page. */
export const splitChunks = {
  chunks: 'all' as const,
  minSize: 0,
  cacheGroups: {
    default: false as const,
    defaultVendors: false as const,
    taro: {
      name: 'taro',
      test: /[\\/]node_modules[\\/](@tarojs|@stencil|swiper|hls\.js|react|react-dom|scheduler)[\\/]/,
      priority: 30,
      enforce: true,
    },
    vendors: {
      name: 'vendors',
      test: /[\\/]node_modules[\\/]/,
      minChunks: 2,
      priority: 20,
    },
    common: {
      name: 'common',
      minChunks: 2,
      priority: 10,
      reuseExistingChunk: true,
    },
  },
};
