import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Price } from '../../ui/Price';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { Amounts } from './Amounts';
import { freightWorkings, knownFreight, type CheckoutStep, type DeliveryKind } from './steps';
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
  return (
    <>
      <BottomBar>
        <Tap className="checkout-bar__sum" label="查看金额明细" onTap={() => onAmounts(true)}>
          <View className="checkout-bar__total">
            <Text className="checkout-bar__word">应付</Text>
            <Price fen={quote.payableFen} />
          </View>
          <View className="checkout-bar__note">
            金额明细
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
          {...quote}
          freightFen={knownFreight(view)}
          workings={freightWorkings(quote, kind)}
          totalName="应付"
        />
      </Sheet>
    </>
  );
}
