import Taro from '@tarojs/taro';
import { create } from 'zustand';

const key = 'search-words';
/** As many words as are kept. */
export const mostWords = 12;

interface SearchWords {
  /** What was searched for on this phone; the last comes first. */
  words: readonly string[];
  keep: (words: string) => void;
  clear: () => void;
}

/** What this phone searched for before. */
export const useSearchWords = create<SearchWords>()((set, get) => ({
  words: keptWords(Taro.getStorageSync(key)),
  keep(words) {
    const others = get().words.filter((one) => one !== words);
    const kept = [words, ...others].slice(0, mostWords);
    Taro.setStorageSync(key, kept);
    set({ words: kept });
  },
  clear() {
    Taro.removeStorageSync(key);
    set({ words: [] });
  },
}));

/** What an earlier visit left here, without what is damaged. */
export function keptWords(kept: unknown): string[] {
  if (!Array.isArray(kept)) return [];
  return kept
    .filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= 40)
    .slice(0, mostWords);
}

/** What was typed as it is searched for: hidden signs and outer spaces removed, at most 40 characters. */
export function wordsTyped(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 40);
}
