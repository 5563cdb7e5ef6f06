import { scopeOf } from '../../../../../cloudfunctions/domains/promotions/rules/scope';

const none = { productIds: [], categoryIds: [], tags: [] };
const ring = { productId: 'ring', categoryIds: ['rings', 'gold'], tags: ['new'] };

describe('a scope', () => {
  it.each([
    ['all', { ...none, all: true, not: none }, true],
    ['nothing named', { ...none, all: false, not: none }, false],
    ['its product', { ...none, productIds: ['ring'], all: false, not: none }, true],
    ['a category above it', { ...none, categoryIds: ['gold'], all: false, not: none }, true],
    ['one of its tags', { ...none, tags: ['sale', 'new'], all: false, not: none }, true],
    ['another category', { ...none, categoryIds: ['silver'], all: false, not: none }, false],
    ['all but its product', { ...none, all: true, not: { ...none, productIds: ['ring'] } }, false],
    [
      'its tag, but not its category',
      { ...none, tags: ['new'], all: false, not: { ...none, categoryIds: ['rings'] } },
      false,
    ],
    ['all but another tag', { ...none, all: true, not: { ...none, tags: ['sale'] } }, true],
  ])('of %s', (_, scope, holds) => {
    expect(scopeOf(scope)(ring)).toBe(holds);
  });
});
