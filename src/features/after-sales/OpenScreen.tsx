import { View } from '@tarojs/components';
import { useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { CellGroup } from '../../ui/Cell';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { toast } from '../../ui/toast';
import { AskForm } from './AskForm';
import { signInAsStaff } from './signInAsStaff';
import type { OfOrder } from './words';
import './AskForm.scss';

const title = '发起售后';

/** The shop begins an after-sale for a shopper, also after her window: first which order, then the form. */
export function OpenScreen() {
  const [ofOrder, setOfOrder] = useState<OfOrder | null>(null);
  if (ofOrder === null) return <FindOrder onFound={setOfOrder} />;
  return (
    <AskForm
      ofOrder={ofOrder}
      filled={{ by: 'manager', firstLine: 0 }}
      title={title}
      yes="发起并同意"
    />
  );
}

function FindOrder({ onFound }: { onFound: (ofOrder: OfOrder) => void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const number = typed.replace(/\D/g, '');

  async function find(): Promise<void> {
    setBusy(true);
    try {
      await signInAsStaff('manager');
      const ofOrder = await ask('afterSales.ofNumber', { number });
      if (ofOrder.whyNot === null) onFound(ofOrder);
      else toast(ofOrder.whyNot);
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }
  const bar = (
    <BottomBar>
      <Button id="find-order" loading={busy} disabled={number.length < 6} onTap={() => void find()}>
        下一步
      </Button>
    </BottomBar>
  );
  return (
    <Page title={title} bar={bar}>
      <CellGroup>
        <Field
          label="订单编号"
          value={typed}
          type="number"
          maxLength={32}
          placeholder="顾客订单详情里的编号"
          onChange={setTyped}
        />
      </CellGroup>
      <View className="ask-form__say">过了售后期的订单也可以发起，提交后即视为商家同意</View>
    </Page>
  );
}
