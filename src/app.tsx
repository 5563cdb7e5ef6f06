import type { PropsWithChildren } from 'react';
import './app.scss';
import { useEntrance } from './features/shell/useEntrance';

/** The shop on the phone: pages bring what they need, so the root carries the tokens and minds the door. */
export default function App({ children }: PropsWithChildren) {
  useEntrance();
  return children;
}
