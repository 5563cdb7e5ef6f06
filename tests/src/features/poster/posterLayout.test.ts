import {
  posterLayout,
  posterSize,
  type Box,
  type PosterContent,
  type PosterItem,
} from '../../../../src/features/poster/posterLayout';

const measure = (text: string, size: number) =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size * 0.58), 0);

const content: PosterContent = {
  title: '轻量缓震跑鞋',
  priceFen: 39_900,
  marketFen: 59_900,
  pictureUrl: '/pictures/shoe.webp',
  codeUrl: 'data:image/png;base64,AAAA',
  guide: { name: '林晓', storeName: '徐汇店', avatarUrl: '/pictures/face.webp' },
  brand: '熟客',
};

function layout(changes: Partial<PosterContent> = {}): PosterItem[] {
  return posterLayout({ ...content, ...changes }, measure);
}

function texts(items: readonly PosterItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

function overlap(a: Box, b: Box): boolean {
  const apart =
    a.x + a.width <= b.x + 0.01 ||
    b.x + b.width <= a.x + 0.01 ||
    a.y + a.height <= b.y + 0.01 ||
    b.y + b.height <= a.y + 0.01;
  return !apart;
}

function overlaps(items: readonly PosterItem[]): string[] {
  return items.flatMap((one, index) =>
    items
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box))
      .map((other) => `${nameOf(one)} ${nameOf(other)}`),
  );
}

function nameOf(item: PosterItem): string {
  return item.kind === 'text' ? item.text : item.what;
}

const long = '四季通用超轻缓震专业马拉松竞速跑步鞋男女同款 AIR-2026 限量联名礼盒装（含鞋带两副）';

describe('a poster', () => {
  it('shows the goods, the price, who recommends it and the code', () => {
    expect(texts(layout())).toEqual(
      expect.arrayContaining(['林晓', '徐汇店 · 为您挑选', '¥', '399', '¥599', '轻量缓震跑鞋']),
    );
    const pictures = layout().flatMap((item) => (item.kind === 'picture' ? [item.what] : []));
    expect(pictures).toEqual(['face', 'goods', 'code']);
  });

  it.each([
    ['an ordinary product', {}],
    ['a long title', { title: long }],
    ['a price with fen', { priceFen: 1_234_567 }],
    ['a very large price', { title: long, priceFen: 987_654_321, marketFen: 999_999_999 }],
    ['no price', { title: long, priceFen: null, marketFen: null }],
    ['long names', { guide: { name: long, storeName: long, avatarUrl: '' } }],
    ['no guide', { guide: null }],
  ])('lays nothing over anything else, and all of it on the sheet: %s', (_, changes) => {
    const items = layout(changes);
    expect(overlaps(items)).toEqual([]);
    for (const { box } of items) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(posterSize.width);
      expect(box.y + box.height).toBeLessThanOrEqual(posterSize.height);
    }
  });

  it('sets a price that is too wide smaller, and never cuts it', () => {
    const wide = (text: string, size: number) => measure(text, size) * 1.5;
    const items = posterLayout({ ...content, priceFen: 987_654_321 }, wide);
    expect(overlaps(items)).toEqual([]);
    const parts = items.filter((item) => item.kind === 'text' && item.colour === 'accent');
    expect(texts(parts).join('')).toBe('¥9876543.21');
    const sizes = parts.map((item) => (item.kind === 'text' ? item.size : 0));
    expect(Math.max(...sizes)).toBeLessThan(32);
  });

  it('leaves the list price out when it is no higher, or when there is no room', () => {
    expect(texts(layout({ marketFen: 39_900 }))).not.toContain('¥399');
    expect(texts(layout({ priceFen: 987_654_321, marketFen: 999_999_999 }))).not.toContain(
      '¥9999999.99',
    );
  });

  it('cuts a title after two lines', () => {
    const bold = layout({ title: long }).filter(
      (item) => item.kind === 'text' && item.size === 16 && item.bold,
    );
    expect(bold).toHaveLength(2);
    expect(texts(bold)[1]).toMatch(/…$/);
  });

  it('stands for the shop without a guide, with its first sign in the place of a face', () => {
    const [face] = layout({ guide: null });
    expect(face).toMatchObject({ what: 'face', url: '', instead: '熟' });
  });
});
