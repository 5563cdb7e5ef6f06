import { z } from 'zod';
import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import { Store } from './schema';
import { listStores } from './usecases/stores';

/** What the guides room offers to the phone. */
export const guidesApi = {
  'guides.stores': procedure({
    for: ['visitor'],
    about: 'Stores where goods can be picked up',
    input: Nothing,
    output: z.object({ items: z.array(Store) }),
    run: listStores,
  }),
};
