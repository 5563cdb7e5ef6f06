import type { PromotionKind } from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import { CellGroup } from '../../../ui/Cell';
import type { LevelName } from '../form/levels';
import { BundleTerms } from './BundleTerms';
import { CutTerms } from './CutTerms';
import { GoodsTerms } from './GoodsTerms';
import type { TermsProps } from './termsProps';
import { MemberTerms, NthTerms } from './RateTerms';
import { ThresholdTerms } from './ThresholdTerms';
import { TierTerms } from './TierTerms';

interface TermsSectionProps extends TermsProps {
  kind: PromotionKind;
  levels: readonly LevelName[];
}

/** What a kind asks: its prices, tiers and goods. */
export function TermsSection(props: TermsSectionProps) {
  return <CellGroup title="优惠内容">{fieldsOf(props)}</CellGroup>;
}

function fieldsOf({ kind, levels, ...shared }: TermsSectionProps) {
  switch (kind) {
    case 'flash':
    case 'exchange':
      return <GoodsTerms kind={kind} {...shared} />;
    case 'timed':
      return <CutTerms {...shared} />;
    case 'member':
      return <MemberTerms levels={levels} {...shared} />;
    case 'bundle':
      return <BundleTerms {...shared} />;
    case 'nth':
      return <NthTerms {...shared} />;
    case 'off':
    case 'rate':
    case 'gift':
      return <TierTerms kind={kind} {...shared} />;
    case 'add_on':
      return (
        <>
          <ThresholdTerms {...shared} />
          <GoodsTerms kind={kind} {...shared} />
        </>
      );
    case 'free_freight':
      return <ThresholdTerms provinces {...shared} />;
  }
}
