import { act, renderHook, waitFor } from '@testing-library/react';
import { usePages, type ListPage } from '../../../src/kit/usePages';

const book: Record<string, ListPage<number>> = {
  first: { items: [1, 2], next: 'second' },
  second: { items: [3], next: null },
};

function readBook(cursor: string | null): Promise<ListPage<number>> {
  const page = book[cursor ?? 'first'];
  return page === undefined ? Promise.reject(new Error('no such page')) : Promise.resolve(page);
}

const busy = Object.assign(new Error('refused'), { say: '稍等一下' });

describe('reading page by page', () => {
  it('adds the next page behind the others, until the last', async () => {
    const { result } = renderHook(() => usePages(readBook));
    await waitFor(() => expect(result.current.morePhase).toBe('idle'));
    await act(() => result.current.more());
    expect(result.current.state).toMatchObject({ value: { items: [1, 2, 3], next: null } });
    expect(result.current.morePhase).toBe('end');
  });

  it('reads a page once, however often it is asked for', async () => {
    const asked: (string | null)[] = [];
    const { result } = renderHook(() =>
      usePages((cursor) => {
        asked.push(cursor);
        return readBook(cursor);
      }),
    );
    await waitFor(() => expect(result.current.morePhase).toBe('idle'));
    await act(async () => {
      await Promise.all([result.current.more(), result.current.more()]);
    });
    await act(() => result.current.more());
    expect(asked).toEqual([null, 'second']);
  });

  it('says why the next page did not come, keeps the list, and tries again', async () => {
    let offline = true;
    const { result } = renderHook(() =>
      usePages((cursor) => {
        if (cursor !== null && offline) return Promise.reject(busy);
        return readBook(cursor);
      }),
    );
    await waitFor(() => expect(result.current.morePhase).toBe('idle'));
    await act(() => result.current.more());
    expect(result.current).toMatchObject({ morePhase: 'failed', moreSay: '稍等一下' });
    expect(result.current.state).toMatchObject({ value: { items: [1, 2] } });
    offline = false;
    await act(() => result.current.more());
    expect(result.current.morePhase).toBe('end');
  });

  it('drops a page that belongs to an older key', async () => {
    let give = (_page: ListPage<number>) => {};
    const load = (cursor: string | null) =>
      cursor === null
        ? readBook(null)
        : new Promise<ListPage<number>>((resolve) => {
            give = resolve;
          });
    const { result, rerender } = renderHook(({ key }) => usePages(load, key), {
      initialProps: { key: 'old' },
    });
    await waitFor(() => expect(result.current.morePhase).toBe('idle'));
    let reading: Promise<void> = Promise.resolve();
    act(() => {
      reading = result.current.more();
    });
    rerender({ key: 'new' });
    await act(async () => {
      give({ items: [9], next: null });
      await reading;
    });
    await waitFor(() => expect(result.current.state.phase).toBe('ready'));
    expect(result.current.state).toMatchObject({ value: { items: [1, 2] } });
  });
});
