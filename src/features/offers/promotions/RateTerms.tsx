import { View } from '@tarojs/components';
import { Stepper } from '../../../ui/Stepper';
import { FaultLine } from '../form/FaultLine';
import type { LevelName } from '../form/levels';
import { UnitField } from '../form/UnitField';
import type { LevelForm } from './promotionForm';
import type { TermsProps } from './termsProps';

/** 会员价: what each level pays; a level without a share pays the list price. */
export function MemberTerms(props: TermsProps & { levels: readonly LevelName[] }) {
  const { terms, faults, levels, onChange } = props;
  return (
    <>
      {levels.map(({ level, name }) => (
        <UnitField
          key={level}
          label={name}
          unit="折"
          placeholder="不填就是原价"
          value={terms.rates.find((rate) => rate.level === level)?.pays ?? ''}
          error={faults[`terms.rates.${level}`]}
          onChange={(pays) => onChange({ rates: withRate(terms.rates, { level, pays }) })}
        />
      ))}
      <FaultLine say={faults['terms.rates']} />
    </>
  );
}

function withRate(rates: readonly LevelForm[], rate: LevelForm): LevelForm[] {
  const rest = rates.filter(({ level }) => level !== rate.level);
  return [...rest, rate].sort((a, b) => a.level - b.level);
}

/** 第 N 件折扣: which piece, and what it costs. */
export function NthTerms({ terms, faults, onChange }: TermsProps) {
  return (
    <>
      <View className="form-row">
        <View className="form-row__label">第几件</View>
        <Stepper
          value={terms.nth}
          min={2}
          max={10}
          label="第几件"
          onChange={(nth) => onChange({ nth })}
        />
      </View>
      <UnitField
        label="那件卖"
        unit="折"
        placeholder="5 是半价，0 是免费"
        value={terms.nthPays}
        error={faults['terms.nthPays']}
        onChange={(nthPays) => onChange({ nthPays })}
      />
      <View className="form-hint">每买 {terms.nth} 件，最便宜的那件打折</View>
    </>
  );
}
