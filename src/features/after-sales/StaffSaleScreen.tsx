import { View } from '@tarojs/components';
import { useState } from 'react';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { stateName } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Cell, CellGroup } from '../../ui/Cell';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { SaleBlock, SaleBody, SaleFact } from './SaleBody';
import { signInAsStaff } from './signInAsStaff';
import { StaffSheets, type StaffSheet } from './StaffSheets';
import { useDeed, type Deed } from './useDeed';
import { useStaffDeeds } from './useStaffDeeds';
import { dutySay, type StaffSale } from './words';
import './Sale.scss';

interface StaffSaleScreenProps {
  afterSaleId: string;
  role: 'guide' | 'manager';
}

/** One after-sale as the people who work here see it: a manager decides, the order's guide sees and notes. */
export function StaffSaleScreen({ afterSaleId, role }: StaffSaleScreenProps) {
  const state = useAsk(async () => {
    await signInAsStaff(role);
    return ask('afterSales.showToStaff', { afterSaleId });
  }, afterSaleId);
  const deed = useDeed(() => void state.reload());
  const deeds = useStaffDeeds(afterSaleId, deed);
  const [sheet, setSheet] = useState<StaffSheet>('none');
  const sale = state.phase === 'ready' ? state.value : null;
  const bar =
    sale === null || sale.steps.length === 0 ? null : (
      <StaffBar sale={sale} deed={deed} onAgree={() => void deeds.agree()} onSheet={setSheet} />
    );
  return (
    <Page title="售后详情" bar={bar}>
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {(value) => <StaffParts sale={value} onNote={() => setSheet('note')} />}
      </Ask>
      <StaffSheets sheet={sheet} busy={deed.busy} deeds={deeds} onClose={() => setSheet('none')} />
    </Page>
  );
}

function StaffParts({ sale, onNote }: { sale: StaffSale; onNote: () => void }) {
  const { kind, state, nowMs, commission, buyer, escalated, restock } = sale;
  return (
    <>
      <View className="sale-head">
        <View className="sale-head__state">{stateName(kind, state)}</View>
        <View className="sale-head__next">{dutySay(sale, nowMs)}</View>
      </View>
      <SaleBody
        sale={sale}
        more={
          <>
            <SaleBlock title="顾客与业绩">
              <SaleFact name="顾客">{buyer}</SaleFact>
              {escalated ? <SaleFact name="复核">顾客已再次申请</SaleFact> : null}
              {restock === null ? null : (
                <SaleFact name="退回商品">{restock ? '已重新上架' : '不再销售'}</SaleFact>
              )}
              {commission.map(({ guideId, guideName, amountFen }) => (
                <SaleFact key={guideId} name={`${guideName} 的佣金`}>
                  {moneyText(-amountFen)}
                </SaleFact>
              ))}
            </SaleBlock>
            <CellGroup>
              <Cell icon="pen" title="添加备注" note="只有店长和导购能看到" onTap={onNote} />
            </CellGroup>
          </>
        }
      />
    </>
  );
}

interface StaffBarProps {
  sale: StaffSale;
  deed: Deed;
  onAgree: () => void;
  onSheet: (sheet: StaffSheet) => void;
}

/** What the shop can do now. */
function StaffBar({ sale: { steps, kind }, deed, onAgree, onSheet }: StaffBarProps) {
  const may = (step: StaffSale['steps'][number]) => steps.includes(step);
  const agrees = may('agree') || may('resume');
  return (
    <BottomBar>
      {may('refuse') ? (
        <Button id="refuse" kind="plain" disabled={deed.busy} onTap={() => onSheet('refuse')}>
          拒绝
        </Button>
      ) : null}
      {agrees ? (
        <Button id="agree" loading={deed.busy} onTap={onAgree}>
          {kind === 'refund_only' ? '同意并退款' : '同意'}
        </Button>
      ) : null}
      {may('receive') ? (
        <Button id="receive" onTap={() => onSheet('receive')}>
          确认收到退货
        </Button>
      ) : null}
      {may('send') ? (
        <Button id="send-exchange" onTap={() => onSheet('send')}>
          寄出换货
        </Button>
      ) : null}
    </BottomBar>
  );
}
