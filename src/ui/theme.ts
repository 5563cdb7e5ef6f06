import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** The accents that a shop may choose from; a theme changes the accent and nothing else. */
const themes = ['vermilion', 'jade', 'ink-blue', 'rose'] as const;

export type Theme = (typeof themes)[number];

const key = 'theme';

/** The theme that is worn, kept on the phone so that the next start begins with it. */
export const useTheme = create<{ readonly theme: Theme }>()(() => ({
  theme: themeOf(Taro.getStorageSync(key)),
}));

/** Wears a theme from now on, on every page; an unknown name is the default one. */
export function wearTheme(name: string): void {
  const theme = themeOf(name);
  if (theme === useTheme.getState().theme) return;
  Taro.setStorageSync(key, theme);
  useTheme.setState({ theme });
}

function themeOf(name: unknown): Theme {
  return themes.find((theme) => theme === name) ?? 'vermilion';
}
