import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { Button } from '../../ui/Button';
import { Failure } from '../../ui/Failure';
import { Icon, type IconName } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Price } from '../../ui/Price';
import { goToMe } from './routes';
import { useRechargeWait, type RechargeWait } from './useRechargeWait';
import type { Recharge, RechargePhase } from './words';
import './RechargeResult.scss';

interface RechargeResultProps {
  rechargeId: string;
  /** Back to the wallet. */
  onDone: () => void;
}

/** How a recharge went: arrived, not yet known, or not paid. */
export function RechargeResult({ rechargeId, onDone }: RechargeResultProps) {
  const { wait, askAgain } = useRechargeWait(rechargeId);
  return (
    <Page title="充值结果" card>
      {wait.phase === 'failed' ? (
        <Failure say={wait.say} onRetry={askAgain} />
      ) : (
        <View className="recharge-result">
          <Sign phase={wait.phase} wait={wait} />
          {wait.phase === 'notPaid' ? (
            <View className="recharge-result__deeds">
              <Button kind="quiet" onTap={askAgain}>
                再查一次
              </Button>
            </View>
          ) : null}
          <View className="recharge-result__deeds">
            <Button id="see-wallet" kind="plain" onTap={onDone}>
              查看余额
            </Button>
            <Button kind="plain" onTap={goToMe}>
              回我的
            </Button>
          </View>
        </View>
      )}
    </Page>
  );
}

const words: Readonly<Record<RechargePhase, { icon: IconName; title: string; say: string }>> = {
  asking: { icon: 'clock', title: '正在确认充值结果', say: '微信支付通常几秒内给出结果' },
  paid: { icon: 'check', title: '充值成功', say: '' },
  notPaid: { icon: 'wallet', title: '还没有收到付款', say: '如果您已付款，结果稍后会更新' },
  closed: { icon: 'close', title: '充值已关闭', say: '如果您已付款，款项会原路退回' },
};

function Sign({ phase, wait }: { phase: RechargePhase; wait: RechargeWait }) {
  const { icon, title, say } = words[phase];
  const arrived = phase === 'paid' ? wait.recharge : null;
  return (
    <>
      <View className={classes('recharge-result__sign', `recharge-result__sign--${phase}`)}>
        <Icon name={icon} size="huge" />
      </View>
      <View className="recharge-result__title">{title}</View>
      {arrived === null ? (
        <View className="recharge-result__say">{say}</View>
      ) : (
        <Arrived recharge={arrived} />
      )}
    </>
  );
}

function Arrived({ recharge: { payFen, giftFen } }: { recharge: Recharge }) {
  return (
    <>
      <View className="recharge-result__amount">
        <Price fen={payFen + giftFen} size="large" tone="ink" />
      </View>
      <View className="recharge-result__say">
        {giftFen === 0 ? '已到账' : `已到账：本金 ¥${yuanText(payFen)}，赠送 ¥${yuanText(giftFen)}`}
      </View>
    </>
  );
}
