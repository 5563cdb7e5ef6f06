import { View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../../kit/classes';
import { Amounts } from '../../ui/Amounts';
import { Ask } from '../../ui/Ask';
import { CellGroup } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { amountRows } from './amountRows';
import { Block } from './Block';
import { CheckoutBar } from './CheckoutBar';
import { CheckoutGoods } from './CheckoutGoods';
import { CheckoutSkeleton } from './CheckoutSkeleton';
import { chosenCoupon, type CouponSort } from './couponChoice';
import { CouponSheet } from './CouponSheet';
import { DeliveryCard } from './DeliveryCard';
import { OfferChoices } from './OfferChoices';
import { goToCart, openAddresses } from './routes';
import { SlotSheet } from './SlotSheet';
import { StoreSheet } from './StoreSheet';
import { checkoutStep, deliveryOf, linesThatCanBeBought } from './steps';
import { useCheckout, type Checkout, type CheckoutView } from './useCheckout';
import { usePlacing } from './usePlacing';
import './CheckoutScreen.scss';

type Opened = 'nothing' | 'stores' | 'amounts' | 'slots';

interface CheckoutScreenProps {
  /** Goes before the order, inside the tap that places it. */
  onPlacing: () => Promise<void>;
}

/** The checkout: where to, what, how much, and one button. */
export function CheckoutScreen({ onPlacing }: CheckoutScreenProps) {
  const checkout = useCheckout();
  const [remark, setRemark] = useState('');
  const [open, setOpen] = useState<Opened>('nothing');
  const { state } = checkout;
  if (!checkout.opened) return <NothingToCheckOut />;
  return (
    <Page
      title="确认订单"
      bar={
        <NextStep
          checkout={checkout}
          remark={remark}
          open={open}
          setOpen={setOpen}
          onPlacing={onPlacing}
        />
      }
    >
      <Ask state={state} skeleton={<CheckoutSkeleton />}>
        {(view) => (
          <>
            <DeliveryCard
              choice={checkout.choice}
              preview={view.preview}
              onKind={(kind) => checkout.choose({ kind })}
              onStores={() => setOpen('stores')}
              onSlots={() => setOpen('slots')}
            />
            <Quoted view={view} checkout={checkout} />
            <Remark value={remark} onChange={setRemark} />
            <Sum view={view} checkout={checkout} />
          </>
        )}
      </Ask>
      <Sheets checkout={checkout} open={open} onClose={() => setOpen('nothing')} />
    </Page>
  );
}

interface SheetsProps {
  checkout: Checkout;
  open: Opened;
  onClose: () => void;
}

/** Where to pick up, and when goods come within the city. */
function Sheets({ checkout, open, onClose }: SheetsProps) {
  const { state, choice, choose } = checkout;
  return (
    <>
      <StoreSheet
        open={open === 'stores'}
        storeId={choice.storeId}
        onClose={onClose}
        onChoose={(storeId) => {
          onClose();
          choose({ kind: 'pickup', storeId });
        }}
      />
      <SlotSheet
        open={open === 'slots'}
        city={state.phase === 'ready' ? state.value.preview.city : null}
        slotAt={choice.slotAt}
        onClose={onClose}
        onChoose={(slotAt) => {
          onClose();
          choose({ slotAt });
        }}
      />
    </>
  );
}

interface QuotedProps {
  view: CheckoutView;
  checkout: Checkout;
}

/** Goods and offers as they were quoted, with the sheet to choose a coupon in. */
function Quoted({ view: { preview }, checkout }: QuotedProps) {
  const [sort, setSort] = useState<CouponSort | null>(null);
  const { using } = checkout;
  function choose(couponId: string | null | undefined) {
    setSort(null);
    if (sort === null || chosenCoupon(using, sort) === couponId) return;
    checkout.chooseCoupon(sort, couponId);
  }
  return (
    <View>
      <View className={dimmed(checkout)}>
        <CheckoutGoods lines={checkout.lines} preview={preview} />
        <OfferChoices
          preview={preview}
          using={using}
          onCoupons={setSort}
          onUse={(change) => checkout.use(change)}
        />
      </View>
      <CouponSheet
        sort={sort}
        preview={preview}
        chosen={sort === null ? undefined : chosenCoupon(using, sort)}
        onChoose={choose}
        onClose={() => setSort(null)}
      />
    </View>
  );
}

/** What is shown stays until the new quote comes, a little paler. */
function dimmed({ state }: Checkout): string {
  const old = state.phase === 'ready' && state.refreshing;
  return classes('checkout-quoted', old && 'checkout-quoted--old');
}

interface NextStepProps {
  checkout: Checkout;
  remark: string;
  open: Opened;
  setOpen: (open: Opened) => void;
  onPlacing: () => Promise<void>;
}

/** The bar with the next step, once there is a quote. */
function NextStep({ checkout, remark, open, setOpen, onPlacing }: NextStepProps) {
  const { state, choice } = checkout;
  const view = state.phase === 'ready' ? state.value : null;
  const placing = usePlacing({
    reload: state.reload,
    titleOf: (skuId) => view?.preview.skus.find((sku) => sku.skuId === skuId)?.title ?? '商品',
    before: onPlacing,
  });
  if (state.phase !== 'ready' || view === null) return null;
  const step = stepOf(checkout, view, state.refreshing);
  const deeds = {
    chooseAddress: () => openAddresses(false),
    chooseStore: () => setOpen('stores'),
    chooseSlot: () => setOpen('slots'),
    ask: () => void state.reload(),
    mend: () => checkout.keepLines(linesThatCanBeBought(checkout.lines, view.preview.problems)),
    blocked: () => undefined,
    submit: () => {
      const delivery = deliveryOf(choice);
      const seen = view.preview.quote;
      if (delivery !== null) void placing.submit({ delivery, remark, seen });
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

function stepOf({ lines, choice, using }: Checkout, view: CheckoutView, refreshing: boolean) {
  return checkoutStep({ lines, choice, using, ...view, refreshing });
}

function Sum({ view, checkout }: QuotedProps) {
  const { quote } = view.preview;
  return (
    <View className={dimmed(checkout)}>
      <Block>
        <Amounts
          rows={amountRows(quote, checkout.choice.kind, view.quotedFor !== null)}
          totalName="应付"
          totalFen={quote.dueFen}
        />
        {quote.points.earned === 0 ? null : (
          <View className="checkout-earned">完成后可得 {quote.points.earned} 积分</View>
        )}
      </Block>
    </View>
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
