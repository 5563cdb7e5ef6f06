import { z } from 'zod';
import { procedure } from '../registry';
import {
  Address,
  Done,
  Me,
  Nothing,
  Notice,
  ReadAddress,
  ReadAddressResult,
  Regions,
  RemoveAddress,
  SaveAddress,
  SaveProfile,
} from './schema';
import {
  listAddresses,
  readAddress,
  removeAddress,
  saveAddress,
  showRegions,
} from './usecases/addresses';
import { listNotices, saveProfile, showMe } from './usecases/profile';

/** What the members room offers to the phone. */
export const membersApi = {
  'members.me': procedure({
    for: ['shopper'],
    about: 'My profile and what I am besides a shopper',
    input: Nothing,
    output: Me,
    run: showMe,
  }),
  'members.saveProfile': procedure({
    for: ['shopper'],
    about: 'Saves nickname, picture and birthday',
    input: SaveProfile,
    output: Me,
    run: saveProfile,
  }),
  'members.addresses': procedure({
    for: ['shopper'],
    about: 'My addresses, the default first',
    input: Nothing,
    output: z.object({ items: z.array(Address) }),
    run: listAddresses,
  }),
  'members.saveAddress': procedure({
    for: ['shopper'],
    about: 'Adds or changes one of my addresses',
    input: SaveAddress,
    output: Address,
    run: saveAddress,
  }),
  'members.removeAddress': procedure({
    for: ['shopper'],
    about: 'Removes one of my addresses',
    input: RemoveAddress,
    output: Done,
    run: removeAddress,
  }),
  'members.readAddress': procedure({
    for: ['shopper'],
    about: 'Recognises name, phone and place in a pasted text',
    input: ReadAddress,
    output: ReadAddressResult,
    run: readAddress,
  }),
  'members.regions': procedure({
    for: ['visitor'],
    about: 'Provinces, cities and districts for the area picker',
    input: Nothing,
    output: Regions,
    run: showRegions,
  }),
  'members.notices': procedure({
    for: ['shopper'],
    about: 'What the shop told me, newest first',
    input: Nothing,
    output: z.object({ items: z.array(Notice) }),
    run: listNotices,
  }),
};
