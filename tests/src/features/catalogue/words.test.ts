import {
  keptWords,
  mostWords,
  useSearchWords,
  wordsTyped,
} from '../../../../src/features/catalogue/words';
import { platform } from '../../../stand-ins/taro';

describe('words that were searched for', () => {
  beforeEach(() => {
    platform.reset();
    useSearchWords.getState().clear();
  });

  it('stand with the last first, each once', () => {
    const { keep } = useSearchWords.getState();
    for (const words of ['跑鞋', '戒指', '跑鞋']) keep(words);
    expect(useSearchWords.getState().words).toEqual(['跑鞋', '戒指']);
  });

  it('are limited in number', () => {
    for (let at = 0; at < mostWords + 5; at += 1) useSearchWords.getState().keep(`词${at}`);
    expect(useSearchWords.getState().words).toHaveLength(mostWords);
  });

  it('are gone when they are cleared', () => {
    useSearchWords.getState().keep('跑鞋');
    useSearchWords.getState().clear();
    expect(useSearchWords.getState().words).toEqual([]);
  });

  it('are read without what is damaged', () => {
    expect(keptWords('')).toEqual([]);
    expect(keptWords(['跑鞋', 3, '', null, 'a'.repeat(41)])).toEqual(['跑鞋']);
  });

  it('are searched for as they were meant', () => {
    expect(wordsTyped('  跑鞋\u200b  白色 ')).toBe('跑鞋 白色');
    expect(wordsTyped(' \u200b ')).toBe('');
    expect(wordsTyped('鞋'.repeat(60))).toHaveLength(40);
  });
});
