import fc from 'fast-check';
import { bigrams, maskName, maskPhone, plainText } from '../../../cloudfunctions/kit/text';

describe('search words', () => {
  it('are pairs of Chinese characters, with Latin words and numbers whole', () => {
    expect(bigrams('轻云跑步鞋 Air2 女')).toEqual(['轻云', '云跑', '跑步', '步鞋', 'air2', '女']);
  });

  it('of a part of a title are among those of the title', () => {
    const title = '轻云透气跑步鞋';
    fc.assert(
      fc.property(fc.nat(title.length - 2), fc.integer({ min: 2, max: 4 }), (from, length) => {
        const part = title.slice(from, from + length);
        for (const word of bigrams(part))
          if (word.length > 1) expect(bigrams(title)).toContain(word);
      }),
    );
  });

  it('of marks and blanks are none', () => {
    expect(bigrams(' ,。!! ')).toEqual([]);
  });
});

describe('pasted text', () => {
  it('loses halves of a pair, and keeps whole ones', () => {
    expect(plainText('a\ud800b\udc00c𠮷🏃')).toBe('abc𠮷🏃');
  });

  it('loses what hides in it', () => {
    expect(plainText('\u202e张\u200b三\u0000 ')).toBe('张三');
  });

  it('keeps Chinese punctuation, and makes letters and digits of full width plain', () => {
    expect(plainText('很合脚，３８码　Ａ款！')).toBe('很合脚，38码 A款！');
  });
});

describe('masks', () => {
  it('show as little as is needed', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('12345')).toBe('***45');
    expect(maskName('欧阳娜')).toBe('欧**');
  });
});
