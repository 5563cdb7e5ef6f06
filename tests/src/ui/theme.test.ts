import { useTheme, wearTheme } from '../../../src/ui/theme';

describe('the theme', () => {
  it('is the one that the shop chose, and the default for a name that nobody knows', () => {
    wearTheme('jade');
    expect(useTheme.getState().theme).toBe('jade');
    wearTheme('neon');
    expect(useTheme.getState().theme).toBe('vermilion');
  });
});
