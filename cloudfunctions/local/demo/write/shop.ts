import { offsetMinutes } from '../world/calendar';
import { demoTemplates } from '../world/shop/templates';
import type { ShopWorld } from '../world/types';
import { insertRows, type Pen } from './insert';
import { writeMembers, type Sealing } from './people';

/** What the demo shop sets itself; everything else is as the rules decide. */
const demoSettings = { messages: { templates: demoTemplates } };

/** Writes the shop itself: its settings, stores, staff, categories, freight, banners and the guides' cards. */
export async function writeShop(pen: Pen, world: ShopWorld, sealed: Sealing): Promise<void> {
  await insertRows(pen, 'shops', [{ ...world.shop, offsetMinutes, settings: demoSettings }]);
  await writeMembers(pen, world.staffMembers, sealed);
  await insertRows(
    pen,
    'stores',
    world.stores.map(({ latitude: _latitude, longitude: _longitude, ...store }) => store),
  );
  await insertRows(pen, 'staff', world.staff);
  await insertRows(pen, 'categories', world.categories);
  await insertRows(pen, 'freight_templates', world.templates);
  await insertRows(pen, 'home_blocks', world.banners);
  await insertRows(pen, 'shares', world.guideShares);
}
