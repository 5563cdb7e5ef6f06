import { Textarea, View } from '@tarojs/components';
import { kindNames, reasonsOf } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { PicturePicker } from '../../ui/PicturePicker';
import { SkeletonRows } from '../../ui/Skeleton';
import { AskLine } from './AskLine';
import { BackAmounts } from './BackAmounts';
import { openOrder } from './routes';
import { SaleBlock } from './SaleBody';
import { useAskForm, type AskingForm } from './useAskForm';
import { mostOf, type OfOrder } from './words';
import './AskForm.scss';

interface AskScreenProps {
  orderId: string;
  /** The line that is chosen when the form opens. */
  line: number;
}

const mostWords = 200;
const title = '申请售后';

/** Asks for money or goods of an order: what, how many, why, and what comes back is seen before it is sent. */
export function AskScreen({ orderId, line }: AskScreenProps) {
  const state = useAsk(() => askAsMember('afterSales.ofOrder', { orderId }), orderId);
  if (state.phase === 'ready' && state.value.whyNot === null)
    return <AskForm ofOrder={state.value} line={line} />;
  return (
    <Page title={title}>
      <Ask state={state} skeleton={<SkeletonRows count={3} />}>
        {({ whyNot }) => (
          <Empty
            icon="shield"
            say={whyNot ?? ''}
            action="查看订单"
            onAction={() => openOrder(orderId)}
          />
        )}
      </Ask>
    </Page>
  );
}

function AskForm({ ofOrder, line }: { ofOrder: OfOrder; line: number }) {
  const form = useAskForm(ofOrder, line);
  const bar = (
    <BottomBar>
      <Button
        id="send-after-sale"
        loading={form.busy}
        disabled={!form.ready}
        onTap={() => void form.send()}
      >
        提交申请
      </Button>
    </BottomBar>
  );
  return (
    <Page title={title} bar={bar}>
      <Kinds form={form} />
      <SaleBlock title="选择商品">
        {ofOrder.lines
          .filter((one) => mostOf(one, form.kind) > 0)
          .map((one) => (
            <AskLine key={one.line} line={one} form={form} />
          ))}
      </SaleBlock>
      {form.kind === 'exchange' ? null : (
        <SaleBlock title="退款明细">
          <Preview form={form} />
        </SaleBlock>
      )}
      <Why form={form} />
    </Page>
  );
}

function Kinds({ form }: { form: AskingForm }) {
  return (
    <SaleBlock title="售后类型">
      <Chips>
        {form.kinds.map((kind) => (
          <Chip key={kind} chosen={kind === form.kind} onTap={() => form.chooseKind(kind)}>
            {kindNames[kind]}
          </Chip>
        ))}
      </Chips>
    </SaleBlock>
  );
}

function Why({ form }: { form: AskingForm }) {
  const { kind, reason, words, uploads } = form;
  return (
    <SaleBlock title="申请原因">
      <Chips>
        {Object.entries(reasonsOf[kind]).map(([code, say]) => (
          <Chip key={code} chosen={code === reason} onTap={() => form.setReason(code)}>
            {say}
          </Chip>
        ))}
      </Chips>
      <Textarea
        className="ask-form__words"
        value={words}
        maxlength={mostWords}
        placeholder="补充说明，商家能更快处理（选填）"
        placeholderClass="ui-field-hint"
        aria-label="补充说明"
        onInput={(event) => form.setWords(event.detail.value)}
      />
      <View className="ask-form__count">
        {words.length}/{mostWords}
      </View>
      <PicturePicker
        pictures={uploads.pictures}
        most={6}
        note="凭证图片，只有您和商家能看到"
        onAdd={() => void uploads.add()}
        onRemove={uploads.remove}
        onAgain={uploads.again}
      />
    </SaleBlock>
  );
}

function Preview({ form: { preview } }: { form: AskingForm }) {
  if (preview.phase === 'waiting')
    return <View className="ask-form__none">选择商品后，这里显示会退回什么</View>;
  if (preview.phase === 'failed') return <View className="ask-form__none">{preview.say}</View>;
  return <BackAmounts back={preview.value.back} totalName="预计退款" />;
}
