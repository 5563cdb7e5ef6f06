import { Text, View } from '@tarojs/components';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { unusedToTell } from '../../../cloudfunctions/domains/cart/rules/breakdown';
import { Amounts } from '../../ui/Amounts';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Price } from '../../ui/Price';
import { Reasons } from '../../ui/Reasons';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { amountRows, savedFen } from './amountRows';
import type { CheckoutStep, DeliveryKind, OrderPreview } from './steps';
import type { CheckoutView } from './useCheckout';
import './CheckoutBar.scss';

interface CheckoutBarProps {
  view: CheckoutView;
  kind: DeliveryKind;
  step: CheckoutStep;
  /** An order or a new quote is on its way. */
  busy: boolean;
  amountsOpen: boolean;
  onAmounts: (open: boolean) => void;
  onStep: () => void;
}

/** What it comes to, opening its breakdown, and the next step. */
export function CheckoutBar(props: CheckoutBarProps) {
  const { view, kind, step, busy, amountsOpen, onAmounts, onStep } = props;
  const { quote } = view.preview;
  const saved = savedFen(quote);
  return (
    <>
      <BottomBar>
        <Tap className="checkout-bar__sum" label="查看金额明细" onTap={() => onAmounts(true)}>
          <View className="checkout-bar__total">
            <Text className="checkout-bar__word">应付</Text>
            <Price fen={quote.dueFen} />
          </View>
          <View className="checkout-bar__note">
            {saved > 0 ? `已优惠 ¥${yuanText(saved)}` : '金额明细'}
            <Icon name="up" size="small" />
          </View>
        </Tap>
        <View className="checkout-bar__go">
          <Button id="submit" loading={busy} disabled={step.kind === 'blocked'} onTap={onStep}>
            {step.label}
          </Button>
        </View>
      </BottomBar>
      <Sheet open={amountsOpen} title="金额明细" onClose={() => onAmounts(false)}>
        <Amounts
          rows={amountRows(quote, kind, view.quotedFor !== null)}
          totalName="应付"
          totalFen={quote.dueFen}
        />
        <NotUsed quote={quote} />
      </Sheet>
    </>
  );
}

function NotUsed({ quote }: { quote: OrderPreview['quote'] }) {
  const { told, others } = unusedToTell(quote.unused);
  return (
    <Reasons
      title="没有用上的优惠"
      rows={told.map(({ ruleId, name, say }) => ({ id: ruleId, name, say }))}
      rest={others === 0 ? '' : `另有 ${others} 项优惠不适用于本单`}
    />
  );
}
