import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { useSession } from '../../stores/session';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';

interface ForStaffProps {
  role: 'guide' | 'manager';
  /** The page's title, for those who may not see more of it. */
  title: string;
  children: ReactNode;
}

const says = { guide: '这里是导购的工作台', manager: '这里是店长看数据的地方' };

/** A page of the staff: somebody else who opens its address is told so, and led back to the shop. */
export function ForStaff({ role, title, children }: ForStaffProps) {
  const isStranger = useSession(({ me }) => me !== null && me.staff?.role !== role);
  if (!isStranger) return <>{children}</>;
  return (
    <Page title={title}>
      <Empty
        icon="shield"
        say={`${says[role]}，您的账号没有开通`}
        action="回商城首页"
        onAction={goHome}
      />
    </Page>
  );
}

function goHome() {
  void Taro.switchTab({ url: '/pages/home/index' });
}
