import type { DraftLine } from './checkoutDraft';
import { Block } from './Block';
import { checkoutLines } from './checkoutLines';
import { LineRow } from './LineRow';
import type { OrderPreview } from './steps';

interface CheckoutGoodsProps {
  lines: readonly DraftLine[];
  preview: OrderPreview;
}

/** What is bought and what comes with it, each line with what stands in its way. */
export function CheckoutGoods({ lines, preview }: CheckoutGoodsProps) {
  return (
    <Block>
      {checkoutLines(lines, preview).map(({ id, ...line }) => (
        <LineRow key={id} {...line} />
      ))}
    </Block>
  );
}
