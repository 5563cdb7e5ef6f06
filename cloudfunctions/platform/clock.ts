/** The wall clock in milliseconds, for protocols that other machines check. */
export function realNowMs(): number {
  return Date.now();
}

/** The shop's clock: the wall clock, which a demo shop may move forward by `offsetMs`. */
export function shopNowMs(offsetMs = 0): number {
  return realNowMs() + offsetMs;
}

/** Milliseconds of a watch that only ever runs forward: for how long something took, never for when. */
export function watchMs(): number {
  return performance.now();
}
