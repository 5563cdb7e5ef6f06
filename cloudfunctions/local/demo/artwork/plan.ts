import { createHash } from 'node:crypto';
import type { Recipe } from './compose';
import {
  choiceScene,
  detailScene,
  mainScene,
  usedScene,
  variantScene,
  type Depicted,
} from './layouts';

/** A picture to be made: the name that its content decides, and how it is made. */
export interface Picture {
  readonly file: string;
  readonly recipe: Recipe;
}

/** The pictures of one product. */
export interface ProductPictures {
  readonly main: Picture;
  /** Main, detail, scene, choice: what the page shows first. */
  readonly gallery: readonly Picture[];
  /** 5:4, for cards in chats. */
  readonly card: Picture;
  /** One for each variant that looks different, in their order. */
  readonly variants: readonly Picture[];
}

/** Changes whenever the drawing does, so that old files are not taken for new ones. */
const edition = 1;
const side = 640;

/** All pictures of a product; pure, so that whoever asks gets the same names. */
export function productPictures(key: string, goods: Depicted): ProductPictures {
  const [tone, otherTone] = goods.place % 2 === 0 ? goods.tones : [goods.tones[1], goods.tones[0]];
  const square = { width: side, height: side, format: 'webp' as const };
  const main = named(`${key}-main`, { ...square, tone, ...mainScene(goods) });
  const gallery = [
    main,
    named(`${key}-detail`, { ...square, tone: otherTone, ...detailScene(goods) }),
    named(`${key}-scene`, { ...square, tone: otherTone, ...usedScene(goods) }),
    named(`${key}-choice`, { ...square, tone, ...choiceScene(goods) }),
  ];
  const card = named(`${key}-card`, {
    width: 500,
    height: 400,
    format: 'jpg',
    tone,
    ...mainScene(goods),
  });
  const variants =
    goods.variants.length < 2
      ? []
      : goods.variants.map((item, at) =>
          named(`${key}-variant${at + 1}`, {
            ...square,
            width: 400,
            height: 400,
            tone,
            ...variantScene(item),
          }),
        );
  return { main, gallery, card, variants };
}

/** The URL of a picture, as the host serves it. */
export function pictureUrl(picture: Picture): string {
  return `/pictures/${picture.file}`;
}

/** A category's icon: its object on a soft tile. */
export function iconPicture(key: string, item: string, tone: string): Picture {
  return named(`icon-${key}`, {
    width: 240,
    height: 240,
    format: 'webp',
    tone,
    stage: 'plain',
    placed: [{ item, x: 0.5, base: 0.82, size: 0.68 }],
  });
}

/** A person on a soft background; the shoulders run off the lower edge. */
export function portraitPicture(key: string, item: string, tone: string): Picture {
  return named(`portrait-${key}`, {
    width: 240,
    height: 240,
    format: 'webp',
    tone,
    stage: 'plain',
    placed: [{ item, x: 0.5, base: 1.0, size: 0.86, shadow: 0 }],
  });
}

/** A picture of any size under a name of its own. */
export function named(name: string, recipe: Recipe): Picture {
  const told = createHash('sha256')
    .update(JSON.stringify([edition, recipe]))
    .digest('hex');
  return { file: `${name}.${told.slice(0, 12)}.${recipe.format}`, recipe };
}
