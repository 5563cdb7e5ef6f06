import { useState } from 'react';
import { Ask } from '../../ui/Ask';
import { CellGroup } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { Amounts } from './Amounts';
import { Block } from './Block';
import { CheckoutBar } from './CheckoutBar';
import { CheckoutGoods } from './CheckoutGoods';
import { CheckoutSkeleton } from './CheckoutSkeleton';
import { DeliveryCard } from './DeliveryCard';
import { goToCart, openAddresses } from './routes';
import { StoreSheet } from './StoreSheet';
import {
  checkoutStep,
  deliveryOf,
  freightWorkings,
  knownFreight,
  linesThatCanBeBought,
} from './steps';
import { useCheckout, type CheckoutView } from './useCheckout';
import { usePlacing } from './usePlacing';

type Opened = 'nothing' | 'stores' | 'amounts';
type Checkout = ReturnType<typeof useCheckout>;

/** The checkout: where to, what, how much, and one button. */
export function CheckoutScreen() {
  const checkout = useCheckout();
  const [remark, setRemark] = useState('');
  const [open, setOpen] = useState<Opened>('nothing');
  const { state } = checkout;
  if (!checkout.opened) return <NothingToCheckOut />;
  return (
    <Page
      title="确认订单"
      bar={<NextStep checkout={checkout} remark={remark} open={open} setOpen={setOpen} />}
    >
      <Ask state={state} skeleton={<CheckoutSkeleton />}>
        {(view) => (
          <>
            <DeliveryCard
              choice={checkout.choice}
              preview={view.preview}
              onKind={(kind) => checkout.choose({ kind })}
              onStores={() => setOpen('stores')}
            />
            <CheckoutGoods lines={checkout.lines} preview={view.preview} />
            <Remark value={remark} onChange={setRemark} />
            <Sum view={view} checkout={checkout} />
          </>
        )}
      </Ask>
      <StoreSheet
        open={open === 'stores'}
        storeId={checkout.choice.storeId}
        onClose={() => setOpen('nothing')}
        onChoose={(storeId) => {
          setOpen('nothing');
          checkout.choose({ kind: 'pickup', storeId });
        }}
      />
    </Page>
  );
}

interface NextStepProps {
  checkout: Checkout;
  remark: string;
  open: Opened;
  setOpen: (open: Opened) => void;
}

/** The bar with the next step, once there is a quote. */
function NextStep({ checkout, remark, open, setOpen }: NextStepProps) {
  const { state, choice } = checkout;
  const view = state.phase === 'ready' ? state.value : null;
  const placing = usePlacing({
    reload: state.reload,
    titleOf: (skuId) => view?.preview.skus.find((sku) => sku.skuId === skuId)?.title ?? '商品',
  });
  if (state.phase !== 'ready' || view === null) return null;
  const step = stepOf(checkout, view, state.refreshing);
  const deeds = {
    chooseAddress: () => openAddresses(false),
    chooseStore: () => setOpen('stores'),
    ask: () => void state.reload(),
    mend: () => checkout.keepLines(linesThatCanBeBought(checkout.lines, view.preview.problems)),
    blocked: () => undefined,
    submit: () => {
      const delivery = deliveryOf(choice);
      const { payableFen } = view.preview.quote;
      if (delivery !== null) void placing.submit({ delivery, remark, payableFen });
    },
  };
  return (
    <CheckoutBar
      view={view}
      kind={choice.kind}
      step={step}
      busy={placing.busy || state.refreshing}
      amountsOpen={open === 'amounts'}
      onAmounts={(shown) => setOpen(shown ? 'amounts' : 'nothing')}
      onStep={deeds[step.kind]}
    />
  );
}

function stepOf({ lines, choice }: Checkout, view: CheckoutView, refreshing: boolean) {
  return checkoutStep({ lines, choice, ...view, refreshing });
}

function Sum({ view, checkout }: { view: CheckoutView; checkout: Checkout }) {
  const { quote } = view.preview;
  return (
    <Block>
      <Amounts
        {...quote}
        freightFen={knownFreight(view)}
        workings={freightWorkings(quote, checkout.choice.kind)}
        totalName="应付"
      />
    </Block>
  );
}

function Remark({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <CellGroup>
      <Field
        label="留言"
        value={value}
        onChange={onChange}
        placeholder="选填，对商家说点什么"
        maxLength={200}
      />
    </CellGroup>
  );
}

function NothingToCheckOut() {
  return (
    <Page title="确认订单">
      <Empty icon="cart" say="没有要结算的商品" action="去购物车" onAction={goToCart} />
    </Page>
  );
}
