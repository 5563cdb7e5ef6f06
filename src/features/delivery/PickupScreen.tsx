import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { ask, Declined, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { freshId } from '../../stores/chance';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { CellGroup } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { Picture } from '../../ui/Picture';
import { toast } from '../../ui/toast';
import { ScanButton } from './NumberField';
import { signInToDelivery } from './signInToDelivery';
import { codeText, momentText } from './words';
import './BoardCard.scss';
import './PickupScreen.scss';

type Waiting = Output<'delivery.findPickup'>;

/** The counter: a code is typed or scanned, the goods are shown, and handed over. */
export function PickupScreen() {
  const counter = useCounter();
  const { code, found, handed, busy } = counter;
  return (
    <Page
      title="自提核销"
      bar={
        <BottomBar>
          {found === null ? (
            <Button
              id="find"
              loading={busy}
              disabled={code.length !== 8}
              onTap={() => void counter.find(code)}
            >
              查询取货码
            </Button>
          ) : (
            <Button
              id="hand-over"
              loading={busy}
              disabled={found.whyNot !== ''}
              onTap={() => void counter.handOver()}
            >
              确认交付
            </Button>
          )}
        </BottomBar>
      }
    >
      <CellGroup>
        <Field
          label="取货码"
          value={code}
          type="number"
          onChange={counter.type}
          placeholder="请顾客出示 8 位取货码"
          maxLength={12}
          beside={<ScanButton onScan={counter.scan} />}
        />
      </CellGroup>
      {found === null ? null : <Found found={found} />}
      {handed === '' ? null : <Empty icon="check" say={`已交付，订单 ${handed}`} />}
      {found === null && handed === '' ? (
        <Empty icon="code" say="输入或扫描取货码，核对商品后交付" />
      ) : null}
    </Page>
  );
}

function Found({ found }: { found: Waiting }) {
  const { buyer, number, paidAt, remark, goods, whyNot } = found;
  return (
    <View className="board-card">
      <View className="board-card__head">
        <View className="board-card__who">
          <View className="board-card__name">{buyer}</View>
          <View className="board-card__where">
            {number}
            {paidAt === null ? '' : ` · ${momentText(paidAt)} 付款`}
          </View>
        </View>
      </View>
      {goods
        .filter(({ left, asked }) => left + asked > 0)
        .map(({ line, title, specText, pictureUrl, left, asked }) => (
          <View key={line} className="board-goods">
            <View className="board-goods__picture">
              <Picture src={pictureUrl} rounded />
            </View>
            <View className="board-goods__words">
              <View className="board-goods__title">{title}</View>
              <View className="board-goods__spec">{specText}</View>
            </View>
            <View className="board-goods__count">×{left + asked}</View>
          </View>
        ))}
      {remark === '' ? null : <View className="board-card__remark">留言：{remark}</View>}
      {whyNot === '' ? null : <View className="pickup-why">{whyNot}</View>}
    </View>
  );
}

/** A code at the counter: found once it is whole, handed over under one key however often it is tried. */
function useCounter() {
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Waiting | null>(null);
  const [handed, setHanded] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef('');

  async function doing(deed: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await signInToDelivery();
      await deed();
    } catch (reason) {
      if (!(reason instanceof Declined) || reason.code !== 'no_answer') setFound(null);
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  function type(typed: string) {
    setCode(typed.replace(/\D/g, '').slice(0, 8));
    setFound(null);
    setHanded('');
  }

  const find = (wanted: string) =>
    doing(async () => {
      key.current = freshId();
      setFound(await ask('delivery.findPickup', { code: wanted }));
    });

  return {
    ...{ code, found, handed, busy, type, find },
    scan(text: string) {
      const digits = text.replace(/\D/g, '');
      type(digits);
      if (digits.length === 8) void find(digits);
      else toast('这不是取货码');
    },
    handOver: () =>
      doing(async () => {
        await ask('delivery.handOver', { key: key.current, code });
        setHanded(`${found?.number ?? ''}（${codeText(code)}）`);
        setFound(null);
        setCode('');
      }),
  };
}
