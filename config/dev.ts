import type { UserConfigExport } from '@tarojs/cli';

/** While developing: readable output, with warnings. */
export default {
  logger: { quiet: false, stats: true },
} satisfies UserConfigExport<'webpack5'>;
