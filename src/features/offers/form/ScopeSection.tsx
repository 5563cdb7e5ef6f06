import { View } from '@tarojs/components';
import { useState } from 'react';
import { CellGroup } from '../../../ui/Cell';
import { Chip, Chips } from '../../../ui/Chip';
import { ChoiceRow } from './ChoiceRow';
import { FaultLine } from './FaultLine';
import { GoodsRows } from './GoodsRows';
import { countGoods, type ScopeForm } from './scopeForm';

interface ScopeSectionProps {
  title: string;
  scope: ScopeForm;
  fault: string | undefined;
  onChange: (change: Partial<ScopeForm>) => void;
}

/** Which goods an offer is for: all, or those named; and those that are never among them. */
export function ScopeSection({ title, scope, fault, onChange }: ScopeSectionProps) {
  const excluded = countGoods(scope.not);
  const [excluding, setExcluding] = useState(excluded > 0);
  return (
    <CellGroup title={title}>
      <View className="form-chips">
        <Chips>
          <Chip chosen={scope.all} onTap={() => onChange({ all: true })}>
            全部商品
          </Chip>
          <Chip chosen={!scope.all} onTap={() => onChange({ all: false })}>
            指定商品
          </Chip>
        </Chips>
      </View>
      {scope.all ? null : (
        <>
          <View className="form-hint">商品、分类、标签，符合一项就参加</View>
          <GoodsRows goods={scope} onChange={onChange} />
        </>
      )}
      <FaultLine say={fault} />
      <ChoiceRow
        label="不参加"
        value={excluded === 0 ? '没有例外' : `排除了 ${excluded} 项`}
        quiet={excluded === 0}
        onTap={() => setExcluding(!excluding)}
      />
      {excluding ? (
        <GoodsRows
          goods={scope.not}
          onChange={(change) => onChange({ not: { ...scope.not, ...change } })}
        />
      ) : null}
    </CellGroup>
  );
}
