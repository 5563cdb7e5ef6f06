import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import { AddPicture, Picture, UploadPlace } from './schema';
import { addPicture, showPlace } from './usecases/add';

/** What the media room offers to the phone. */
export const mediaApi = {
  'media.place': procedure({
    for: ['shopper'],
    about: 'Where my uploads go in the storage, and how large they may be',
    input: Nothing,
    output: UploadPlace,
    run: showPlace,
  }),
  'media.add': procedure({
    for: ['shopper'],
    about: 'Takes an uploaded file of mine for a picture, once per file',
    input: AddPicture,
    output: Picture,
    run: addPicture,
  }),
};
