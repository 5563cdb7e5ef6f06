import fc from 'fast-check';
import { cut, textLines } from '../../../../src/features/poster/textLines';

/** Chinese signs are 10 wide, others 5: as in most faces, near enough. */
const measure = (text: string) =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 10 : 5), 0);

describe('a text in lines', () => {
  it('stays whole when it fits', () => {
    expect(textLines('轻盈跑鞋', 40, 2, measure)).toEqual(['轻盈跑鞋']);
    expect(textLines('', 40, 2, measure)).toEqual([]);
  });

  it('breaks between Chinese characters', () => {
    expect(textLines('轻盈缓震透气跑鞋', 40, 2, measure)).toEqual(['轻盈缓震', '透气跑鞋']);
  });

  it('keeps words and numbers whole', () => {
    expect(textLines('轻盈 Air 2026 跑鞋', 45, 3, measure)).toEqual(['轻盈 Air', '2026 跑鞋']);
    expect(textLines('山茶花 500ml装', 50, 2, measure)).toEqual(['山茶花', '500ml装']);
  });

  it('breaks a word only when it is wider than a line', () => {
    expect(textLines('ABCDEFGHIJ', 30, 2, measure)).toEqual(['ABCDEF', 'GHIJ']);
  });

  it('never begins a line with a closing mark or a unit, nor ends one with an opening mark', () => {
    expect(textLines('轻盈缓震，透气', 40, 2, measure)).toEqual(['轻盈缓', '震，透气']);
    expect(textLines('鲜橙五斤（礼盒）', 50, 2, measure)).toEqual(['鲜橙五斤', '（礼盒）']);
    expect(textLines('现在只要¥99', 45, 2, measure)).toEqual(['现在只要', '¥99']);
  });

  it('ends in an ellipsis when it is too long, without a mark before it', () => {
    expect(textLines('轻盈缓震透气跑鞋男女同款夏季', 40, 2, measure)).toEqual([
      '轻盈缓震',
      '透气跑…',
    ]);
    expect(cut('轻盈，缓震', 35, measure)).toBe('轻盈…');
  });

  it('takes spaces and line breaks as one space', () => {
    expect(textLines(' 轻盈 \n 跑鞋 ', 100, 2, measure)).toEqual(['轻盈 跑鞋']);
  });

  it('fits its width with every text, and loses nothing when there is room', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'轻盈跑鞋，。（）《》Air 2026%¥-·'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 200 }), (any, width) => {
        const lines = textLines(any, width, 2, measure);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        const all = textLines(any, width, 1_000, measure);
        const bare = (one: string) => one.replace(/\s+/g, '');
        expect(bare(all.join(''))).toBe(bare(any));
      }),
    );
  });
});
