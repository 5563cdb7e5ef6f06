/** What is to happen to a member, in its order; one thing may put others on it. */
export interface Agenda {
  /** Puts a deed on it for `atMs`. */
  at(atMs: number, deed: () => void): void;
  /** Lets everything happen that is due by `untilMs`, the earliest first. */
  until(untilMs: number): void;
}

/** An agenda on which nothing stands. */
export function emptyAgenda(): Agenda {
  const deeds: { atMs: number; deed: () => void }[] = [];
  return {
    at(atMs, deed) {
      // What is put on late has its place behind all that is as early.
      let place = deeds.length;
      while (place > 0 && (deeds[place - 1]?.atMs ?? 0) > atMs) place -= 1;
      deeds.splice(place, 0, { atMs, deed });
    },
    until(untilMs) {
      for (let [first] = deeds; first !== undefined && first.atMs <= untilMs; [first] = deeds) {
        deeds.shift();
        first.deed();
      }
    },
  };
}
