import type { DraftLine } from './checkoutDraft';
import { Block } from './Block';
import { LineRow } from './LineRow';
import type { OrderPreview } from './steps';

interface CheckoutGoodsProps {
  lines: readonly DraftLine[];
  preview: OrderPreview;
}

/** What is bought, each line with what stands in its way. */
export function CheckoutGoods({ lines, preview }: CheckoutGoodsProps) {
  const skus = new Map(preview.skus.map((sku) => [sku.skuId, sku]));
  const problems = new Map(preview.problems.map((problem) => [problem.skuId, problem]));
  return (
    <Block>
      {lines.map(({ skuId, quantity }) => {
        const sku = skus.get(skuId);
        return (
          <LineRow
            key={skuId}
            title={sku?.title ?? '商品已下架'}
            specText={sku?.specText ?? ''}
            pictureUrl={sku?.pictureUrl ?? ''}
            unitFen={sku?.listFen ?? 0}
            quantity={quantity}
            problem={problemSay(problems.get(skuId))}
          />
        );
      })}
    </Block>
  );
}

/** The shop's sentence, with the number that is left where there is any. */
function problemSay(problem: OrderPreview['problems'][number] | undefined): string | undefined {
  if (problem === undefined) return undefined;
  if (problem.code !== 'too_few' || problem.say.includes(String(problem.left))) return problem.say;
  return `${problem.say}，剩 ${problem.left} 件`;
}
