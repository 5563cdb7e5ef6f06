import type { CityTerms } from '../../../domains/guides/schema';
import { offsetMinutes } from '../world/calendar';
import { demoTemplates } from '../world/shop/templates';
import type { ShopWorld } from '../world/types';
import { insertRows, type Pen } from './insert';
import { writeMembers, type Sealing } from './people';

/** What the demo shop sets itself; everything else is as the rules decide. */
const demoSettings = { messages: { templates: demoTemplates } };
/** What the stores in Shanghai promise: nearby for 6 yuan, free over 99; farther for 12. */
const shanghai: CityTerms = {
  bands: [
    { districts: ['310101', '310104', '310105', '310106'], fen: 600, freeOverFen: 9_900 },
    {
      districts: ['310107', '310109', '310110', '310112', '310115'],
      fen: 1_200,
      freeOverFen: 19_900,
    },
  ],
  ...{ minutes: 60, opensMinute: 600, closesMinute: 1_320 },
};

/** Writes the shop itself: its settings, stores, staff, categories, freight, banners and the guides' cards. */
export async function writeShop(pen: Pen, world: ShopWorld, sealed: Sealing): Promise<void> {
  await insertRows(pen, 'shops', [{ ...world.shop, offsetMinutes, settings: demoSettings }]);
  await writeMembers(pen, world.staffMembers, sealed);
  await insertRows(
    pen,
    'stores',
    world.stores.map(({ latitude: _latitude, longitude: _longitude, ...store }) => ({
      ...store,
      cityTerms: store.city.startsWith('上海') ? shanghai : null,
    })),
  );
  await insertRows(pen, 'staff', world.staff);
  await insertRows(pen, 'categories', world.categories);
  await insertRows(pen, 'freight_templates', world.templates);
  await insertRows(pen, 'home_blocks', world.banners);
  await insertRows(pen, 'shares', world.guideShares);
}
