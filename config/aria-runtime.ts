import { mergeInternalComponents } from '@tarojs/shared';
import { ariaProps } from './aria-props';

mergeInternalComponents(ariaProps);
