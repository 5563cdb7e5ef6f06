import { Text, View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { moneyText } from '../../../../cloudfunctions/kit/money';
import { classes } from '../../../kit/classes';
import { Failure } from '../../../ui/Failure';
import { Picture } from '../../../ui/Picture';
import { Pill } from '../../../ui/Pill';
import { Price } from '../../../ui/Price';
import { Bone, Skeleton } from '../../../ui/Skeleton';
import { Stepper } from '../../../ui/Stepper';
import { Tap } from '../../../ui/Tap';
import { SkuSheet } from '../form/SkuSheet';
import type { Breakdown, BreakdownRow } from './breakdown';
import { mostSampled, type SampleLine } from './sample';
import type { Preview } from './usePreview';
import './PreviewCard.scss';

interface PreviewCardProps {
  preview: Preview;
  /** What the two sums are called: without it, and with it. */
  names: readonly [before: string, after: string];
  /** Under which circumstances it was worked out. */
  note: string;
  /** As whom it is tried, where that can be chosen. */
  children?: ReactNode;
}

/** What a sample cart pays without and with what the form describes, and why. */
export function PreviewCard({ preview, names, note, children }: PreviewCardProps) {
  const [choosing, setChoosing] = useState(false);
  const { lines, choose } = preview;
  return (
    <View className="preview">
      <View className="preview__head">
        <Text className="preview__title">试算</Text>
        <Tap className="preview__choose" onTap={() => setChoosing(true)}>
          换商品
        </Tap>
      </View>
      {children}
      <Content preview={preview} names={names} />
      <View className="preview__note">{note}</View>
      <SkuSheet
        open={choosing}
        title="选试算的商品"
        chosen={lines.map(({ sku }) => sku)}
        most={mostSampled}
        onClose={() => setChoosing(false)}
        onDone={(skus) => {
          setChoosing(false);
          choose(skus.length === 0 ? null : skus.map((sku) => lineOf(lines, sku)));
        }}
      />
    </View>
  );
}

function lineOf(lines: readonly SampleLine[], sku: SampleLine['sku']): SampleLine {
  return lines.find((line) => line.sku.skuId === sku.skuId) ?? { sku, quantity: 1 };
}

function Content({ preview, names }: Pick<PreviewCardProps, 'preview' | 'names'>) {
  const { sample, lines, choose, facts, breakdown } = preview;
  if (sample.phase === 'failed' && lines.length === 0) {
    return <Failure say={sample.say} onRetry={() => void sample.reload()} />;
  }
  if (facts.phase === 'failed') {
    return <Failure say={facts.say} onRetry={() => void facts.reload()} />;
  }
  if (lines.length === 0) {
    if (sample.phase === 'ready') return <View className="preview__wait">先选试算的商品</View>;
    return <PreviewSkeleton />;
  }
  return (
    <>
      {lines.map((line) => (
        <SampleRow
          key={line.sku.skuId}
          line={line}
          onQuantity={(quantity) =>
            choose(lines.map((one) => (one.sku === line.sku ? { ...one, quantity } : one)))
          }
        />
      ))}
      {breakdown === null ? (
        <View className="preview__wait">填好优惠内容就能看到价格</View>
      ) : (
        <Sums breakdown={breakdown} names={names} />
      )}
    </>
  );
}

interface SampleRowProps {
  line: SampleLine;
  onQuantity: (quantity: number) => void;
}

function SampleRow({ line, onQuantity }: SampleRowProps) {
  const { sku, quantity } = line;
  return (
    <View className="preview__line">
      <View className="preview__picture">
        <Picture src={sku.pictureUrl === '' ? null : sku.pictureUrl} rounded />
      </View>
      <View className="preview__words">
        <View className="preview__name">{sku.title}</View>
        <View className="preview__spec">
          {moneyText(sku.priceFen)}
          {sku.specText === '' ? '' : ` ${sku.specText}`}
        </View>
      </View>
      <Stepper value={quantity} max={99} label={sku.title} onChange={onQuantity} />
    </View>
  );
}

interface SumsProps {
  breakdown: Breakdown;
  names: PreviewCardProps['names'];
}

function Sums({ breakdown, names }: SumsProps) {
  const { beforeFen, afterFen, savedFen, rows, whyNot } = breakdown;
  return (
    <>
      <View className="preview__sums">
        <View className="preview__sum">
          <View className="preview__sum-name">{names[0]}</View>
          <Price fen={beforeFen} tone="ink" />
        </View>
        <View className="preview__sum">
          <View className="preview__sum-name">{names[1]}</View>
          <Price fen={afterFen} />
        </View>
        {savedFen > 0 ? <Pill>{`省 ${moneyText(savedFen)}`}</Pill> : null}
      </View>
      {whyNot === null ? null : <View className="preview__why">没有用上：{whyNot}</View>}
      <View className="preview__rows">
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
        <Row row={{ key: 'payable', name: '应付', fen: afterFen, words: '', tried: false }} isSum />
      </View>
    </>
  );
}

function Row({ row, isSum = false }: { row: BreakdownRow; isSum?: boolean }) {
  return (
    <View
      className={classes(
        'preview__row',
        row.tried && 'preview__row--tried',
        isSum && 'preview__row--sum',
      )}
    >
      <Text className="preview__row-name">{row.name}</Text>
      <Text className="preview__row-amount">
        {row.fen === null ? row.words : moneyText(row.fen)}
      </Text>
    </View>
  );
}

function PreviewSkeleton() {
  return (
    <Skeleton>
      <Bone shape="title" width="most" />
      <Bone shape="title" width="most" />
      <Bone shape="line" width="half" />
    </Skeleton>
  );
}
