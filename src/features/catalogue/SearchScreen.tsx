import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { Tap } from '../../ui/Tap';
import { confirmed, toast } from '../../ui/toast';
import type { Category } from './goods';
import { useSearchWords, wordsTyped } from './words';
import './SearchScreen.scss';

const mostHot = 10;

interface SearchScreenProps {
  /** What stands in the box at first. */
  first: string;
  onSearch: (words: string) => void;
}

/** A box, what was searched for before, and what others look for. */
export function SearchScreen({ first, onSearch }: SearchScreenProps) {
  const [typed, setTyped] = useState(first);
  function search(text: string) {
    const words = wordsTyped(text);
    if (words === '') toast('请输入要找的商品');
    else onSearch(words);
  }
  return (
    <Page title="搜索" card>
      <View className="search__top">
        <SearchBox
          value={typed}
          onChange={setTyped}
          onSearch={search}
          placeholder="搜索商品"
          focus
          onCard
        />
        <Tap className="search__go" onTap={() => search(typed)}>
          搜索
        </Tap>
      </View>
      <Before onSearch={search} />
      <Hot onSearch={search} />
    </Page>
  );
}

function Before({ onSearch }: { onSearch: (words: string) => void }) {
  const words = useSearchWords((kept) => kept.words);
  if (words.length === 0) return null;
  const clear = (
    <Tap className="search__clear" label="清空搜索历史" onTap={() => void forget()}>
      <Icon name="trash" size="small" />
    </Tap>
  );
  return (
    <Words title="搜索历史" words={words} onSearch={onSearch}>
      {clear}
    </Words>
  );
}

/** The shop's own kinds of goods: words that surely find something. */
function Hot({ onSearch }: { onSearch: (words: string) => void }) {
  const state = useAsk(() => ask('catalogue.categories', {}));
  if (state.phase !== 'ready') return null;
  return <Words title="热门搜索" words={hotWords(state.value.items)} onSearch={onSearch} />;
}

interface WordsProps {
  title: string;
  words: readonly string[];
  onSearch: (words: string) => void;
  children?: ReactNode;
}

function Words({ title, words, onSearch, children }: WordsProps) {
  return (
    <View className="search__group">
      <View className="search__head">
        {title}
        {children}
      </View>
      <View className="search__words">
        {words.map((one) => (
          <Tap key={one} className="search__word" onTap={() => onSearch(one)}>
            <View className="search__pill">{one}</View>
          </Tap>
        ))}
      </View>
    </View>
  );
}

async function forget() {
  if (await confirmed({ say: '清空搜索历史？', yes: '清空' })) useSearchWords.getState().clear();
}

/** The names of leaf categories, taken in turn from each parent. */
function hotWords(categories: readonly Category[]): string[] {
  const leaves = categories.filter((one) => one.parentId !== null);
  const turn = new Map<string | null, number>();
  const ranked = leaves.map((leaf) => {
    const place = turn.get(leaf.parentId) ?? 0;
    turn.set(leaf.parentId, place + 1);
    return { name: leaf.name, place };
  });
  ranked.sort((a, b) => a.place - b.place);
  return [...new Set(ranked.map(({ name }) => name))].slice(0, mostHot);
}
