import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { AfterSaleKind } from '../../../cloudfunctions/domains/after-sales/flow';
import type { Input } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { freshId } from '../../stores/chance';
import { useUploads } from '../../stores/useUploads';
import { toast } from '../../ui/toast';
import { decidePage, salePage } from './routes';
import { kindsFor, mostOf, type OfOrder } from './words';

type Asked = Omit<Input<'afterSales.ask'>, 'key'>;

const mostPictures = 6;

/** What is asked of the shop, and where the answer is shown. */
const doors = {
  shopper: { name: 'afterSales.ask', page: salePage },
  manager: { name: 'afterSales.open', page: decidePage },
} as const;

/** Who fills the form in, and the line that is chosen when it opens; 0 for none. */
export interface FormFor {
  by: 'shopper' | 'manager';
  firstLine: number;
}

/** The form of an after-sale: what is chosen, what it would bring back, and sending it. */
export function useAskForm(ofOrder: OfOrder, { by, firstLine }: FormFor) {
  const { orderId, lines } = ofOrder;
  const kinds = kindsFor(lines);
  const [kind, setKind] = useState<AfterSaleKind>(kinds[0] ?? 'refund_only');
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>({ [firstLine]: 1 });
  const [wishes, setWishes] = useState<Readonly<Record<number, string>>>({});
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const uploads = useUploads('after_sale', mostPictures);
  const countOf = (line: OfOrder['lines'][number]) =>
    Math.min(counts[line.line] ?? 0, mostOf(line, kind));
  const units = lines
    .map((line) => ({
      line: line.line,
      quantity: countOf(line),
      ...wishOf(kind, wishes, line.line),
    }))
    .filter(({ quantity }) => quantity > 0);
  const preview = usePreview({ orderId, kind, units }, by);
  const said = { orderId, kind, units, reason, words: words.trim() };
  const sending = useSending({ ...said, pictureIds: [...uploads.pictureIds] }, by);
  const wished = kind !== 'exchange' || units.every(({ toSkuId }) => toSkuId !== undefined);
  return {
    ...{ kind, kinds, reason, setReason, words, setWords, uploads, preview, countOf, wishes },
    ...sending,
    ready: units.length > 0 && reason !== '' && wished && uploads.isSettled,
    chooseKind(next: AfterSaleKind) {
      setKind(next);
      setReason('');
    },
    count: (line: number, quantity: number) => setCounts((all) => ({ ...all, [line]: quantity })),
    wish: (line: number, toSkuId: string) => setWishes((all) => ({ ...all, [line]: toSkuId })),
  };
}

export type AskingForm = ReturnType<typeof useAskForm>;

function wishOf(kind: AfterSaleKind, wishes: Readonly<Record<number, string>>, line: number) {
  const toSkuId = wishes[line];
  return kind === 'exchange' && toSkuId !== undefined ? { toSkuId } : {};
}

/** What is chosen would bring back; nothing is asked before something is chosen, and of exchanges. */
function usePreview(asked: Input<'afterSales.preview'>, by: FormFor['by']) {
  const waits = asked.units.length === 0 || asked.kind === 'exchange';
  const key = waits ? null : JSON.stringify(asked);
  const name = by === 'shopper' ? 'afterSales.preview' : 'afterSales.previewToOpen';
  return useAsk(() => askAsMember(name, asked), key);
}

/** One wish makes one after-sale: a try whose answer was lost carries the same key. */
function useSending(asked: Asked, by: FormFor['by']) {
  const [busy, setBusy] = useState(false);
  const tried = useRef({ body: '', key: '' });

  async function send(): Promise<void> {
    setBusy(true);
    try {
      const body = JSON.stringify(asked);
      if (tried.current.body !== body) tried.current = { body, key: freshId() };
      const { key } = tried.current;
      const { name, page } = doors[by];
      const { afterSaleId } = await askAsMember(name, { ...asked, key });
      await Taro.redirectTo({ url: page(afterSaleId) });
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }
  return { busy, send };
}
