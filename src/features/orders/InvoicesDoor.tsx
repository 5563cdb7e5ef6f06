import Taro from '@tarojs/taro';
import { Cell } from '../../ui/Cell';

/** The way from the manager's desk to requests for invoices. */
export function InvoicesDoor() {
  return <Cell icon="paper" title="开票申请" onTap={openInvoices} />;
}

function openInvoices() {
  void Taro.navigateTo({ url: '/pages/manager/invoices/index' });
}
