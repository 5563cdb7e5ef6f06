import type { Book, NoticeRow } from './book';
import type { Faults } from './faults';
import type { StandInKeys } from './keys';

/** What every part of the stand-in works with. */
export type Desk = {
  readonly keys: StandInKeys;
  readonly book: Book;
  readonly faults: Faults;
  /** Files that may be fetched, by their tokens. */
  readonly files: Map<string, Buffer>;
  nowMs(): number;
  /** Runs `task` after `afterMs`, unless the stand-in is closed before. */
  later(task: () => Promise<void>, afterMs: number): void;
  /** Keeps a notice and begins to deliver it. */
  announce(notice: Pick<NoticeRow, 'url' | 'eventType' | 'summary' | 'about' | 'plain'>): void;
};

/** RFC 3339 in China's zone, to the second. */
export function chinaTime(atMs: number): string {
  return `${new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The date and time of `atMs` in China as 14 digits, which WeChat's numbers begin with. */
export function stampOf(atMs: number): string {
  return chinaTime(atMs).slice(0, 19).replace(/\D/g, '');
}
