import { View } from '@tarojs/components';
import { useState } from 'react';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Cell } from '../../ui/Cell';
import { Chip, Chips } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import { Sheet } from '../../ui/Sheet';
import { Bone, Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import './CancelSheet.scss';

interface InvoiceSheetProps {
  orderId: string;
  open: boolean;
  onClose: () => void;
}

/** Asks for an invoice of an order, or tells how it stands. */
export function InvoiceSheet({ orderId, open, onClose }: InvoiceSheetProps) {
  const state = useAsk(() => askAsMember('orders.invoice', { orderId }), open ? orderId : null);
  const form = useInvoiceForm(orderId, () => {
    toast('已提交，开出后会通知您');
    onClose();
  });
  const issued = state.phase === 'ready' && state.value.invoice?.state === 'issued';
  const nothing = state.phase === 'ready' && state.value.amountFen === 0;
  const foot =
    issued || nothing ? undefined : (
      <Button
        id="ask-invoice"
        loading={form.busy}
        disabled={form.title.trim() === ''}
        onTap={() => void form.send()}
      >
        提交开票申请
      </Button>
    );
  return (
    <Sheet open={open} title="发票" onClose={onClose} {...(foot === undefined ? {} : { foot })}>
      <Ask state={state} skeleton={<SheetSkeleton />}>
        {({ invoice, amountFen }) => (
          <>
            {invoice === null ? null : (
              <Cell
                title={invoice.state === 'issued' ? '已开出' : '已申请'}
                note={invoice.invoiceNumber ?? invoice.titleMask}
                value={moneyText(invoice.amountFen)}
              />
            )}
            {invoice?.state === 'issued' ? null : amountFen === 0 ? (
              <View className="cancel-sheet__say">这笔订单没有可以开票的金额</View>
            ) : (
              <Form form={form} amountFen={amountFen} />
            )}
          </>
        )}
      </Ask>
    </Sheet>
  );
}

function SheetSkeleton() {
  return (
    <Skeleton>
      <Bone shape="line" />
      <Bone shape="line" width="half" />
    </Skeleton>
  );
}

type InvoiceForm = ReturnType<typeof useInvoiceForm>;

function Form({ form, amountFen }: { form: InvoiceForm; amountFen: number }) {
  const { kind, setKind, title, setTitle, taxNumber, setTaxNumber, email, setEmail } = form;
  return (
    <>
      <View className="cancel-sheet__say">
        开票金额 {moneyText(amountFen)}，不含已退款和赠送余额
      </View>
      <Chips>
        <Chip chosen={kind === 'person'} onTap={() => setKind('person')}>
          个人
        </Chip>
        <Chip chosen={kind === 'company'} onTap={() => setKind('company')}>
          企业
        </Chip>
      </Chips>
      <Field
        label="抬头"
        value={title}
        maxLength={60}
        placeholder="姓名或公司全称"
        onChange={setTitle}
      />
      {kind === 'company' ? (
        <Field
          label="税号"
          value={taxNumber}
          maxLength={20}
          placeholder="15–20 位统一社会信用代码"
          onChange={setTaxNumber}
        />
      ) : null}
      <Field
        label="邮箱"
        value={email}
        maxLength={100}
        placeholder="选填，用于接收电子发票"
        onChange={setEmail}
      />
    </>
  );
}

function useInvoiceForm(orderId: string, onDone: () => void) {
  const [kind, setKind] = useState<'person' | 'company'>('person');
  const [title, setTitle] = useState('');
  const [taxNumber, setTaxNumber] = useState('');
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    setBusy(true);
    try {
      const tax = kind === 'company' ? { taxNumber: taxNumber.trim().toUpperCase() } : {};
      const mail = email.trim() === '' ? {} : { email: email.trim() };
      await askAsMember('orders.askInvoice', {
        orderId,
        kind,
        title: title.trim(),
        ...tax,
        ...mail,
      });
      onDone();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }
  return {
    ...{ kind, setKind, title, setTitle, taxNumber, setTaxNumber, email, setEmail },
    ...{ busy, send },
  };
}
