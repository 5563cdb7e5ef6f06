import { Textarea, View } from '@tarojs/components';
import { kindNames, reasonsOf } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Chip, Chips } from '../../ui/Chip';
import { Page } from '../../ui/Page';
import { PicturePicker } from '../../ui/PicturePicker';
import { AskLine } from './AskLine';
import { BackAmounts } from './BackAmounts';
import { SaleBlock } from './SaleBody';
import { useAskForm, type AskingForm, type FormFor } from './useAskForm';
import { mostOf, type OfOrder } from './words';
import './AskForm.scss';

const mostWords = 200;

interface AskFormProps {
  ofOrder: OfOrder;
  filled: FormFor;
  title: string;
  /** What sending it is called. */
  yes: string;
}

/** The form itself: of a shopper for her order, or of the shop for a shopper's, which adds no pictures. */
export function AskForm({ ofOrder, filled, title, yes }: AskFormProps) {
  const form = useAskForm(ofOrder, filled);
  const pictured = filled.by === 'shopper';
  const bar = (
    <BottomBar>
      <Button
        id="send-after-sale"
        loading={form.busy}
        disabled={!form.ready}
        onTap={() => void form.send()}
      >
        {yes}
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
      <Why form={form} pictured={pictured} />
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

function Why({ form, pictured }: { form: AskingForm; pictured: boolean }) {
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
      {pictured ? <Pictures uploads={uploads} /> : null}
    </SaleBlock>
  );
}

function Pictures({ uploads }: { uploads: AskingForm['uploads'] }) {
  return (
    <PicturePicker
      pictures={uploads.pictures}
      most={6}
      note="凭证图片，只有您和商家能看到"
      onAdd={() => void uploads.add()}
      onRemove={uploads.remove}
      onAgain={uploads.again}
    />
  );
}

function Preview({ form: { preview } }: { form: AskingForm }) {
  if (preview.phase === 'waiting')
    return <View className="ask-form__none">选择商品后，这里显示会退回什么</View>;
  if (preview.phase === 'failed') return <View className="ask-form__none">{preview.say}</View>;
  return <BackAmounts back={preview.value.back} totalName="预计退款" />;
}
