import { day } from '../../../kit/time';
import { makePerson } from './history/person';
import { memberFaces } from './people/member';
import { makeOffers } from './offers/offers';
import { makeBanners } from './shop/banners';
import { makeGuideShares } from './shop/cards';
import { makeCatalogue } from './shop/catalogue';
import { makeTeam } from './shop/team';
import type { Person, ShopWorld, Size, World, WorldOptions } from './types';

/** Everything in the shop but its shoppers: the same options give the same shop, to the last id. */
export function makeShop(options: WorldOptions): ShopWorld {
  const catalogue = makeCatalogue(options);
  const team = makeTeam(options);
  const { banners, pictures } = makeBanners(options, catalogue.categories);
  return {
    options,
    shop: {
      name: '熟客生活',
      slogan: '熟人推荐的好东西',
      theme: 'vermilion',
      createdAt: options.nowMs - 400 * day,
    },
    stores: team.stores,
    staff: team.staff,
    staffMembers: team.members,
    categories: catalogue.categories,
    templates: catalogue.templates,
    products: catalogue.products,
    banners,
    offers: makeOffers(options, { ...catalogue, ...team }),
    guideShares: makeGuideShares(options, team.staff, catalogue.products),
    pictures: [...pictures, ...team.pictures, ...memberFaces, ...catalogue.pictures],
    shoppers: shoppersOf(options.size),
  };
}

/** The shoppers of a shop with their histories, `chunk` at a time, so that a million need no more room than one chunk. */
export function* peopleInChunks(shop: ShopWorld, chunk: number): Generator<readonly Person[]> {
  for (let from = 0; from < shop.shoppers; from += chunk) {
    const count = Math.min(chunk, shop.shoppers - from);
    yield Array.from({ length: count }, (_, at) => makePerson(shop, from + at));
  }
}

/** A whole world as plain data, for sizes that fit into memory. */
export function makeWorld(options: WorldOptions): World {
  const shop = makeShop(options);
  return { ...shop, people: [...peopleInChunks(shop, 1_000)].flat() };
}

function shoppersOf(size: Size): number {
  if (size === 'test') return 10;
  if (size === 'demo') return 200;
  if (!Number.isInteger(size) || size < 1 || size > 1_000_000) {
    throw new RangeError(`a world has 1 to 1 000 000 members, not ${size}`);
  }
  return size;
}
