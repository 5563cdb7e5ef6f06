import type { Faults } from '../form/reading';
import type { TermsForm } from './promotionForm';

/** What every part of the terms is given. */
export interface TermsProps {
  terms: TermsForm;
  faults: Faults;
  onChange: (change: Partial<TermsForm>) => void;
  /** Shows the other promotion that the goods are in already, where the shop named one. */
  onOther?: (() => void) | undefined;
}
