import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Asked } from '../kit/useAsk';
import { Failure } from './Failure';
import './Ask.scss';

interface AskProps<T> {
  state: Asked<T>;
  /** In the shape of what comes. */
  skeleton: ReactNode;
  children: (value: T) => ReactNode;
}

/**
 * What was asked for: waiting, failed with a way back, or there. It has an element of its own, without
 * a box, so that the mini program sends only what changes in it and nothing that stands beside it.
 */
export function Ask<T>(props: AskProps<T>) {
  return <View className="ui-ask">{answerOf(props)}</View>;
}

function answerOf<T>({ state, skeleton, children }: AskProps<T>): ReactNode {
  switch (state.phase) {
    case 'waiting':
      return skeleton;
    case 'failed':
      return <Failure say={state.say} onRetry={() => void state.reload()} />;
    case 'ready':
      return children(state.value);
  }
}
