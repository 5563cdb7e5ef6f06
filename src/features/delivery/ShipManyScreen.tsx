import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  carrierCodes,
  carrierName,
  type CarrierCode,
} from '../../../cloudfunctions/domains/delivery/rules/carriers';
import { ask, type Output } from '../../cloud';
import { classes } from '../../kit/classes';
import { sayWhy } from '../../kit/sayWhy';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { CellGroup } from '../../ui/Cell';
import { Chip, Chips } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { confirmed, toast } from '../../ui/toast';
import { signInToDelivery } from './signInToDelivery';
import { useStepwise } from '../../kit/useStepwise';
import './ShipManyScreen.scss';

type Told = Output<'delivery.shipMany'>;

/** Ships what was pasted from a spreadsheet: first it is checked, then what is right leaves. */
export function ShipManyScreen() {
  const many = useMany();
  return (
    <Page title="批量发货" bar={<Bar many={many} />}>
      <View className="ship-many__how">
        每行一单：订单号、运单号、快递公司（能识别的可以不写），从表格里直接复制即可，一次最多 500
        行
      </View>
      <CellGroup>
        <Field
          label="粘贴表格"
          value={many.table}
          onChange={many.setTable}
          placeholder="2026112012345678901234  SF1234567890123"
          maxLength={60_000}
          long
        />
      </CellGroup>
      <View className="ship-many__carrier">
        <View className="ship-many__how">识别不出时按这家快递发</View>
        <Chips>
          {carrierCodes.map((code) => (
            <Chip
              key={code}
              chosen={code === many.carrier}
              onTap={() => many.setCarrier(code === many.carrier ? null : code)}
            >
              {carrierName(code)}
            </Chip>
          ))}
        </Chips>
      </View>
      {many.told === null ? null : <Rows told={many.told} />}
    </Page>
  );
}

/** Checking comes first; shipping once something can be shipped. */
function Bar({ many }: { many: ReturnType<typeof useMany> }) {
  const { table, told, busy } = many;
  const ready = told?.rows.filter(({ outcome }) => outcome === 'ready').length ?? 0;
  return (
    <BottomBar>
      <Button
        kind={ready > 0 ? 'plain' : 'primary'}
        loading={busy === 'check'}
        disabled={table.trim() === '' || busy !== ''}
        onTap={() => void many.send(true)}
      >
        检查
      </Button>
      {ready > 0 ? (
        <Button loading={busy === 'ship'} disabled={busy !== ''} onTap={() => void many.go(ready)}>
          {`发货 ${ready} 单`}
        </Button>
      ) : null}
    </BottomBar>
  );
}

/** What became of each row; those that are wrong stand first. */
function Rows({ told }: { told: Told }) {
  const shown = useStepwise();
  const wrongFirst = [...told.rows].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
  return (
    <View className="ship-many__rows">
      <View className="ship-many__sum">
        {told.right} 行可以，{told.wrong} 行有问题
      </View>
      {wrongFirst.slice(0, shown).map((row) => (
        <View key={row.row} className="many-row">
          <Text className="many-row__place">第 {row.row} 行</Text>
          <View className="many-row__words">
            <View className="many-row__label">
              {row.orderNumber} {row.carrierName} {row.trackingNumber}
            </View>
            <View
              className={classes(
                'many-row__say',
                row.outcome === 'refused' && 'many-row__say--bad',
              )}
            >
              {row.say}
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}

function rank({ outcome }: Told['rows'][number]): number {
  return outcome === 'refused' ? 0 : 1;
}

/** The pasted table, and what the shop says of it as it stands; a changed table is checked anew. */
function useMany() {
  const [table, setTable] = useState('');
  const [carrier, setCarrier] = useState<CarrierCode | null>(null);
  const [answer, setAnswer] = useState<{ of: string; told: Told } | null>(null);
  const [busy, setBusy] = useState<'' | 'check' | 'ship'>('');
  const asked = `${carrier ?? ''} ${table}`;

  async function send(check: boolean): Promise<void> {
    setBusy(check ? 'check' : 'ship');
    try {
      await signInToDelivery('manager');
      const named = carrier === null ? {} : { carrier };
      const told = await ask('delivery.shipMany', { table, check, ...named });
      setAnswer({ of: asked, told });
      if (!check) toast(`已发货 ${told.right} 单`);
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy('');
    }
  }

  return {
    ...{ table, setTable, carrier, setCarrier, busy, send },
    told: answer !== null && answer.of === asked ? answer.told : null,
    async go(count: number): Promise<void> {
      const say = '有问题的行不会发出，可以改好后再粘贴一次';
      if (await confirmed({ title: `发出 ${count} 单？`, say, yes: '发货' })) await send(false);
    },
  };
}
