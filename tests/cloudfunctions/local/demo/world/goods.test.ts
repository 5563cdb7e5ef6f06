import { makeShop } from '../../../../../cloudfunctions/local/demo/world/world';
import { readTable } from '../../../../../cloudfunctions/local/demo/world/goods/table';
import { trades } from '../../../../../cloudfunctions/local/demo/world/goods/categories';

const shop = makeShop({ seed: 'shuke', nowMs: Date.UTC(2026, 10, 22), size: 'demo' });

describe('the goods of the demo shop', () => {
  test('are sixty of each trade, ten of each leaf category', () => {
    for (const trade of trades) {
      expect(trade.goods.map(({ leaf }) => leaf)).toEqual(trade.leaves.map(({ key }) => key));
      expect(trade.goods.map((table) => readTable(table).length)).toEqual([10, 10, 10, 10, 10, 10]);
    }
  });

  test('have titles that are short, and no two alike', () => {
    const titles = shop.products.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect([...title].length).toBeLessThanOrEqual(30);
  });

  test('each have something in stock, four pictures, a card and a page of details', () => {
    const files = new Set(shop.pictures.map(({ file }) => `/pictures/${file}`));
    for (const product of shop.products) {
      expect(product.skus.some(({ onSale, onHand }) => onSale && onHand > 0)).toBe(true);
      expect(product.pictures).toHaveLength(4);
      const urls = [
        ...product.pictures,
        product.cardUrl,
        ...product.skus.map((sku) => sku.pictureUrl),
      ];
      expect(urls.filter((url) => !files.has(url))).toEqual([]);
      expect(product.details.paragraphs.length).toBeGreaterThan(1);
      expect(product.details.attributes.length).toBeGreaterThan(4);
    }
  });

  test('cost less than they bring, and struck prices are higher', () => {
    for (const { skus, priceFen } of shop.products) {
      expect(Math.min(...skus.map((sku) => sku.priceFen))).toBe(priceFen);
      for (const sku of skus) {
        expect(sku.costFen).toBeLessThanOrEqual(sku.floorFen);
        expect(sku.floorFen).toBeLessThan(sku.priceFen);
        expect(sku.marketFen ?? Infinity).toBeGreaterThan(sku.priceFen);
        expect(sku.weightGrams).toBeGreaterThan(0);
      }
    }
  });

  test('have one code for each SKU, and a value for each spec', () => {
    const skus = shop.products.flatMap((product) => product.skus);
    expect(new Set(skus.map(({ code }) => code)).size).toBe(skus.length);
    for (const { skus: own, specNames } of shop.products) {
      for (const { specValues } of own) expect(specValues).toHaveLength(specNames.length);
      expect(new Set(own.map(({ specValues }) => specValues.join())).size).toBe(own.length);
    }
  });

  test('a third of the shoes have lost some of their sizes, the others none', () => {
    const shoes = shop.products.filter(({ trade }) => trade === 'shoes');
    const broken = shoes.filter(({ skus }) => skus.some(({ onHand }) => onHand === 0));
    expect(shoes.flatMap((shoe, at) => (at % 3 === 2 ? [shoe.key] : []))).toEqual(
      broken.map(({ key }) => key),
    );
    expect(broken).toHaveLength(20);
  });

  test('a table line with a column too few is refused', () => {
    expect(() => readTable({ leaf: 'running', rows: '跑鞋 | 轻 | 329' })).toThrow('8 columns');
  });
});
