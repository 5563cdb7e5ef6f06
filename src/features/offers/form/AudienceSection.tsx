import { View } from '@tarojs/components';
import { useState } from 'react';
import { CellGroup } from '../../../ui/Cell';
import { Chip, Chips } from '../../../ui/Chip';
import { SwitchCell } from '../../../ui/SwitchCell';
import { ChoiceRow } from './ChoiceRow';
import { FaultLine } from './FaultLine';
import { TakenRow } from './GoodsRows';
import type { LevelName } from './levels';
import { NamedSheet } from './NamedSheet';
import { storeRows } from './namedRows';
import { toggled } from './picked';
import type { AudienceForm } from './scopeForm';
import { TagField } from './TagField';

interface AudienceSectionProps {
  audience: AudienceForm;
  levels: readonly LevelName[];
  fault: string | undefined;
  onChange: (change: Partial<AudienceForm>) => void;
}

/** Whom an offer is for; what is left empty leaves nobody out. */
export function AudienceSection({ audience, levels, fault, onChange }: AudienceSectionProps) {
  const [choosing, setChoosing] = useState(false);
  const { stores, tags, newBuyers } = audience;
  return (
    <CellGroup title="给谁用（不选就是所有人）">
      <ChoiceRow
        label="门店"
        value={stores.length === 0 ? '所有门店' : `${stores.length} 家`}
        quiet={stores.length === 0}
        onTap={() => setChoosing(true)}
      />
      <TakenRow
        entries={stores}
        onTake={(id) => onChange({ stores: stores.filter((one) => one.id !== id) })}
      />
      <LevelChips
        levels={levels}
        chosen={audience.levels}
        onChange={(next) => onChange({ levels: next })}
      />
      <TagField
        label="会员标签"
        tags={tags}
        placeholder="输入标签，如 VIP"
        onChange={(next) => onChange({ tags: next })}
      />
      <SwitchCell
        title="只给新客"
        note="从没付过款的会员"
        on={newBuyers}
        onChange={(on) => onChange({ newBuyers: on })}
      />
      <FaultLine say={fault} />
      <NamedSheet
        open={choosing}
        title="选门店"
        chosen={stores}
        load={storeRows}
        onClose={() => setChoosing(false)}
        onDone={(next) => {
          setChoosing(false);
          onChange({ stores: next });
        }}
      />
    </CellGroup>
  );
}

interface LevelChipsProps {
  levels: readonly LevelName[];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
}

function LevelChips({ levels, chosen, onChange }: LevelChipsProps) {
  if (levels.length === 0) return null;
  return (
    <View className="form-chips">
      <View className="form-chips__label">会员等级</View>
      <Chips>
        {levels.map(({ level, name }) => (
          <Chip
            key={level}
            chosen={chosen.includes(level)}
            onTap={() => onChange(toggled(chosen, level, (one) => one))}
          >
            {name}
          </Chip>
        ))}
      </Chips>
    </View>
  );
}
