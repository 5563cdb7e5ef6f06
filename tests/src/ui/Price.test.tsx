import { render } from '@testing-library/react';
import { Price } from '../../../src/ui/Price';

function textOf(part: React.ReactElement) {
  return render(part).container.textContent;
}

describe('a price', () => {
  it('shows fen only where there are any', () => {
    expect(textOf(<Price fen={12_850} />)).toBe('¥128.50');
    expect(textOf(<Price fen={12_800} />)).toBe('¥128');
    expect(textOf(<Price fen={5} />)).toBe('¥0.05');
    expect(textOf(<Price fen={0} />)).toBe('¥0');
  });

  it('puts the sign of a reduction before the ¥', () => {
    expect(textOf(<Price fen={-50} />)).toBe('-¥0.50');
  });

  it('keeps yuan apart from fen, so that they differ in size', () => {
    const { container } = render(<Price fen={199} />);
    expect(container.querySelector('.ui-price__yuan')?.textContent).toBe('1');
  });

  it('strikes the list price, unless it is no higher', () => {
    expect(textOf(<Price fen={9_900} struckFen={19_900} />)).toBe('¥99 ¥199');
    expect(textOf(<Price fen={9_900} struckFen={9_900} />)).toBe('¥99');
    expect(textOf(<Price fen={9_900} struckFen={100} />)).toBe('¥99');
  });

  it('says that it is the lowest of several', () => {
    expect(textOf(<Price fen={9_900} from />)).toBe('¥99起');
  });
});
