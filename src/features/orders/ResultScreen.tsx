import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { classes } from '../../kit/classes';
import { Button } from '../../ui/Button';
import { Failure } from '../../ui/Failure';
import { Icon, type IconName } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Price } from '../../ui/Price';
import { goHome, orderPage } from './routes';
import { useOrderDeeds } from './useOrderDeeds';
import { usePaymentWait, type PaymentWait } from './usePaymentWait';
import { earnedSay, paidBy } from './words';
import './ResultScreen.scss';

interface ResultScreenProps {
  orderId: string;
  /** What came with a paid order to be passed on. */
  packets: ReactNode;
  /** An offer to tell her how a paid order goes on. */
  messages: ReactNode;
}

/** How a payment went: paid, not yet known, or not paid and how to pay again. */
export function ResultScreen({ orderId, packets, messages }: ResultScreenProps) {
  const { wait, askAgain } = usePaymentWait(orderId);
  const deeds = useOrderDeeds(askAgain, askAgain);
  return (
    <Page title="支付结果" card>
      {wait.phase === 'failed' ? (
        <Failure say={wait.say} onRetry={askAgain} />
      ) : (
        <View className="pay-result">
          <Sign wait={wait} />
          <Deeds
            wait={wait}
            paying={deeds.busyId !== ''}
            onPay={() => void deeds.payFor({ orderId, lines: [] })}
            onAsk={askAgain}
          />
          <View className="pay-result__links">
            <Button
              id="see-order"
              kind="plain"
              onTap={() => void Taro.redirectTo({ url: orderPage(orderId) })}
            >
              查看订单
            </Button>
            <Button id="go-home" kind="plain" onTap={goHome}>
              回首页
            </Button>
          </View>
          <View className="pay-result__packets">
            {wait.phase === 'paid' ? messages : null}
            {wait.phase === 'paid' ? packets : null}
          </View>
        </View>
      )}
    </Page>
  );
}

type Shown = Exclude<PaymentWait['phase'], 'failed'>;

const words: Readonly<Record<Shown, { icon: IconName; title: string; say: string }>> = {
  asking: { icon: 'clock', title: '正在确认支付结果', say: '微信支付通常几秒内给出结果' },
  paid: { icon: 'check', title: '支付成功', say: '我们会尽快为您备货' },
  notPaid: {
    icon: 'wallet',
    title: '还没有收到付款',
    say: '如果您已付款，结果稍后会更新；如果没有，可以继续支付',
  },
  closed: { icon: 'close', title: '订单已关闭', say: '如果您已付款，款项会原路退回' },
};

function Sign({ wait }: { wait: PaymentWait }) {
  if (wait.phase === 'failed') return null;
  const { icon, title, say } = words[wait.phase];
  const pickup = wait.phase === 'paid' && wait.order?.delivery === 'pickup';
  return (
    <>
      <View className={classes('pay-result__sign', `pay-result__sign--${wait.phase}`)}>
        <Icon name={icon} size="huge" />
      </View>
      <View className="pay-result__title">{title}</View>
      {wait.phase === 'paid' && wait.order !== null ? (
        <View className="pay-result__amount">
          <Price fen={wait.order.payableFen} size="large" tone="ink" />
          {paidBy(wait.order) === '' ? null : (
            <View className="pay-result__say">{paidBy(wait.order)}</View>
          )}
        </View>
      ) : null}
      <View className="pay-result__say">{pickup ? '备好货后请凭取货码到店自提' : say}</View>
      {wait.phase === 'paid' && wait.order !== null && earnedSay(wait.order) !== '' ? (
        <View className="pay-result__earned">{earnedSay(wait.order)}</View>
      ) : null}
    </>
  );
}

interface DeedsProps {
  wait: PaymentWait;
  paying: boolean;
  onPay: () => void;
  onAsk: () => void;
}

function Deeds({ wait, paying, onPay, onAsk }: DeedsProps) {
  if (wait.phase !== 'notPaid') return null;
  return (
    <View className="pay-result__deeds">
      {wait.resting ? (
        <Button kind="quiet" onTap={onAsk}>
          再查一次
        </Button>
      ) : null}
      <Button id="pay" loading={paying} onTap={onPay}>
        去支付
      </Button>
    </View>
  );
}
