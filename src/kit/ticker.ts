type Listener = () => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | null = null;

/** Calls `listener` once a second until the returned function is called. All listeners share one timer. */
export function everySecond(listener: Listener): () => void {
  listeners.add(listener);
  timer ??= setInterval(tellAll, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tellAll() {
  for (const listener of [...listeners]) listener();
}
