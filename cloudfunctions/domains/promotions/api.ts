import { Done } from '../members/schema';
import { procedure } from '../registry';
import {
  CreatePromotion,
  ListPromotions,
  PromotionId,
  PromotionPage,
  WatchedPromotion,
} from './schema/promotion';
import { createPromotion } from './usecases/create';
import { stopPromotion } from './usecases/stop';
import { listPromotions, showPromotion } from './usecases/watch';

/** What the promotions room offers to the phone. */
export const promotionsApi = {
  'promotions.create': procedure({
    for: ['manager'],
    about: 'Makes a promotion, once per key',
    input: CreatePromotion,
    output: PromotionId,
    run: createPromotion,
  }),
  'promotions.stop': procedure({
    for: ['manager'],
    about: 'Stops a promotion; placed orders keep their price',
    input: PromotionId,
    output: Done,
    run: stopPromotion,
  }),
  'promotions.list': procedure({
    for: ['manager'],
    about: 'Promotions with what they did, latest first',
    input: ListPromotions,
    output: PromotionPage,
    run: listPromotions,
  }),
  'promotions.show': procedure({
    for: ['manager'],
    about: 'One promotion with what it did',
    input: PromotionId,
    output: WatchedPromotion,
    run: showPromotion,
  }),
};
