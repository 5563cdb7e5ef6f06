import type { Placed, Recipe } from './compose';
import { floorOf, stepTops, type StageKind } from './stage';

/** What a product's pictures show. */
export interface Depicted {
  readonly leaf: string;
  /** Its place in the leaf, which varies stage, tone and side. */
  readonly place: number;
  /** The hero in each of its variants; at least one. */
  readonly variants: readonly string[];
  /** What lies beside it. */
  readonly beside: readonly string[];
  /** What may stand behind in scenes. */
  readonly props: readonly string[];
  readonly tones: readonly [string, string];
}

type Scene = Pick<Recipe, 'stage' | 'placed'>;

const footwear =
  /^(sneaker|hightop|lowtop|boot|slide|oxford|flat|mule|rollerskate|iceskate|tallboot)\b/;
const inPairs = /^(sneaker|hightop|lowtop|boot|slide|oxford|flat|mule|tallboot)\b/;
const hanging = /^(necklace|earrings|pearls)\b/;
const tall = /^(tallboot|thermos|oil|lotion|umbrella|dress|coat|thermometer)\b/;
const piled =
  /^(apple|greenapple|mango|strawberry|grapes|orange|peach|kiwi|tomato|cucumber|eggplant|carrot|potato|corn|pepper|lettuce|egg|beans|peanut|chestnut|cookie|croissant|drumstick|dumpling|shrimp|broccoli|mooncake|garlic|oyster|olive|bacon|baguette)\b/;

/** The main picture: the goods alone, as large as they can be, with what belongs to them. */
export function mainScene(goods: Depicted): Scene {
  const hero = goods.variants[0] ?? 'gift';
  const [other] = goods.beside;
  if (inPairs.test(hero)) return pairScene(goods, hero);
  if (hanging.test(hero)) return hangingScene(goods, hero);
  if (piled.test(hero)) return pileScene(goods, hero);
  const stage: StageKind = goods.place % 2 === 0 ? 'podium' : 'plain';
  const base = floorOf[stage];
  const side = goods.place % 4 < 2 ? 1 : -1;
  const placed: Placed[] = [];
  const size = tall.test(hero) ? 0.7 : 0.64;
  if (other === undefined) placed.push({ item: hero, x: 0.5, base, size });
  else {
    placed.push({ item: hero, x: 0.5 - 0.06 * side, base: base - 0.01, size });
    placed.push({ item: other, x: 0.5 + 0.25 * side, base: base + 0.035, size: 0.28 });
  }
  return { stage, placed };
}

function pairScene({ place, beside }: Depicted, hero: string): Scene {
  const stage: StageKind = place % 3 === 0 ? 'podium' : place % 3 === 1 ? 'plain' : 'arch';
  const base = floorOf[stage];
  const high = /^(hightop|boot|tallboot)\b/.test(hero);
  const size = high ? 0.58 : 0.72;
  const back = { item: hero, x: 0.4, base: base - 0.1, size: size * 0.86, shadow: 0.6 };
  const front = { item: hero, x: 0.54, base: base + 0.02, size };
  const placed: Placed[] = [back, front];
  const [prop] = beside;
  if (prop !== undefined && place % 2 === 1) {
    placed.unshift({ item: prop, x: 0.8, base: base - 0.115, size: 0.22, shadow: 0.6 });
  }
  return { stage, placed };
}

function hangingScene({ place, beside }: Depicted, hero: string): Scene {
  const placed: Placed[] = [{ item: hero, x: 0.5, base: 0.86, size: 0.74, shadow: 0.25 }];
  const [other] = beside;
  if (other !== undefined) placed.push({ item: other, x: 0.8, base: 0.84, size: 0.22 });
  return { stage: place % 2 === 0 ? 'arch' : 'plain', placed };
}

function pileScene({ place, beside }: Depicted, hero: string): Scene {
  const stage: StageKind = place % 2 === 0 ? 'podium' : 'plain';
  const base = floorOf[stage];
  const second = beside[0] ?? hero;
  const third = beside[1] ?? hero;
  return {
    stage,
    placed: [
      { item: second, x: 0.3, base: base - 0.045, size: 0.39, flip: true },
      { item: third, x: 0.71, base: base - 0.035, size: 0.41 },
      { item: hero, x: 0.5, base: base + 0.04, size: 0.52 },
    ],
  };
}

/** The goods so near that they leave the picture. */
export function detailScene(goods: Depicted): Scene {
  const hero = goods.variants[0] ?? 'gift';
  const side = goods.place % 2 === 0 ? 1 : -1;
  const wide = footwear.test(hero) && !/^(hightop|boot|tallboot)\b/.test(hero);
  const base = wide ? 0.84 : hanging.test(hero) ? 1 : 1.04;
  const size = wide ? 1.24 : 1.02;
  const placed: Placed[] = [{ item: hero, x: 0.5 + (wide ? 0.2 : 0.14) * side, base, size }];
  return { stage: 'plain', placed };
}

/** The goods where they are used, with what one thinks of beside them. */
export function usedScene(goods: Depicted): Scene {
  const hero = goods.variants[1] ?? goods.variants[0] ?? 'gift';
  const props = goods.props;
  const near =
    goods.beside.find((item) => item !== hero) ??
    props[(goods.place + 2) % props.length] ??
    'leaves';
  const [left, right] = [
    props[goods.place % props.length],
    props[(goods.place + 1) % props.length],
  ];
  const placed: Placed[] = [
    { item: left ?? 'leaves', x: 0.2, base: 0.68, size: 0.27, far: true },
    { item: right ?? 'leaves', x: 0.81, base: 0.65, size: 0.23, far: true },
  ];
  const wide = footwear.test(hero) && !/^(hightop|boot|tallboot)\b/.test(hero);
  placed.push({ item: hero, x: 0.47, base: floorOf.podium, size: wide ? 0.62 : 0.52 });
  placed.push({ item: near, x: 0.76, base: 0.87, size: 0.2 });
  return { stage: 'podium', placed };
}

/** The choices beside each other: colours of a shoe, or more and less of the same. */
export function choiceScene(goods: Depicted): Scene {
  const [first = 'gift', second, third] = goods.variants;
  const items = [second ?? first, first, third ?? second ?? first];
  const even = second !== undefined;
  const sizes = even ? [0.28, 0.3, 0.28] : [0.24, 0.36, 0.29];
  const placed = items.map((item, at): Placed => {
    const x = 0.5 + (at - 1) * 0.31;
    return { item, x, base: stepTops[at] ?? 0.7, size: sizes[at] ?? 0.28 };
  });
  return { stage: 'steps', placed };
}

/** One variant alone, for the small picture of the choice. */
export function variantScene(item: string): Scene {
  const flat = footwear.test(item);
  return {
    stage: 'plain',
    placed: [{ item, x: 0.5, base: flat ? 0.74 : 0.8, size: flat ? 0.72 : 0.6 }],
  };
}
