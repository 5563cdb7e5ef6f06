import { View } from '@tarojs/components';
import { useState } from 'react';
import { stateName } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { useAsk } from '../../kit/useAsk';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { confirmed } from '../../ui/toast';
import { ParcelSheet } from './ParcelSheet';
import { SaleBlock, SaleBody, SaleFact } from './SaleBody';
import { useDeed, type Deed } from './useDeed';
import { nextSay, type Sale } from './words';
import { WordsSheet } from './WordsSheet';
import './Sale.scss';

type SheetName = 'none' | 'parcel' | 'again';

/** One of my after-sales: how it stands, what comes next and until when, and what I can do. */
export function SaleScreen({ afterSaleId }: { afterSaleId: string }) {
  const state = useAsk(() => askAsMember('afterSales.show', { afterSaleId }), afterSaleId);
  const reload = () => void state.reload();
  useShownAgain(reload);
  const deed = useDeed(reload);
  const [sheet, setSheet] = useState<SheetName>('none');
  const close = () => setSheet('none');
  const sale = state.phase === 'ready' ? state.value : null;
  const bar =
    sale === null || sale.steps.length === 0 ? null : (
      <SaleBar sale={sale} deed={deed} onSheet={setSheet} />
    );
  return (
    <Page title="售后详情" bar={bar}>
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {(value) => <SaleParts sale={value} />}
      </Ask>
      <ParcelSheet
        open={sheet === 'parcel'}
        title="填写寄回运单"
        busy={deed.busy}
        onClose={close}
        onSend={(parcel) => {
          const giving = () => askAsMember('afterSales.giveTracking', { afterSaleId, ...parcel });
          void deed.doing(giving, '已提交，等待商家验收').then((done) => done && close());
        }}
      />
      <WordsSheet
        open={sheet === 'again'}
        title="再次申请"
        hint="只能再申请一次，请说明理由，商家会由店长复核"
        placeholder="例如：鞋底开胶，附图可见"
        most={200}
        yes="提交"
        busy={deed.busy}
        onClose={close}
        onSend={(words) => {
          const asking = () => askAsMember('afterSales.again', { afterSaleId, words });
          void deed.doing(asking, '已再次申请').then((done) => done && close());
        }}
      />
    </Page>
  );
}

function SaleParts({ sale }: { sale: Sale }) {
  const { kind, state, returnTo } = sale;
  return (
    <>
      <View className="sale-head">
        <View className="sale-head__state">{stateName(kind, state)}</View>
        <View className="sale-head__next">{nextSay(sale)}</View>
      </View>
      <SaleBody
        sale={sale}
        more={
          state === 'agreed' ? (
            <SaleBlock title="寄回地址">
              <SaleFact name="收件">{returnTo.name}</SaleFact>
              {returnTo.phone === '' ? null : <SaleFact name="电话">{returnTo.phone}</SaleFact>}
              <SaleFact name="地址">{returnTo.address}</SaleFact>
            </SaleBlock>
          ) : null
        }
      />
    </>
  );
}

interface SaleBarProps {
  sale: Sale;
  deed: Deed;
  onSheet: (sheet: SheetName) => void;
}

/** What I can do now; what moves it on is the primary one. */
function SaleBar({ sale, deed, onSheet }: SaleBarProps) {
  const { afterSaleId, steps } = sale;
  const may = (step: Sale['steps'][number]) => steps.includes(step);
  const withdraw = async () => {
    const sure = await confirmed({ say: '撤销后，售后期内还可以重新申请', yes: '撤销' });
    if (!sure) return;
    await deed.doing(() => askAsMember('afterSales.withdraw', { afterSaleId }), '已撤销');
  };
  const finish = () =>
    deed.doing(() => askAsMember('afterSales.confirm', { afterSaleId }), '已确认');
  return (
    <BottomBar>
      {may('withdraw') ? (
        <Button id="withdraw" kind="plain" disabled={deed.busy} onTap={() => void withdraw()}>
          撤销申请
        </Button>
      ) : null}
      {may('give_tracking') ? (
        <Button id="give-tracking" onTap={() => onSheet('parcel')}>
          填写运单号
        </Button>
      ) : null}
      {may('again') ? (
        <Button id="again" onTap={() => onSheet('again')}>
          再次申请
        </Button>
      ) : null}
      {may('finish') ? (
        <Button id="got-it" loading={deed.busy} onTap={() => void finish()}>
          确认收到换货
        </Button>
      ) : null}
    </BottomBar>
  );
}
