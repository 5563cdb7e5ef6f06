import { act, renderHook } from '@testing-library/react';
import { useStepwise } from '../../../src/kit/useStepwise';
import { platform } from '../../stand-ins/taro';

it('draws more rows at each reach of the bottom', () => {
  const { result } = renderHook(() => useStepwise());
  const before = result.current;
  act(() => platform.tell('reachBottom'));
  expect(result.current).toBeGreaterThan(before);
});
