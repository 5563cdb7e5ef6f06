import { act, render } from '@testing-library/react';
import { Countdown, timeLeft } from '../../../src/ui/Countdown';
import { platform } from '../../stand-ins/taro';

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  jest.useRealTimers();
});

function pass(ms: number) {
  act(() => {
    jest.advanceTimersByTime(ms);
  });
}

function show(leftMs: number, onEnd?: () => void) {
  const endsAtMs = Date.now() + leftMs;
  return render(<Countdown endsAtMs={endsAtMs} now={() => Date.now()} onEnd={onEnd} />).container;
}

describe('the time left', () => {
  it('has hours and days only where there are any', () => {
    expect(timeLeft(65_000)).toBe('01:05');
    expect(timeLeft(3_600_000)).toBe('01:00:00');
    expect(timeLeft(86_400_000 + 3_661_000)).toBe('1 天 01:01:01');
  });

  it('is over only when it is over', () => {
    expect(timeLeft(1)).toBe('00:01');
    expect(timeLeft(0)).toBe('00:00');
    expect(timeLeft(-5_000)).toBe('00:00');
  });
});

describe('a countdown', () => {
  it('counts each second and ends once', () => {
    const ended = jest.fn();
    const container = show(3_000, ended);
    expect(container.textContent).toBe('00:03');
    pass(1_000);
    expect(container.textContent).toBe('00:02');
    pass(5_000);
    expect(container.textContent).toBe('00:00');
    expect(ended).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('shares one timer with all others', () => {
    show(60_000);
    show(90_000);
    expect(jest.getTimerCount()).toBe(1);
  });

  it('rests while the page is hidden and is right when it is shown again', () => {
    const container = show(60_000);
    act(() => platform.tell('hide'));
    expect(jest.getTimerCount()).toBe(0);
    pass(10_000);
    act(() => platform.tell('show'));
    expect(container.textContent).toBe('00:50');
    expect(jest.getTimerCount()).toBe(1);
  });

  it('leaves no timer behind', () => {
    const endsAtMs = Date.now() + 60_000;
    const { unmount } = render(<Countdown endsAtMs={endsAtMs} now={() => Date.now()} />);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
