import { useState } from 'react';
import { ChoiceRow } from '../form/ChoiceRow';
import { ByChips } from '../form/ByChips';
import { NamedSheet } from '../form/NamedSheet';
import { provinceRows } from '../form/namedRows';
import { UnitField } from '../form/UnitField';
import type { TermsProps } from './termsProps';

export const countedBy = [
  ['amount', '按金额'],
  ['pieces', '按件数'],
] as const;

/** From how much on 加价购 and 包邮 hold, and where 包邮 does not. */
export function ThresholdTerms(props: TermsProps & { provinces?: boolean }) {
  const { terms, faults, provinces = false, onChange } = props;
  const [choosing, setChoosing] = useState(false);
  const { by, atLeast, notProvinces } = terms;
  return (
    <>
      <ByChips
        options={countedBy}
        current={by}
        onChoose={(next) => onChange({ by: next, atLeast: '' })}
      />
      <UnitField
        label="门槛，满"
        unit={by === 'amount' ? '元' : '件'}
        placeholder={provinces ? '填 0 就是无门槛' : ''}
        value={atLeast}
        error={faults['terms.atLeast']}
        onChange={(next) => onChange({ atLeast: next })}
      />
      {provinces ? (
        <>
          <ChoiceRow
            label="不包邮"
            value={notProvinces.length === 0 ? '全国都包邮' : `${notProvinces.length} 个地区不包邮`}
            quiet={notProvinces.length === 0}
            onTap={() => setChoosing(true)}
          />
          <NamedSheet
            open={choosing}
            title="不包邮的地区"
            chosen={notProvinces.map((id) => ({ id, name: '' }))}
            load={provinceRows}
            onClose={() => setChoosing(false)}
            onDone={(chosen) => {
              setChoosing(false);
              onChange({ notProvinces: chosen.map(({ id }) => id) });
            }}
          />
        </>
      ) : null}
    </>
  );
}
