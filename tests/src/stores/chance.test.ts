import { z } from 'zod';
import { freshId } from '../../../src/stores/chance';

describe('a fresh id', () => {
  it('is a UUID, and another one each time', () => {
    const ids = Array.from({ length: 500 }, freshId);
    for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
    expect(new Set(ids).size).toBe(500);
  });
});
