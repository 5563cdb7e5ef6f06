import { act, renderHook } from '@testing-library/react';
import Taro, { platform } from '../../../../stand-ins/taro';
import { useKept } from '../../../../../src/features/offers/form/useKept';

beforeEach(() => {
  platform.reset();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

const stored = () => Taro.getStorageSync('form');
const open = () => renderHook(() => useKept('form', { name: '' }));

describe('a form that outlives its page', () => {
  it('is kept once typing rests', () => {
    const { result } = open();
    act(() => result.current.setForm({ name: '双' }));
    expect(stored()).toBe('');
    act(() => void jest.advanceTimersByTime(500));
    expect(stored()).toEqual({ name: '双' });
  });

  it('is kept when the page goes before that', () => {
    const { result, unmount } = open();
    act(() => result.current.setForm({ name: '双十一' }));
    unmount();
    expect(stored()).toEqual({ name: '双十一' });
  });

  it('is not kept when nothing was changed', () => {
    const { unmount } = open();
    act(() => void jest.advanceTimersByTime(500));
    unmount();
    expect(stored()).toBe('');
  });

  it('is dropped once it was made, and does not come back', () => {
    const { result, unmount } = open();
    act(() => result.current.setForm({ name: '双十一' }));
    act(() => result.current.forget());
    act(() => void jest.advanceTimersByTime(500));
    unmount();
    expect(stored()).toBe('');
  });
});
