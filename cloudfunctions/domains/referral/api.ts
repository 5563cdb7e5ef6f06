import { z } from 'zod';
import { GuideCard } from '../guides/schema';
import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import {
  Enter,
  Entered,
  GoodPage,
  ListGoods,
  ListVisits,
  MakeShare,
  Poster,
  Share,
  ShareId,
  VisitPage,
} from './schema';
import { enter } from './usecases/enter';
import { listGoods } from './usecases/goods';
import { showMyGuide } from './usecases/my-guide';
import { makePoster, makeShare } from './usecases/share';
import { listVisits } from './usecases/visits';

/** What the referral room offers to the phone. */
export const referralApi = {
  'referral.enter': procedure({
    for: ['visitor'],
    about: 'Records an entry into the shop and says whose card it was',
    input: Enter,
    output: Entered,
    run: enter,
  }),
  'referral.share': procedure({
    for: ['shopper'],
    about: 'A card of mine for a page, with its share id',
    input: MakeShare,
    output: Share,
    run: makeShare,
  }),
  'referral.poster': procedure({
    for: ['shopper'],
    about: 'What a poster of one of my cards shows, with its code',
    input: z.object({ shareId: ShareId }),
    output: Poster,
    run: makePoster,
  }),
  'referral.myGuide': procedure({
    for: ['shopper'],
    about: 'The guide whom I am bound to, if any',
    input: Nothing,
    output: z.object({ guide: GuideCard.nullable() }),
    run: showMyGuide,
  }),
  'referral.visits': procedure({
    for: ['guide'],
    about: 'Who came by which of my cards, newest first',
    input: ListVisits,
    output: VisitPage,
    run: listVisits,
  }),
  'referral.goods': procedure({
    for: ['guide'],
    about: 'Goods with what they would earn me',
    input: ListGoods,
    output: GoodPage,
    run: listGoods,
  }),
};
