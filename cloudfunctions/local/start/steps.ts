/** Tells the person what is going on. */
export interface Steps {
  /** Runs `work` as a step: its name shows while it runs, and how long it took when that was over a second. */
  run<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  /** Shows nothing more. */
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

interface Running {
  readonly name: string;
  readonly startedAt: number;
  note: string;
}

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const frameMs = 120;
const worthTellingMs = 1_000;
const betweenNotesMs = 5_000;

/** On a terminal one line that moves; elsewhere a plain line when a step begins and when a long one ends. */
export function makeSteps(screen: Screen): Steps {
  return screen.isTTY === true ? movingSteps(screen) : plainSteps(screen);
}

function plainSteps(screen: Screen): Steps {
  return {
    async run(name, work) {
      const startedAt = Date.now();
      let saidAt = startedAt;
      screen.write(`· ${name} …\n`);
      const result = await work((text) => {
        if (Date.now() - saidAt < betweenNotesMs) return;
        saidAt = Date.now();
        screen.write(`  ${name}：${text}\n`);
      });
      if (Date.now() - startedAt >= worthTellingMs)
        screen.write(`✓ ${name} ${seconds(startedAt)}\n`);
      return result;
    },
    end() {},
  };
}

function movingSteps(screen: Screen): Steps {
  const running = new Set<Running>();
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;
  const clear = () => screen.write('\r\u001b[K');
  const draw = () => {
    frame += 1;
    const parts = [...running].map(({ name, startedAt, note }) =>
      [name, note, seconds(startedAt)].filter((part) => part !== '').join(' '),
    );
    const line = `${frames[frame % frames.length] ?? ''} ${parts.join(' · ')}`;
    clear();
    // A terminal that does not tell its width says 0.
    screen.write(fitting(line, (screen.columns || 80) - 1));
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    clear();
  };
  return {
    async run(name, work) {
      const step: Running = { name, startedAt: Date.now(), note: '' };
      running.add(step);
      timer ??= setInterval(draw, frameMs);
      try {
        const result = await work((text) => (step.note = text));
        if (Date.now() - step.startedAt >= worthTellingMs) {
          clear();
          screen.write(`✓ ${name} ${seconds(step.startedAt)}\n`);
        }
        return result;
      } finally {
        running.delete(step);
        if (running.size === 0) stop();
      }
    },
    end: stop,
  };
}

function seconds(startedAt: number): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** As much of `line` as fits in `columns`, where a Chinese character takes two. */
function fitting(line: string, columns: number): string {
  let width = 0;
  let fits = '';
  for (const character of line) {
    width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1;
    if (width > columns) break;
    fits += character;
  }
  return fits;
}
