import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import dev from './dev';
import prod from './prod';
import { splitChunks } from './h5-chunks';

const root = path.resolve(__dirname, '..');
const target = process.env.TARO_ENV ?? 'weapp';

/** What is compiled beside `src`: of the functions' code, all but this is imported for its types alone. */
const shared = [
  path.join(__dirname, 'aria-'),
  path.join(root, 'cloudfunctions/kit'),
  /cloudfunctions[\\/]domains[\\/][^\\/]+[\\/](rules|flow|refusals)([\\/]|\.ts$)/,
];

/** Values that the deployment gives and the bundle keeps. */
const constants = Object.fromEntries(
  ['TARO_APP_PICTURES', 'TARO_APP_CLOUD_ENV'].map((name) => [
    `process.env.${name}`,
    JSON.stringify(process.env[name] ?? ''),
  ]),
);

const base: UserConfigExport<'webpack5'> = {
  projectName: 'shuke',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  plugins: [path.join(__dirname, 'aria-plugin.ts')],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  defineConstants: constants,
  mini: {
    compile: { include: shared },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    compile: { include: shared },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      // A px of the design is a px of the browser: wide screens show more instead of everything larger.
      pxtransform: { enable: true, config: { minRootSize: 20, maxRootSize: 20 } },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    webpackChain(chain) {
      chain.optimization.splitChunks(splitChunks);
    },
  },
};

export default defineConfig<'webpack5'>(async (merge) =>
  merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod),
);
