import { View } from '@tarojs/components';
import { useState } from 'react';
import { SwitchCell } from '../../../ui/SwitchCell';
import { Tap } from '../../../ui/Tap';
import { ByChips } from '../form/ByChips';
import { ChoiceRow } from '../form/ChoiceRow';
import { FaultLine } from '../form/FaultLine';
import { SkuSheet } from '../form/SkuSheet';
import { UnitField } from '../form/UnitField';
import { emptyTier, most, type TierForm } from './promotionForm';
import type { TermsProps } from './termsProps';
import { countedBy } from './ThresholdTerms';

type Kind = 'off' | 'rate' | 'gift';

const gives = {
  off: { label: '减', unit: '元', placeholder: '0.00' },
  rate: { label: '打', unit: '折', placeholder: '如 8.5' },
  gift: { label: '送几件', unit: '件', placeholder: '1' },
} as const;

/** 满减, 满折, 满赠: up to five tiers; the best that is reached counts. */
export function TierTerms({ kind, terms, faults, onChange }: TermsProps & { kind: Kind }) {
  const { by, tiers } = terms;
  const [choosing, setChoosing] = useState<number | null>(null);
  const changeTier = (index: number, change: Partial<TierForm>) =>
    onChange({ tiers: tiers.map((tier, at) => (at === index ? { ...tier, ...change } : tier)) });
  return (
    <>
      <ByChips
        options={countedBy}
        current={by}
        onChoose={(next) =>
          onChange({ by: next, tiers: tiers.map((tier) => ({ ...tier, atLeast: '' })) })
        }
      />
      {tiers.map((tier, index) => (
        <Tier
          key={index}
          kind={kind}
          by={by}
          tier={tier}
          index={index}
          faults={faults}
          onChange={(change) => changeTier(index, change)}
          onChooseGift={() => setChoosing(index)}
          onRemove={
            tiers.length === 1
              ? undefined
              : () => onChange({ tiers: tiers.filter((_, at) => at !== index) })
          }
        />
      ))}
      <TierDeeds kind={kind} terms={terms} onChange={onChange} />
      <SkuSheet
        open={choosing !== null}
        title="选赠品"
        chosen={[]}
        most={1}
        onClose={() => setChoosing(null)}
        onDone={([sku]) => {
          if (choosing !== null && sku !== undefined) changeTier(choosing, { sku });
          setChoosing(null);
        }}
      />
    </>
  );
}

/** Another tier while there is room; and for 满减 of one tier, whether it counts again and again. */
function TierDeeds({ kind, terms, onChange }: Omit<TermsProps, 'faults'> & { kind: Kind }) {
  const { tiers, repeats } = terms;
  const hasOne = kind === 'off' && tiers.length === 1;
  return (
    <>
      {tiers.length < most.tiers && !(hasOne && repeats) ? (
        <Tap className="form-add" onTap={() => onChange({ tiers: [...tiers, emptyTier] })}>
          加一档（最多 {most.tiers} 档）
        </Tap>
      ) : null}
      {hasOne ? (
        <SwitchCell
          title="上不封顶"
          note="每满一次减一次"
          on={repeats}
          onChange={(on) => onChange({ repeats: on })}
        />
      ) : null}
    </>
  );
}

interface TierProps {
  kind: Kind;
  by: 'amount' | 'pieces';
  tier: TierForm;
  index: number;
  faults: TermsProps['faults'];
  onChange: (change: Partial<TierForm>) => void;
  onChooseGift: () => void;
  onRemove: (() => void) | undefined;
}

function Tier(props: TierProps) {
  const { kind, by, tier, index, faults, onChange, onChooseGift, onRemove } = props;
  const at = `terms.tiers.${index}`;
  return (
    <View className="form-part">
      <View className="form-part__head">
        第 {index + 1} 档
        {onRemove === undefined ? null : (
          <Tap className="form-part__remove" label={`删除第 ${index + 1} 档`} onTap={onRemove}>
            删除
          </Tap>
        )}
      </View>
      <UnitField
        label="满"
        unit={by === 'amount' ? '元' : '件'}
        placeholder={by === 'amount' ? '0.00' : ''}
        value={tier.atLeast}
        error={faults[`${at}.atLeast`]}
        onChange={(atLeast) => onChange({ atLeast })}
      />
      {kind === 'gift' ? (
        <>
          <ChoiceRow
            label="赠品"
            value={tier.sku === null ? '选赠品' : `${tier.sku.title} ${tier.sku.specText}`}
            quiet={tier.sku === null}
            onTap={onChooseGift}
          />
          <FaultLine say={faults[`${at}.sku`]} />
        </>
      ) : null}
      <UnitField
        {...gives[kind]}
        value={tier.gives}
        error={faults[`${at}.gives`]}
        onChange={(next) => onChange({ gives: next })}
      />
    </View>
  );
}
