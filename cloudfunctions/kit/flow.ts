/** A life cycle: for every state, the steps that may follow and the state that each leads to. */
export type Flow<State extends string, Step extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Step, State>>>>
>;

/** Where `step` leads from `state`, or null when the life cycle has no such step there. */
export function step<State extends string, Step extends string>(
  flow: Flow<State, Step>,
  state: State,
  taken: Step,
): State | null {
  return flow[state][taken] ?? null;
}
