import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { ariaProps } from './aria-props';

interface Platform {
  template: {
    mergeComponents(context: IPluginContext, components: typeof ariaProps): void;
  };
  runtimePath: string | string[];
}

/** Taro's templates for the mini program drop aria-label; this build plugin puts it into them. */
export default function ariaPlugin(context: IPluginContext) {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (process.env.TARO_ENV === 'h5') return;
      platform.template.mergeComponents(context, ariaProps);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime')].flat();
    },
  });
}
