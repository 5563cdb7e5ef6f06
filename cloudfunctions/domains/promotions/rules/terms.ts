import type { PromotionKind, PromotionTerms } from '../schema/promotion';

/** The terms of one kind of promotion. */
export type TermsOf<K extends PromotionKind> = Extract<PromotionTerms, { kind: K }>;
