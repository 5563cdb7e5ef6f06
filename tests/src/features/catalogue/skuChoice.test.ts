import fc from 'fast-check';
import {
  choose,
  chosenSku,
  firstChoice,
  missingSpecs,
  mostOf,
  shownSku,
  specsOf,
  stockText,
  type ChoosableSku,
  type Choice,
} from '../../../../src/features/catalogue/skuChoice';

const names = ['颜色', '尺码'];
const sku = (colour: string, size: string, left: number): ChoosableSku => ({
  skuId: `${colour}${size}`,
  specValues: [colour, size],
  left,
});
/** White in 38 and 39, black in 38 only, and of that none left. */
const shoes = [sku('白', '38', 4), sku('白', '39', 9), sku('黑', '38', 0), sku('黑', '40', 1)];

function open(choice: Choice): string[] {
  return specsOf(names, shoes, choice).flatMap(({ values }) =>
    values.filter((value) => value.open).map(({ value }) => value),
  );
}

describe('choosing a SKU', () => {
  it('shows each value once, in the order of the SKUs', () => {
    const shown = specsOf(names, shoes, [null, null]).map(({ values }) =>
      values.map(({ value }) => value),
    );
    expect(shown).toEqual([
      ['白', '黑'],
      ['38', '39', '40'],
    ]);
  });

  it('closes what does not exist with the choice, and what is sold out', () => {
    expect(open([null, null])).toEqual(['白', '黑', '38', '39', '40']);
    expect(open(['黑', null])).toEqual(['白', '黑', '40']);
    expect(open([null, '39'])).toEqual(['白', '38', '39', '40']);
  });

  it('takes a value, changes it, and puts it back', () => {
    const white = choose([null, null], 0, '白');
    expect(white).toEqual(['白', null]);
    expect(choose(white, 0, '黑')).toEqual(['黑', null]);
    expect(choose(white, 0, '白')).toEqual([null, null]);
  });

  it('names the SKU when everything is chosen, and what is missing until then', () => {
    expect(chosenSku(shoes, ['白', null])).toBeNull();
    expect(missingSpecs(names, ['白', null])).toEqual(['尺码']);
    expect(chosenSku(shoes, ['白', '39'])?.skuId).toBe('白39');
    expect(chosenSku(shoes, ['白', '40'])).toBeNull();
  });

  it('shows the first SKU that goes with half a choice', () => {
    expect(shownSku(shoes, [null, null])).toBeNull();
    expect(shownSku(shoes, ['黑', null])?.skuId).toBe('黑38');
  });

  it('needs no choice where there is none to make', () => {
    const only = { skuId: 'one', specValues: [], left: 2 };
    expect(firstChoice([], [only])).toEqual([]);
    expect(chosenSku([only], [])).toBe(only);
    expect(shownSku([only], [])).toBe(only);
  });

  it('chooses a single value beforehand, unless everything is sold out', () => {
    expect(firstChoice(names, [sku('白', '38', 1), sku('白', '39', 0)])).toEqual(['白', null]);
    expect(firstChoice(names, [sku('白', '38', 0)])).toEqual([null, null]);
  });

  it('never lets open values lead to a SKU that cannot be bought', () => {
    const anySku = fc.record({
      specValues: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3')),
      left: fc.integer({ min: 0, max: 2 }),
    });
    const shelf = fc
      .uniqueArray(anySku, { selector: ({ specValues }) => specValues.join(), minLength: 1 })
      .map((skus) => skus.map((one) => ({ ...one, skuId: one.specValues.join() })));
    fc.assert(
      fc.property(shelf, fc.nat(), fc.nat(), (skus, first, second) => {
        let choice: Choice = [null, null];
        for (const [at, pick] of [first, second].entries()) {
          const values =
            specsOf(names, skus, choice)[at]?.values.filter((value) => value.open) ?? [];
          const taken = values[pick % Math.max(1, values.length)];
          if (taken === undefined) return skus.every(({ left }) => left === 0);
          choice = choose(choice, at, taken.value);
        }
        return (chosenSku(skus, choice)?.left ?? 0) > 0;
      }),
    );
  });
});

describe('the stock of a SKU', () => {
  it('is counted out under five pieces', () => {
    expect([0, 1, 4, 5].map(stockText)).toEqual(['暂时缺货', '仅剩 1 件', '仅剩 4 件', '有货']);
  });

  it('limits the pieces of a line, 99 at most', () => {
    expect([-1, 0, 3, 500].map(mostOf)).toEqual([0, 0, 3, 99]);
  });
});
