import { sql } from 'kysely';
import type { Place } from '../../kit/cursor';
import type { Queries } from '../../platform/database';
import type { Tables } from '../registry';
import type { PartState } from './flow';
import type { ReviewTables } from './tables';

type Db = Queries<Tables>;

/** Adds a review with its first words; false when the line has one already. */
export async function addReview(
  db: Db,
  review: ReviewTables['reviews'],
  part: ReviewTables['reviewParts'],
): Promise<boolean> {
  const added = await db
    .insertInto('reviews')
    .values(review)
    .onConflict((conflict) => conflict.columns(['shopId', 'orderId', 'line']).doNothing())
    .returning('reviewId')
    .executeTakeFirst();
  if (added === undefined) return false;
  await addPart(db, part);
  return true;
}

/** Adds words to a review that is locked. */
export async function addPart(db: Db, part: ReviewTables['reviewParts']): Promise<void> {
  await db.insertInto('reviewParts').values(part).execute();
}

/** The review of a line of an order, if there is one. */
export async function findOfLine(db: Db, shopId: string, orderId: string, line: number) {
  return db
    .selectFrom('reviews')
    .select(['reviewId', 'memberId', 'key'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('line', '=', line)
    .executeTakeFirst();
}

/** Locks a review and answers it, whoever wrote it. */
export async function lockReview(db: Db, shopId: string, reviewId: string) {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('reviewId', '=', reviewId)
    .forUpdate()
    .executeTakeFirst();
}

/** The parts of reviews, the first words before what was added. */
export async function listParts(db: Db, shopId: string, reviewIds: readonly string[]) {
  if (reviewIds.length === 0) return [];
  return db
    .selectFrom('reviewParts')
    .select(['reviewId', 'part', 'words', 'pictureIds', 'state', 'writtenAt'])
    .where('shopId', '=', shopId)
    .where('reviewId', 'in', [...reviewIds])
    .orderBy('part')
    .execute();
}

/** Which reviews a list shows, and from where on. */
export interface ReviewFilter {
  shopId: string;
  productId?: string;
  memberId?: string;
  only: 'all' | 'pictured' | 'bad' | 'unanswered' | 'doubtful';
  after: Place | undefined;
  limit: number;
}

/** Reviews, the latest first: a product's shown ones, a member's own, or what a manager looks after. */
export async function listReviewRows(db: Db, filter: ReviewFilter) {
  const { shopId, productId, memberId, only, after, limit } = filter;
  const isMine = memberId !== undefined;
  const at = isMine || only === 'doubtful' ? ('writtenAt' as const) : ('shownAt' as const);
  const column = sql.ref(`r.${at === 'writtenAt' ? 'written_at' : 'shown_at'}`);
  return db
    .selectFrom('reviews as r')
    .selectAll('r')
    .select(sql<number>`${column}`.as('sortedAt'))
    .where('r.shopId', '=', shopId)
    .$if(!isMine && only !== 'doubtful', (query) => query.where('r.shownAt', 'is not', null))
    .$if(productId !== undefined, (query) => query.where('r.productId', '=', productId ?? ''))
    .$if(isMine, (query) => query.where('r.memberId', '=', memberId ?? ''))
    .$if(only === 'bad', (query) => query.where('r.rating', '<=', 2))
    .$if(only === 'unanswered', (query) => query.where('r.repliedAt', 'is', null))
    .$if(only === 'pictured', (query) =>
      query.where(sql<boolean>`exists (select from review_parts p where p.shop_id = r.shop_id
        and p.review_id = r.review_id and p.state = 'shown' and p.picture_ids <> '{}')`),
    )
    .$if(only === 'doubtful', (query) =>
      query.where(sql<boolean>`exists (select from review_parts p where p.shop_id = r.shop_id
        and p.review_id = r.review_id and p.state = 'doubtful')`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${column}, r.review_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy(column, 'desc')
    .orderBy('r.reviewId', 'desc')
    .limit(limit)
    .execute();
}

/** How many reviews wait for a decision, and how many for an answer. */
export async function countWaiting(db: Db, shopId: string) {
  const { rows } = await sql<{ doubtful: number; unanswered: number }>`select
    (select count(*)::int from review_parts where shop_id = ${shopId} and state = 'doubtful') as doubtful,
    (select count(*)::int from reviews where shop_id = ${shopId} and shown_at is not null and replied_at is null)
      as unanswered`.execute(db);
  return rows[0] ?? { doubtful: 0, unanswered: 0 };
}

/** What a product's shown reviews come to; nothing before the first. */
export async function findTally(db: Db, shopId: string, productId: string) {
  const tally = await db
    .selectFrom('reviewTallies')
    .select(['reviews', 'ratingSum', 'good', 'bad', 'pictured'])
    .where('shopId', '=', shopId)
    .where('productId', '=', productId)
    .executeTakeFirst();
  return tally ?? { reviews: 0, ratingSum: 0, good: 0, bad: 0, pictured: 0 };
}

/** Takes parts that are due for their check: a second worker passes them over until `againAt`. */
export async function takeToCheck(
  db: Db,
  {
    shopId,
    nowMs,
    againAt,
    most,
  }: Record<'nowMs' | 'againAt' | 'most', number> & { shopId: string },
) {
  const { rows } = await sql<
    Pick<ReviewTables['reviewParts'], 'reviewId' | 'part' | 'words' | 'pictureIds' | 'tries'> & {
      memberId: string;
    }
  >`update review_parts p set next_try_at = ${againAt}, tries = p.tries + 1 from reviews r
    where r.shop_id = p.shop_id and r.review_id = p.review_id and (p.shop_id, p.review_id, p.part) in (
      select d.shop_id, d.review_id, d.part from review_parts d
      where d.shop_id = ${shopId} and d.state = 'checking' and d.next_try_at <= ${nowMs}
      order by d.next_try_at limit ${most} for update skip locked)
    returning p.review_id as "reviewId", p.part, p.words, p.picture_ids as "pictureIds", p.tries,
      r.member_id as "memberId"`.execute(db);
  return rows;
}

/** When a part that could not be checked is tried again. */
export async function saveNextTry(
  db: Db,
  { shopId, reviewId, part }: Pick<ReviewTables['reviewParts'], 'shopId' | 'reviewId' | 'part'>,
  nextTryAt: number,
): Promise<void> {
  await db
    .updateTable('reviewParts')
    .set({ nextTryAt })
    .where('shopId', '=', shopId)
    .where('reviewId', '=', reviewId)
    .where('part', '=', part)
    .where('state', '=', 'checking')
    .execute();
}

/** Moves a part from one state to another, once; its pictures when it moved, undefined when it stood elsewhere. */
export async function movePart(
  db: Db,
  { shopId, reviewId, part }: Pick<ReviewTables['reviewParts'], 'shopId' | 'reviewId' | 'part'>,
  move: { from: PartState; to: PartState; decidedBy: string | null; nowMs: number },
) {
  return db
    .updateTable('reviewParts')
    .set({ state: move.to, decidedBy: move.decidedBy, decidedAt: move.nowMs })
    .where('shopId', '=', shopId)
    .where('reviewId', '=', reviewId)
    .where('part', '=', part)
    .where('state', '=', move.from)
    .returning('pictureIds')
    .executeTakeFirst();
}

/** A review's first words are shown from now on, and count for its product. */
export async function showReview(
  db: Db,
  review: Pick<ReviewTables['reviews'], 'shopId' | 'reviewId' | 'productId' | 'rating'>,
  { pictured, nowMs }: { pictured: boolean; nowMs: number },
): Promise<void> {
  const { shopId, reviewId, productId, rating } = review;
  await db
    .updateTable('reviews')
    .set({ shownAt: nowMs })
    .where('shopId', '=', shopId)
    .where('reviewId', '=', reviewId)
    .execute();
  const good = rating >= 4 ? 1 : 0;
  const bad = rating <= 2 ? 1 : 0;
  const counted = pictured ? 1 : 0;
  await sql`insert into review_tallies as t (shop_id, product_id, reviews, rating_sum, good, bad, pictured)
    values (${shopId}, ${productId}, 1, ${rating}, ${good}, ${bad}, ${counted})
    on conflict (shop_id, product_id) do update set reviews = t.reviews + 1, rating_sum = t.rating_sum + ${rating},
      good = t.good + ${good}, bad = t.bad + ${bad}, pictured = t.pictured + ${counted}`.execute(
    db,
  );
}

/** The shop's answer to a review, once; false when there is one. */
export async function saveReply(
  db: Db,
  { shopId, reviewId }: { shopId: string; reviewId: string },
  reply: { replyText: string; repliedBy: string; repliedAt: number },
): Promise<void> {
  await db
    .updateTable('reviews')
    .set(reply)
    .where('shopId', '=', shopId)
    .where('reviewId', '=', reviewId)
    .execute();
}

/** Lines of orders of a member that have a review. */
export async function listReviewed(db: Db, shopId: string, orderIds: readonly string[]) {
  if (orderIds.length === 0) return [];
  return db
    .selectFrom('reviews')
    .select(['orderId', 'line'])
    .where('shopId', '=', shopId)
    .where('orderId', 'in', [...orderIds])
    .execute();
}
