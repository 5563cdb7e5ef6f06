import { useCallback, useRef, useState } from 'react';
import type { Input } from '../cloud';
import { choosePictures, type Chosen } from '../kit/choosePictures';
import { sayWhy } from '../kit/sayWhy';
import { freshId } from './chance';
import { uploadPicture } from './uploads';

/** One picture of a form: on its way, there with its id, or failed with why. */
export interface FormPicture {
  readonly key: string;
  readonly url: string;
  readonly state: 'sending' | 'there' | 'failed';
  readonly say: string;
  readonly pictureId: string | null;
}

export interface Uploads {
  readonly pictures: readonly FormPicture[];
  /** The ids of those that are there, in their order. */
  readonly pictureIds: readonly string[];
  /** One is on its way still, or failed: the form waits for it or for its removal. */
  readonly isSettled: boolean;
  readonly add: () => Promise<void>;
  readonly again: (key: string) => void;
  readonly remove: (key: string) => void;
}

/** The pictures of a form, `most` at most; each is sent as soon as it is chosen. */
export function useUploads(purpose: Input<'media.add'>['purpose'], most = 9): Uploads {
  const [pictures, setPictures] = useState<readonly FormPicture[]>([]);
  const chosen = useRef(new Map<string, Chosen>());
  const change = useCallback((key: string, next: Partial<FormPicture>) => {
    setPictures((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)));
  }, []);
  const send = useCallback(
    async (key: string) => {
      const picture = chosen.current.get(key);
      if (picture === undefined) return;
      change(key, { state: 'sending', say: '' });
      try {
        const { pictureId } = await uploadPicture(picture, purpose);
        change(key, { state: 'there', pictureId });
      } catch (reason) {
        change(key, { state: 'failed', say: sayWhy(reason) });
      }
    },
    [change, purpose],
  );
  const add = async () => {
    const found = await choosePictures(most - pictures.length);
    const rows = found.map((picture) => {
      const key = freshId();
      chosen.current.set(key, picture);
      return { key, url: picture.path, state: 'sending' as const, say: '', pictureId: null };
    });
    setPictures((all) => [...all, ...rows].slice(0, most));
    for (const { key } of rows) await send(key);
  };
  return {
    pictures,
    pictureIds: pictures.flatMap(({ pictureId }) => (pictureId === null ? [] : [pictureId])),
    isSettled: pictures.every(({ state }) => state === 'there'),
    add,
    again: (key) => void send(key),
    remove(key) {
      chosen.current.delete(key);
      setPictures((all) => all.filter((one) => one.key !== key));
    },
  };
}
