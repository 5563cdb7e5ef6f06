import { View } from '@tarojs/components';
import Taro, { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { moneyText } from '../../../cloudfunctions/kit/money';
import type { Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { usePages } from '../../kit/usePages';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Button } from '../../ui/Button';
import { Cell, CellGroup } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tabs } from '../../ui/Tabs';
import { toast } from '../../ui/toast';
import { timeText } from './words';

type Asked = Output<'orders.invoices'>['items'][number];

const tabs = [
  { key: 'asked', label: '待开票' },
  { key: 'issued', label: '已开票' },
];

/** Requests for invoices; a manager issues them elsewhere and notes the number here. */
export function InvoicesScreen() {
  const [tab, setTab] = useState<'asked' | 'issued'>('asked');
  const [issuing, setIssuing] = useState<Asked | null>(null);
  const pages = usePages(
    (cursor) =>
      askAsMember('orders.invoices', { state: tab, ...(cursor === null ? {} : { cursor }) }),
    tab,
  );
  useReachBottom(() => void pages.more());
  return (
    <Page title="开票申请">
      <Tabs
        tabs={tabs}
        current={tab}
        onChoose={(key) => setTab(key === 'issued' ? 'issued' : 'asked')}
      />
      <Ask state={pages.state} skeleton={<SkeletonRows count={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="paper" say="没有开票申请" />
          ) : (
            <>
              {items.map((asked) => (
                <Request key={asked.orderId} asked={asked} onIssue={setIssuing} />
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
      <IssueSheet
        asked={issuing}
        onClose={() => setIssuing(null)}
        onDone={() => void pages.state.reload()}
      />
    </Page>
  );
}

function Request({ asked, onIssue }: { asked: Asked; onIssue: (asked: Asked) => void }) {
  const { kind, title, taxNumber, email, number, amountFen, invoiceNumber, askedAt } = asked;
  const who = kind === 'company' ? `${title}，税号 ${taxNumber ?? ''}` : title;
  return (
    <CellGroup>
      <Cell
        title={title}
        note={`订单 ${number} · ${timeText(askedAt)}`}
        value={moneyText(amountFen)}
      />
      <Cell
        title="复制抬头信息"
        note={email === undefined ? who : `${who}，${email}`}
        onTap={() => void Taro.setClipboardData({ data: [who, email ?? ''].join('\n').trim() })}
      />
      {invoiceNumber === null ? (
        <Cell title="登记发票号码" onTap={() => onIssue(asked)} />
      ) : (
        <Cell title="发票号码" value={invoiceNumber} />
      )}
    </CellGroup>
  );
}

interface IssueSheetProps {
  asked: Asked | null;
  onClose: () => void;
  onDone: () => void;
}

function IssueSheet({ asked, onClose, onDone }: IssueSheetProps) {
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    if (asked === null) return;
    setBusy(true);
    try {
      const { orderId } = asked;
      await askAsMember('orders.issueInvoice', { orderId, invoiceNumber: number.trim() });
      toast('已登记，并通知了买家');
      setNumber('');
      onClose();
      onDone();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet
      open={asked !== null}
      title="登记发票号码"
      onClose={onClose}
      foot={
        <Button loading={busy} disabled={number.trim().length < 6} onTap={() => void send()}>
          登记
        </Button>
      }
    >
      <View>{asked === null ? '' : `${asked.title} ${moneyText(asked.amountFen)}`}</View>
      <Field
        label="号码"
        value={number}
        maxLength={30}
        placeholder="发票号码"
        onChange={setNumber}
      />
    </Sheet>
  );
}
