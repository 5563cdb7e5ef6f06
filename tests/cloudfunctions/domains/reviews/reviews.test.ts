import { afterShown } from '../../../../cloudfunctions/domains/reviews/jobs';
import {
  decideReview,
  replyToReview,
} from '../../../../cloudfunctions/domains/reviews/usecases/answer';
import { checkParts } from '../../../../cloudfunctions/domains/reviews/usecases/check';
import {
  listMine,
  listReviews,
  listToAnswer,
} from '../../../../cloudfunctions/domains/reviews/usecases/show';
import {
  addToReview,
  writeReview,
} from '../../../../cloudfunctions/domains/reviews/usecases/write';
import type { WriteReview } from '../../../../cloudfunctions/domains/reviews/schema';
import { addPicture } from '../../../../cloudfunctions/domains/media/usecases/add';
import { showMine } from '../../../../cloudfunctions/domains/points/usecases/mine';
import { day, minute } from '../../../../cloudfunctions/kit/time';
import { transact } from '../../../../cloudfunctions/platform/database';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { WechatUnavailable } from '../../../../cloudfunctions/platform/wechat/errors';
import { allUnits, paidOrder, receivedOrder, sendUnits } from '../../../support/bought';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type Known, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});

const said = (orderId: string, more: Partial<WriteReview> = {}): WriteReview => ({
  ...{ key: newId(), orderId, line: 1, rating: 5, words: '很合脚', pictureIds: [] },
  anonymous: false,
  ...more,
});
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const shown = async (buyer: Known) =>
  listReviews(buyer, { productId: small.productId, only: 'all' });
const manager = () => small.staff(small.manager);
const announced = async () =>
  database.db.selectFrom('outbox').select('payload').where('name', '=', 'reviews.shown').execute();

async function picture(buyer: Known) {
  const fileId = `/${small.ports.files.folderOf(buyer.caller.openid)}/${newId()}.png`;
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  small.ports.files.stored.set(fileId, Buffer.from([...png, 1, 2, 3]));
  return (await addPicture(buyer, { fileId, purpose: 'review' })).pictureId;
}
const judged = (pictureId: string, state: 'passed' | 'refused') =>
  database.db.updateTable('pictures').set({ state }).where('pictureId', '=', pictureId).execute();

describe('writing a review', () => {
  it('waits for receipt, is written once for a line, and shows only after its check', async () => {
    const { buyer, orderId } = await paidOrder(small);
    expect(await codeOf(writeReview(buyer, said(orderId)))).toBe('not_yet');
    await sendUnits(buyer, orderId, allUnits);
    await database.db.updateTable('orders').set({ receivedAt: noon, state: 'received' }).execute();
    const review = said(orderId);
    const { reviewId } = await writeReview(buyer, review);
    expect(await writeReview(buyer, review)).toEqual({ reviewId });
    expect(await codeOf(writeReview(buyer, said(orderId)))).toBe('written_before');
    expect(await shown(buyer)).toMatchObject({
      tally: { reviews: 0, averageTenths: null },
      items: [],
    });
    expect(await checkParts(buyer)).toBe(1);
    expect(await shown(buyer)).toMatchObject({
      tally: { reviews: 1, averageTenths: 50, goodBp: 10_000, pictured: 0, bad: 0 },
      items: [{ rating: 5, first: { words: '很合脚' }, more: null, reply: null }],
    });
    expect(await announced()).toMatchObject([{ payload: { reviewId } }]);
  });

  it('gives one review of 32 that are written at once', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    const review = said(orderId);
    const all = await Promise.all(Array.from({ length: 32 }, () => writeReview(buyer, review)));
    expect(new Set(all.map(({ reviewId }) => reviewId)).size).toBe(1);
    const checks = await Promise.all(Array.from({ length: 8 }, () => checkParts(buyer)));
    expect(checks.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await shown(buyer)).toMatchObject({ tally: { reviews: 1 } });
  });

  it('is for the buyer alone, of what she kept, within ninety days', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    const stranger = await small.shopper();
    expect(await codeOf(writeReview(stranger, said(orderId)))).toBe('no_such_order');
    expect(await codeOf(writeReview(buyer, said(newId())))).toBe('no_such_order');
    expect(await codeOf(writeReview(buyer, said(orderId, { line: 7 })))).toBe('no_such_line');
    const late = small.at(buyer, noon + 90 * day);
    expect(await codeOf(writeReview(late, said(orderId)))).toBe('too_late');
    await database.db
      .updateTable('orderLines')
      .set({ refundedQuantity: 2, refundedFen: 79_800 })
      .where('line', '=', 1)
      .execute();
    expect(await codeOf(writeReview(buyer, said(orderId)))).toBe('all_refunded');
    const { toWrite } = await listMine(buyer, {});
    expect(toWrite).toMatchObject([{ orderId, line: 2 }]);
  });

  it('takes pictures of its author alone, and shows those that passed', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    const stranger = await small.shopper();
    const foreign = await picture(stranger);
    expect(await codeOf(writeReview(buyer, said(orderId, { pictureIds: [foreign] })))).toBe(
      'no_such_picture',
    );
    const mine = await picture(buyer);
    await writeReview(buyer, said(orderId, { pictureIds: [mine] }));
    expect(await checkParts(buyer)).toBe(0);
    await judged(mine, 'passed');
    expect(await checkParts(small.at(buyer, noon + minute))).toBe(1);
    const { items, tally } = await shown(buyer);
    expect(tally.pictured).toBe(1);
    expect(items[0]?.first.pictureUrls).toHaveLength(1);
  });
});

describe('the check of what was written', () => {
  it('withholds what is risky, and asks a manager about what a machine doubts', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    small.ports.wechat.verdicts.push('risky');
    await writeReview(buyer, said(orderId));
    expect(await checkParts(buyer)).toBe(1);
    small.ports.wechat.verdicts.push('review');
    const { reviewId } = await writeReview(buyer, said(orderId, { line: 2, rating: 2 }));
    expect(await checkParts(buyer)).toBe(1);
    expect(await shown(buyer)).toMatchObject({ items: [] });
    expect(await listToAnswer(manager(), { only: 'doubtful' })).toMatchObject({
      items: [{ reviewId, doubtful: 'first' }],
      counts: { doubtful: 1, unanswered: 0 },
    });
    await decideReview(manager(), { reviewId, part: 'first', show: true });
    expect(await codeOf(decideReview(manager(), { reviewId, part: 'first', show: false }))).toBe(
      'not_doubtful',
    );
    expect(await shown(buyer)).toMatchObject({ tally: { reviews: 1, bad: 1, goodBp: 0 } });
  });

  it('tries again while WeChat gives no word, later each time', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    await writeReview(buyer, said(orderId));
    small.ports.wechat.faults.push(new WechatUnavailable('checkText', 'timeout'));
    expect(await checkParts(buyer)).toBe(0);
    expect(await checkParts(buyer)).toBe(0);
    expect(await checkParts(small.at(buyer, noon + minute))).toBe(1);
  });
});

describe('what follows a review', () => {
  it('earns points once it is shown, once', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    const { reviewId } = await writeReview(buyer, said(orderId));
    const { memberId } = buyer.caller;
    for (let turn = 0; turn < 2; turn += 1)
      await transact(database.db, async (tx) => afterShown(buyer, tx, { reviewId, memberId }));
    expect(await showMine(buyer)).toMatchObject({ points: 10 });
  });

  it('may be added to once it is shown, once, and the addition is checked as well', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    const { reviewId } = await writeReview(buyer, said(orderId));
    const more = { reviewId, words: '穿了一个月还很好', pictureIds: [] };
    expect(await codeOf(addToReview(buyer, more))).toBe('not_shown');
    await checkParts(buyer);
    expect(await codeOf(addToReview(buyer, { ...more, words: '' }))).toBe('says_nothing');
    const stranger = await small.shopper();
    expect(await codeOf(addToReview(stranger, more))).toBe('no_such_review');
    await addToReview(buyer, more);
    expect(await codeOf(addToReview(buyer, more))).toBe('more_before');
    expect(await shown(buyer)).toMatchObject({ items: [{ more: null }], tally: { reviews: 1 } });
    await checkParts(buyer);
    expect(await shown(buyer)).toMatchObject({
      items: [{ more: { words: more.words } }],
      tally: { reviews: 1 },
    });
  });

  it('is answered by the shop, once, after the check of its words', async () => {
    const { buyer, orderId } = await receivedOrder(small);
    const { reviewId } = await writeReview(buyer, said(orderId, { anonymous: true }));
    const reply = { reviewId, words: '谢谢您的喜欢' };
    expect(await codeOf(replyToReview(manager(), reply))).toBe('not_shown');
    await checkParts(buyer);
    small.ports.wechat.verdicts.push('risky');
    expect(await codeOf(replyToReview(manager(), reply))).toBe('words_refused');
    await replyToReview(manager(), reply);
    expect(await codeOf(replyToReview(manager(), reply))).toBe('replied_before');
    expect(await shown(buyer)).toMatchObject({
      items: [{ reply: { words: '谢谢您的喜欢' }, avatarUrl: '' }],
    });
    expect(await listToAnswer(manager(), { only: 'unanswered' })).toMatchObject({ items: [] });
  });
});
