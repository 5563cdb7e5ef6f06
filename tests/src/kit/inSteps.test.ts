import { inSteps } from '../../../src/kit/inSteps';

/** Two long pages of five and three rows, and how often each was asked for. */
function server() {
  const asked: (string | null)[] = [];
  const load = (cursor: string | null) => {
    asked.push(cursor);
    const first = cursor === null;
    return Promise.resolve({
      items: first ? [1, 2, 3, 4, 5] : [6, 7, 8],
      next: first ? 'second' : null,
    });
  };
  return { asked, load };
}

describe('a list read in steps', () => {
  it('hand every row out once and in order, and ask for each long page once', async () => {
    const { asked, load } = server();
    const read = inSteps(load, 2);
    const seen: number[][] = [];
    let cursor: string | null = null;
    do {
      const page: { items: readonly number[]; next: string | null } = await read(cursor);
      seen.push([...page.items]);
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual([[1, 2], [3, 4], [5], [6, 7], [8]]);
    expect(asked).toEqual([null, 'second']);
  });

  it('ask anew when the list is read from its start again', async () => {
    const { asked, load } = server();
    const read = inSteps(load, 2);
    await read(null);
    await read(null);
    expect(asked).toEqual([null, null]);
  });

  it('try a page again that failed', async () => {
    let failing = true;
    const read = inSteps((cursor) => {
      if (cursor !== null && failing) return Promise.reject(new Error('no answer'));
      return Promise.resolve({
        items: cursor === null ? [1] : [2],
        next: cursor === null ? 'b' : null,
      });
    }, 5);
    const { next } = await read(null);
    await expect(read(next)).rejects.toThrow('no answer');
    failing = false;
    await expect(read(next)).resolves.toMatchObject({ items: [2], next: null });
  });
});
