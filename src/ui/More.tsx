import type { MorePhase } from '../kit/usePages';
import { Tap } from './Tap';
import './More.scss';

interface MoreProps {
  phase: MorePhase;
  /** Why it did not come, when it failed. */
  say?: string;
  onMore: () => void;
}

/**
 * The end of a list that is read page by page: go on, wait, try again, or that was all. Always the same
 * element, since another one in its place would make the mini program send the whole list again.
 */
export function More({ phase, say = '', onMore }: MoreProps) {
  return (
    <Tap className="ui-more" disabled={phase === 'waiting' || phase === 'end'} onTap={onMore}>
      {wordsFor(phase, say)}
    </Tap>
  );
}

function wordsFor(phase: MorePhase, say: string): string {
  switch (phase) {
    case 'waiting':
      return '正在加载';
    case 'end':
      return '没有更多了';
    case 'failed':
      return `${say}，点这里再试`;
    case 'idle':
      return '看更多';
  }
}
