import type { UserConfigExport } from '@tarojs/cli';

/** For release: quiet, so that our own progress line and sizes are what is read. */
export default {
  logger: { quiet: true, stats: false },
} satisfies UserConfigExport<'webpack5'>;
