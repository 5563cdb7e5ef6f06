import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../../cloud';
import { sayWhy } from '../../../kit/sayWhy';
import { freshId } from '../../../stores/chance';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Sheet';
import { toast } from '../../../ui/toast';
import { wholeTyped } from '../form/typed';
import { UnitField } from '../form/UnitField';
import './CodesSheet.scss';

interface CodesSheetProps {
  open: boolean;
  batchId: string;
  /** No more codes than coupons. */
  total: number;
  onClose: () => void;
}

/** The most codes that are made at once. */
const mostAtOnce = 1_000;
/** As many as are drawn; all are copied. */
const shown = 20;

/** Makes codes of a batch and copies them as text, a line each. They can be seen only here. */
export function CodesSheet({ open, batchId, total, onClose }: CodesSheetProps) {
  const { typed, type, error, codes, busy, make, again } = useCodes(batchId, total);
  return (
    <Sheet
      open={open}
      title={codes === null ? '生成兑换码' : `生成了 ${codes.length} 个兑换码`}
      onClose={onClose}
      foot={
        codes === null ? (
          <Button loading={busy} onTap={() => void make()}>
            生成
          </Button>
        ) : (
          <>
            <Button kind="plain" onTap={again}>
              再生成一批
            </Button>
            <Button onTap={() => void copyAll(codes)}>复制全部</Button>
          </>
        )
      }
    >
      {codes === null ? (
        <UnitField
          label="生成几个"
          unit="个"
          placeholder={`最多 ${Math.min(mostAtOnce, total)}`}
          value={typed}
          error={error}
          onChange={type}
        />
      ) : (
        <Codes codes={codes} />
      )}
    </Sheet>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <View className="codes__warn">关掉以后就看不到了，先复制保存</View>
      {codes.slice(0, shown).map((code) => (
        <View key={code} className="codes__code">
          {code}
        </View>
      ))}
      {codes.length > shown ? (
        <View className="codes__rest">还有 {codes.length - shown} 个，复制时都在</View>
      ) : null}
    </>
  );
}

function useCodes(batchId: string, total: number) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(freshId);

  async function make(): Promise<void> {
    const count = wholeTyped(typed);
    const most = Math.min(mostAtOnce, total);
    if (count === null || count < 1 || count > most) {
      setError(`填 1 到 ${most}`);
      return;
    }
    setBusy(true);
    try {
      setCodes((await ask('coupons.makeCodes', { key, batchId, count })).codes);
    } catch (reason) {
      setError(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return {
    typed,
    error,
    codes,
    busy,
    make,
    /** Another number is another deed. */
    type(next: string) {
      setTyped(next);
      setError(undefined);
      setKey(freshId());
    },
    again() {
      setCodes(null);
      setTyped('');
      setKey(freshId());
    },
  };
}

async function copyAll(codes: readonly string[]): Promise<void> {
  try {
    await Taro.setClipboardData({ data: codes.join('\n') });
    toast(`已复制 ${codes.length} 个兑换码`);
  } catch {
    toast('没有复制成功，请再试一次');
  }
}
