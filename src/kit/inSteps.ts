interface LongPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** A part of a long page, and the page that it is of. */
interface Step<Page extends LongPage> {
  readonly items: readonly Page['items'][number][];
  readonly next: string | null;
  readonly page: Page;
}

/**
 * Hands a server's long pages out in parts of at most `most` rows, so that what travels to the mini program's
 * view at once stays small; each page is asked for once. A cursor is `<rows handed out>:<the server's cursor>`.
 */
export function inSteps<Page extends LongPage>(
  load: (cursor: string | null) => Promise<Page>,
  most: number,
): (cursor: string | null) => Promise<Step<Page>> {
  let kept: { from: string; page: Page } | null = null;
  return async (cursor) => {
    const at = cursor?.indexOf(':') ?? -1;
    const from = cursor?.slice(at + 1) ?? '';
    const skip = Number(cursor?.slice(0, at) ?? 0);
    if (cursor === null || kept === null || kept.from !== from) {
      kept = { from, page: await load(from === '' ? null : from) };
    }
    const { page } = kept;
    const end = skip + most;
    const items = page.items.slice(skip, end);
    if (end < page.items.length) return { items, next: `${end}:${from}`, page };
    return { items, next: page.next === null ? null : `0:${page.next}`, page };
  };
}
