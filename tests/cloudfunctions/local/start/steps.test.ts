import { makeSteps } from '../../../../cloudfunctions/local/start/steps';

function screen(isTTY: boolean) {
  const said: string[] = [];
  return { isTTY, columns: 40, write: (text: string) => said.push(text), said };
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('progress', () => {
  it('says in a log when a step begins, now and then what it notes, and how long it took when that was long', async () => {
    const log = screen(false);
    const steps = makeSteps(log);
    await steps.run('short', async () => 1);
    await steps.run('long', async (note) => {
      note('at once');
      jest.advanceTimersByTime(5_000);
      note('half');
      note('half and a bit');
      jest.advanceTimersByTime(1_500);
    });
    expect(log.said.join('')).toBe('· short …\n· long …\n  long：half\n✓ long 6.5 s\n');
  });

  it('moves on a terminal while steps run, within its width, and leaves a clean line', async () => {
    const terminal = screen(true);
    const steps = makeSteps(terminal);
    const work = async () => {
      jest.advanceTimersByTime(3_000);
      return 'done';
    };
    expect(await steps.run('构建店面'.repeat(20), work)).toBe('done');
    const drawn = terminal.said.filter((text) => text.startsWith('⠙') || text.includes('构'));
    expect(drawn.length).toBeGreaterThan(3);
    expect(Math.max(...drawn.slice(0, -1).map((text) => text.length))).toBeLessThan(40);
    expect(terminal.said.at(-1)).toBe('\r\u001b[K');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stands still when a step fails', async () => {
    const terminal = screen(true);
    const failing = makeSteps(terminal).run('x', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(jest.getTimerCount()).toBe(0);
  });
});
