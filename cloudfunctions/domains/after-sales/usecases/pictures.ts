import { picturesOf } from '../../media/usecases/pictures';
import type { World } from '../../registry';

/**
 * Pictures of an after-sale: its shopper sees her own unless they were refused, the people who work here those that
 * passed their check. One that is not shown has no address.
 */
export async function picturesOfSale(
  world: Pick<World, 'db' | 'shop'>,
  pictureIds: readonly string[],
  as: 'shopper' | 'guide' | 'manager',
): Promise<{ pictureId: string; url: string }[]> {
  const pictures = await picturesOf(world, pictureIds);
  return pictures.map(({ pictureId, url, state }) => {
    const shown = as === 'shopper' ? state !== 'refused' : state === 'passed';
    return { pictureId, url: shown ? url : '' };
  });
}
