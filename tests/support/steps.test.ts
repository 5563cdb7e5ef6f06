interface Step {
  name: string;
  program: string[];
  needs?: string[];
  count?: () => { passed: number; failed: number };
}
type Result = { name: string; passed: number; failed: number; said: string };

const { runSteps } = jest.requireActual<{
  runSteps: (steps: Step[], lanes: number) => Promise<Result[]>;
}>('./steps.mjs');

const program = (source: string) => [process.execPath, '--eval', source];
const good = (name: string): Step => ({ name, program: program(`console.log('${name} ran')`) });
const bad = (name: string): Step => ({ name, program: program('process.exit(3)') });

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});

async function outcomes(steps: Step[]): Promise<Record<string, Result>> {
  const results = await runSteps(steps, 2);
  return Object.fromEntries(results.map((result) => [result.name, result]));
}

test('a step that fails stops no other', async () => {
  const { first, second, third } = await outcomes([bad('first'), good('second'), good('third')]);
  expect([first?.failed, second?.failed, third?.failed]).toEqual([1, 0, 0]);
  expect(third?.said).toBe('third ran\n');
});

test('a step waits for what it needs, and is not run when that failed', async () => {
  const { journey, other } = await outcomes([
    { ...good('journey'), needs: ['build'] },
    { ...good('other'), needs: ['sound'] },
    bad('build'),
    good('sound'),
  ]);
  expect(journey).toMatchObject({ passed: 0, failed: 1, said: 'not run, since build failed' });
  expect(other).toMatchObject({ passed: 1, failed: 0 });
});

test('a program that ends badly is a failure, whatever it counted', async () => {
  const counted = { passed: 7, failed: 0 };
  const { tests } = await outcomes([{ ...bad('tests'), count: () => counted }]);
  expect(tests).toMatchObject({ passed: 7, failed: 1 });
});

test('a program that does not exist is a failure', async () => {
  const { lost } = await outcomes([{ name: 'lost', program: ['./no-such-program'] }]);
  expect(lost).toMatchObject({ passed: 0, failed: 1 });
});
