import { renderHook } from '@testing-library/react';
import { platform } from '../../stand-ins/taro';
import { useShownAgain } from '../../../src/kit/useShownAgain';

describe('a page that is shown again', () => {
  it('does its deed then, and not when it opens', () => {
    const deed = jest.fn();
    renderHook(() => useShownAgain(deed));
    expect(deed).not.toHaveBeenCalled();
    platform.tell('show');
    platform.tell('show');
    expect(deed).toHaveBeenCalledTimes(2);
  });
});
