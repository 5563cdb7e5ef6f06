import Taro from '@tarojs/taro';
import type { Me } from '../../stores/session';
import { Cell, CellGroup } from '../../ui/Cell';
import { openMemberPage } from './routes';
import type { MeSheet } from './ServiceSheets';

type Role = NonNullable<Me['staff']>['role'] | null;

interface ServicesProps {
  role: Role;
  onSheet: (sheet: MeSheet) => void;
}

/** Where else I can go; staff have their desk first. */
export function Services({ role, onSheet }: ServicesProps) {
  return (
    <>
      {role === null ? null : (
        <CellGroup>
          {role === 'guide' ? (
            <Cell icon="desk" title="导购台" onTap={() => go('/pages/guide/desk/index')} />
          ) : (
            <Cell icon="chart" title="管理" onTap={() => go('/pages/manager/desk/index')} />
          )}
        </CellGroup>
      )}
      <CellGroup>
        <Cell icon="ticket" title="领券中心" onTap={() => openMemberPage('claim')} />
        <Cell icon="gift" title="积分商城" onTap={() => openMemberPage('exchange')} />
      </CellGroup>
      <CellGroup>
        <Cell icon="star" title="我的评价" onTap={() => go('/pages/shopper/my-reviews/index')} />
        <Cell icon="pin" title="收货地址" onTap={() => openMemberPage('addresses')} />
        <Cell icon="chat" title="消息" onTap={() => onSheet('notices')} />
        <Cell icon="people" title="我的导购" onTap={() => onSheet('guide')} />
        <Cell icon="shield" title="关于与隐私" onTap={() => onSheet('about')} />
      </CellGroup>
    </>
  );
}

function go(url: string) {
  void Taro.navigateTo({ url });
}
