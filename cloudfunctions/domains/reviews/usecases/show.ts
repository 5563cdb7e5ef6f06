import type { z } from 'zod';
import { placeBehind } from '../../../kit/cursor';
import { linesNamed } from '../../orders/usecases/named';
import { receivedLines } from '../../orders/usecases/received';
import type { Context, StaffContext, VisitorContext } from '../../registry';
import { reviewableFrom, tallyView, whyNotAdd } from '../rules/review';
import type {
  AnswerPage,
  ListMine,
  ListReviews,
  ListToAnswer,
  MyReviews,
  ReviewPage,
} from '../schema';
import { countWaiting, findTally, listReviewed } from '../store';
import { pageOfReviews, shownOnly } from './views';

const mostToWrite = 50;

/** Reviews of a product, the latest first, with what all of them come to. */
export async function listReviews(
  context: VisitorContext,
  { productId, only, cursor }: ListReviews,
): Promise<z.input<typeof ReviewPage>> {
  const { db, shop } = context;
  const [tally, page] = await Promise.all([
    findTally(db, shop.shopId, productId),
    pageOfReviews(context, { productId, only, after: placeBehind(cursor) }, shownOnly),
  ]);
  const items = page.views.map(({ view }) => view);
  return { tally: tallyView(tally), items, next: page.next };
}

/** What I may review, and what I have reviewed, the latest first. */
export async function listMine(
  context: Context,
  { cursor }: ListMine,
): Promise<z.input<typeof MyReviews>> {
  const { shop, caller, nowMs } = context;
  const after = placeBehind(cursor);
  const [toWrite, page] = await Promise.all([
    after === undefined ? linesToWrite(context) : [],
    pageOfReviews(context, { memberId: caller.memberId, only: 'all', after }, () => true),
  ]);
  const named = await linesNamed(
    context,
    page.views.map(({ row }) => row),
  );
  const items = page.views.map(({ row, view }) => {
    const mayAdd = whyNotAdd({ ...row, hasMore: view.more !== null }, nowMs) === null;
    return { ...view, orderId: row.orderId, line: row.line, mayAdd, ...named(row) };
  });
  return { toWrite, items, next: page.next, points: shop.settings.points.review };
}

/** Reviews as a manager looks after them, the latest first. */
export async function listToAnswer(
  context: StaffContext,
  { only, cursor }: ListToAnswer,
): Promise<z.input<typeof AnswerPage>> {
  const { db, shop } = context;
  const [counts, page] = await Promise.all([
    countWaiting(db, shop.shopId),
    pageOfReviews(context, { only, after: placeBehind(cursor) }, () => true),
  ]);
  const named = await linesNamed(
    context,
    page.views.map(({ row }) => row),
  );
  const items = page.views.map(({ row, view, parts }) => {
    const doubtful = parts.find(({ state }) => state === 'doubtful')?.part ?? null;
    return { ...view, doubtful, ...named(row) };
  });
  return { items, next: page.next, counts };
}

async function linesToWrite(context: Context) {
  const { db, shop, nowMs } = context;
  const fromMs = reviewableFrom(nowMs);
  const received = await receivedLines(context, { fromMs, most: mostToWrite });
  const orderIds = [...new Set(received.map(({ orderId }) => orderId))];
  const reviewed = await listReviewed(db, shop.shopId, orderIds);
  const isReviewed = new Set(reviewed.map(({ orderId, line }) => `${orderId} ${line}`));
  return received.filter(({ orderId, line }) => !isReviewed.has(`${orderId} ${line}`));
}
