import { ByChips } from '../form/ByChips';
import { UnitField } from '../form/UnitField';
import type { TermsProps } from './termsProps';

const ways = [
  ['rate', '打折'],
  ['off', '直降'],
  ['price', '一口价'],
] as const;

const fields = {
  rate: { label: '折扣', unit: '折', placeholder: '如 8.5' },
  off: { label: '每件减', unit: '元', placeholder: '0.00' },
  price: { label: '每件卖', unit: '元', placeholder: '0.00' },
} as const;

/** 限时折扣: to a share, by an amount, or to an amount. */
export function CutTerms({ terms, faults, onChange }: TermsProps) {
  return (
    <>
      <ByChips
        options={ways}
        current={terms.cutBy}
        onChoose={(cutBy) => onChange({ cutBy, cut: '' })}
      />
      <UnitField
        {...fields[terms.cutBy]}
        value={terms.cut}
        error={faults['terms.cut']}
        onChange={(cut) => onChange({ cut })}
      />
    </>
  );
}
