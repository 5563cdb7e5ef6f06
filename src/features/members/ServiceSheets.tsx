import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Empty } from '../../ui/Empty';
import { Sheet } from '../../ui/Sheet';
import './ServiceSheets.scss';

/** The sheet that lies open. */
export type MeSheet = 'nothing' | 'profile' | 'notices' | 'guide' | 'about';

interface SheetProps {
  open: boolean;
  onClose: () => void;
}

/** Who looks after me; without anybody, how that comes about. */
export function MyGuideSheet({ open, onClose, children }: SheetProps & { children: ReactNode }) {
  return (
    <Sheet open={open} title="我的导购" onClose={onClose}>
      {children ?? <Empty icon="people" say="还没有专属导购，打开导购分享的商品卡片就会认识" />}
    </Sheet>
  );
}

const paragraphs: readonly string[] = [
  '熟客是一家由门店和导购陪您逛的店。',
  '您的姓名、电话和地址加密保存，只用于配送和售后；导购看不到您的手机号和地址。',
  '您打开谁分享的卡片，会记为由谁为您服务，不影响您看到的价格。',
];

/** What this shop is, what it keeps of me, and what I may refuse. */
export function AboutSheet({ open, onClose, children }: SheetProps & { children: ReactNode }) {
  return (
    <Sheet open={open} title="关于与隐私" onClose={onClose}>
      {paragraphs.map((paragraph) => (
        <View key={paragraph} className="about-sheet">
          {paragraph}
        </View>
      ))}
      {children}
    </Sheet>
  );
}
