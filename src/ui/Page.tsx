import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../kit/classes';
import { NavBar } from './NavBar';
import { useTheme } from './theme';
import './Page.scss';

interface PageProps {
  children: ReactNode;
  /** Shown by H5's bar; the mini program takes `navigationBarTitleText` of the page's config. */
  title: string;
  /** A tab page has no way back. */
  tab?: boolean;
  /** What floats at the bottom: a `TabBar` or a `BottomBar`. */
  bar?: ReactNode;
  /** White instead of grey behind everything. */
  card?: boolean;
  className?: string;
}

/** The frame of every page: background, safe areas, the 700 px measure, H5's bar on top and a bar below. */
export function Page(props: PageProps) {
  const { children, title, tab = false, bar, card = false, className } = props;
  const theme = useTheme((worn) => worn.theme);
  return (
    <View
      className={classes(
        'ui-page',
        card && 'ui-page--card',
        bar !== undefined && bar !== null && 'ui-page--barred',
        theme !== 'vermilion' && `theme-${theme}`,
      )}
    >
      {process.env.TARO_ENV === 'h5' ? <NavBar title={title} back={!tab} /> : null}
      <View className={classes('ui-page__body', className)}>{children}</View>
      {bar}
    </View>
  );
}
