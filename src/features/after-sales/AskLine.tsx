import { View } from '@tarojs/components';
import { Chip, Chips } from '../../ui/Chip';
import { Picture } from '../../ui/Picture';
import { Stepper } from '../../ui/Stepper';
import { toast } from '../../ui/toast';
import type { AskingForm } from './useAskForm';
import { mostOf, type AskableLine } from './words';
import './AskForm.scss';
import './Sale.scss';

/** One line of the order: how many of it, and for what it is exchanged. */
export function AskLine({ line, form }: { line: AskableLine; form: AskingForm }) {
  const most = mostOf(line, form.kind);
  const count = form.countOf(line);
  return (
    <View className="ask-form__line">
      <View className="sale-line">
        <View className="sale-line__picture">
          <Picture src={line.pictureUrl} rounded />
        </View>
        <View className="sale-line__words">
          <View className="sale-line__title">{line.title}</View>
          <View className="sale-line__spec">{specSay(line, most)}</View>
        </View>
        <Stepper
          value={count}
          min={0}
          max={most}
          label={`${line.title}的件数`}
          onChange={(quantity) => form.count(line.line, quantity)}
          onEnd={(end) => (end === 'max' ? toast(`最多可申请 ${most} 件`) : undefined)}
        />
      </View>
      {form.kind === 'exchange' && count > 0 ? <Choices line={line} form={form} /> : null}
    </View>
  );
}

function specSay({ specText, kind }: AskableLine, most: number): string {
  const sort = kind === 'gift' ? '赠品 · ' : '';
  return `${sort}${specText === '' ? '' : `${specText} · `}可申请 ${most} 件`;
}

function Choices({ line, form }: { line: AskableLine; form: AskingForm }) {
  const wanted = form.countOf(line);
  return (
    <View className="ask-form__choices">
      <View className="ask-form__hint">换成</View>
      <Chips>
        {line.choices.map(({ skuId, specText, left }) => (
          <Chip
            key={skuId}
            chosen={form.wishes[line.line] === skuId}
            disabled={left < wanted}
            onTap={() => form.wish(line.line, skuId)}
          >
            {specText === '' ? '同款' : specText}
          </Chip>
        ))}
      </Chips>
    </View>
  );
}
