import { day, hour } from '../../../kit/time';
import type { ReviewTables } from '../../../domains/reviews/tables';
import { goodsOf } from './history/offered';
import { chanceOf, idAt, type Chance } from './random';
import type { OrderStory, Person, ShopWorld } from './types';

type Bare<Row> = Omit<Row, 'shopId'>;

/** A review with its parts, as rows. */
export interface Reviewed {
  readonly review: Bare<ReviewTables['reviews']>;
  readonly parts: readonly Bare<ReviewTables['reviewParts']>[];
}

/** What buyers of each trade say, the content ones and the others. */
const words: Readonly<Record<string, { good: readonly string[]; poor: readonly string[] }>> = {
  shoes: {
    good: [
      '尺码标准，脚背高也不压，走一天不累。',
      '比专柜试的那双还舒服，颜色和图片一样。',
      '导购推荐的半码很准，第二双了。',
      '鞋底软，接娃走路都合适，已经推荐给同事。',
    ],
    poor: ['鞋头有点窄，建议拿大半码。', '颜色比图片深一点，其他都好。'],
  },
  jewellery: {
    good: [
      '做工细，证书齐全，送妈妈她很喜欢。',
      '克重足，款式日常戴不夸张。',
      '包装用心，还送了擦银布。',
      '导购帮我挑的长度刚好，戴着显脖子。',
    ],
    poor: ['链子偏细，要小心勾头发。', '等了几天才收到，东西不错。'],
  },
  baby: {
    good: [
      '宝宝用着没有红，会一直回购。',
      '面料软，洗了几次也没变形。',
      '日期新鲜，包装完好，群里团的很划算。',
      '客服耐心，告诉我换段怎么过渡。',
    ],
    poor: ['尺码偏大，先买小一号。', '盒子压了一个角，里面没事。'],
  },
  fresh: {
    good: [
      '到家还是冰的，很新鲜，家里老人孩子都爱吃。',
      '个头均匀，坏一个赔两个，放心。',
      '自提很方便，下班顺路就拿走了。',
      '甜，比超市的好，下次还团。',
    ],
    poor: ['有两个不太熟，放了两天才好吃。', '这次个头小一点，味道还行。'],
  },
};

const replies = ['谢谢您的喜欢，有需要随时找我们。', '感谢您的认可，期待您再来。'];
const apologies = [
  '收到，已反馈给品控，下次给您留心挑。',
  '抱歉没让您满意，可以联系导购帮您处理。',
];
const additions = ['用了一段时间，还是很满意。', '回购了，品质稳定。'];

/** What a member says of what she bought: of about a third of her lines, some days after she received them. */
export function reviewsOf(world: ShopWorld, person: Person): Reviewed[] {
  return person.orders.flatMap((story) => {
    const { receivedAt, state } = story.order;
    if (receivedAt === null || state === 'closed') return [];
    const chance = chanceOf(world.options.seed, 'reviews', story.order.orderId);
    return story.lines
      .filter(({ kind }) => kind !== 'gift' && chance.maybe(0.34))
      .flatMap((line) => reviewOf(world, chance, { story, line, receivedAt }));
  });
}

interface Told {
  story: OrderStory;
  line: OrderStory['lines'][number];
  receivedAt: number;
}

function reviewOf(world: ShopWorld, chance: Chance, { story, line, receivedAt }: Told): Reviewed[] {
  const writtenAt = Math.floor(receivedAt + (2 + chance.next() * 70) * hour);
  const shownAt = writtenAt + 40_000;
  if (shownAt > world.options.nowMs) return [];
  const { orderId, memberId } = story.order;
  const { product } = goodsOf(world, line.skuId);
  const said = words[product.trade] ?? words['shoes'];
  if (said === undefined) return [];
  const good = chance.maybe(0.9);
  const rating = good ? (chance.maybe(0.8) ? 5 : 4) : chance.pick([2, 3, 3]);
  const reviewId = idAt(chance, writtenAt);
  const repliedAt = shownAt + Math.floor((3 + chance.next() * 30) * hour);
  const replied = chance.maybe(good ? 0.5 : 0.9) && repliedAt < world.options.nowMs;
  const review = {
    ...{ reviewId, orderId, line: line.line, productId: line.productId, memberId },
    ...{ key: `demo-${reviewId}`, specText: line.specText, rating, writtenAt, shownAt },
    anonymous: chance.maybe(0.3),
    replyText: replied ? chance.pick(good ? replies : apologies) : null,
    repliedBy: replied ? (world.staff[0]?.staffId ?? null) : null,
    repliedAt: replied ? repliedAt : null,
  };
  const first = partOf(reviewId, 'first', chance.pick(good ? said.good : said.poor), writtenAt);
  const moreAt = writtenAt + chance.whole(8, 40) * day;
  const adds = good && chance.maybe(0.12) && moreAt + 40_000 < world.options.nowMs;
  const more = adds ? [partOf(reviewId, 'more', chance.pick(additions), moreAt)] : [];
  return [{ review, parts: [first, ...more] }];
}

function partOf(reviewId: string, part: 'first' | 'more', said: string, writtenAt: number) {
  return {
    ...{ reviewId, part, words: said, pictureIds: [], state: 'shown' as const, tries: 1 },
    ...{ nextTryAt: writtenAt, writtenAt, decidedBy: null, decidedAt: writtenAt + 40_000 },
  };
}
