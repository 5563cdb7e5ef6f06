import { pageOf } from '../../../kit/cursor';
import { picturesOf } from '../../media/usecases/pictures';
import { membersById } from '../../members/usecases/by-id';
import type { World } from '../../registry';
import { authorName } from '../rules/review';
import { listParts, listReviewRows, type ReviewFilter } from '../store';

const pageSize = 10;

type Row = Awaited<ReturnType<typeof listReviewRows>>[number];
type PartRow = Awaited<ReturnType<typeof listParts>>[number];

/** What everybody may read of a review: parts that passed. */
export const shownOnly = (part: PartRow) => part.state === 'shown';

/** One page of reviews, drawn with the parts that the reader may see; only pictures that passed are among them. */
export async function pageOfReviews(
  world: Pick<World, 'db' | 'shop'>,
  filter: Omit<ReviewFilter, 'shopId' | 'limit'>,
  maySee: (part: PartRow) => boolean,
) {
  const { db, shop } = world;
  const { shopId } = shop;
  const found = await listReviewRows(db, { ...filter, shopId, limit: pageSize + 1 });
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.sortedAt,
    id: row.reviewId,
  }));
  const ids = rows.map(({ reviewId }) => reviewId);
  const parts = (await listParts(db, shopId, ids)).filter(maySee);
  const drawn = await drawnWith(world, rows, parts);
  const views = rows.map((row) => {
    const own = parts.filter(({ reviewId }) => reviewId === row.reviewId);
    return { row, parts: own, view: viewOf(row, own, drawn) };
  });
  return { views, next };
}

/** Authors and pictures of a page, each looked up once. */
async function drawnWith(
  world: Pick<World, 'db' | 'shop'>,
  rows: readonly Row[],
  parts: readonly PartRow[],
) {
  const memberIds = rows.map(({ memberId }) => memberId);
  const pictureIds = parts.flatMap((part) => part.pictureIds);
  const [authors, pictures] = await Promise.all([
    membersById(world, memberIds),
    picturesOf(world, pictureIds),
  ]);
  const passed = pictures.filter(({ state }) => state === 'passed');
  return { authors, urls: new Map(passed.map(({ pictureId, url }) => [pictureId, url])) };
}

function viewOf(
  row: Row,
  parts: readonly PartRow[],
  { authors, urls }: Awaited<ReturnType<typeof drawnWith>>,
) {
  const { reviewId, productId, rating, specText, writtenAt, anonymous } = row;
  const partView = (wanted: 'first' | 'more') => {
    const part = parts.find((one) => one.part === wanted);
    if (part === undefined) return null;
    const pictureUrls = part.pictureIds.flatMap((id) => urls.get(id) ?? []);
    return { words: part.words, pictureUrls, state: part.state, writtenAt: part.writtenAt };
  };
  const withheld = { words: '', pictureUrls: [], state: 'checking' as const, writtenAt };
  const { replyText, repliedAt } = row;
  const author = authors.get(row.memberId) ?? { nickname: '微信用户', avatarUrl: '' };
  return {
    ...{ reviewId, productId, rating, specText, writtenAt },
    first: partView('first') ?? withheld,
    more: partView('more'),
    reply: replyText === null || repliedAt === null ? null : { words: replyText, repliedAt },
    author: authorName(author.nickname, anonymous),
    avatarUrl: anonymous ? '' : author.avatarUrl,
  };
}
