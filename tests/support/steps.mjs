import { spawn } from 'node:child_process';

/**
 * One step of a check: a program with its arguments. It waits for the steps it `needs`, is read by `count`
 * when it ended, and `tells` what it printed even when it passed.
 * @typedef {{ name: string, program: string[], needs?: string[], tells?: boolean,
 *   count?: (passed: boolean) => { passed: number, failed: number } }} Step
 */

const once = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
const running = new Set();

// The programs write into a pipe: they are told here whether a person reads in the end.
const { FORCE_COLOR: _force, NO_COLOR: _no, ...environment } = process.env;
const coloured = { ...environment, [process.stdout.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' };

/** Runs `steps`, as many at a time as there are `lanes`, none of them stopping another; what came of each. */
export async function runSteps(steps, lanes) {
  const waiting = [...steps];
  const results = [];
  const ended = (name) => results.find((result) => result.name === name);
  const known = new Set(steps.map((step) => step.name));
  const isReady = (step) => (step.needs ?? []).every((name) => !known.has(name) || ended(name));
  const underWay = new Set();
  while (waiting.length > 0 || underWay.size > 0) {
    const index = underWay.size < lanes ? waiting.findIndex(isReady) : -1;
    if (index === -1) {
      await Promise.race(underWay);
      continue;
    }
    const [step] = waiting.splice(index, 1);
    const lost = (step.needs ?? []).find((name) => ended(name)?.failed > 0);
    const work = (lost ? skip(step, lost) : run(step)).then((result) => {
      results.push(result);
      underWay.delete(work);
    });
    underWay.add(work);
  }
  return results;
}

/** Ends every program that a step started and that still runs. */
export function stopSteps() {
  for (const child of running) child.kill('SIGTERM');
}

async function skip(step, lost) {
  console.log(`✗ ${step.name}: not run, since ${lost} failed`);
  return { name: step.name, passed: 0, failed: 1, said: `not run, since ${lost} failed` };
}

async function run(step) {
  const startedMs = Date.now();
  console.log(`… ${step.name}`);
  const { code, said } = await finish(step);
  const counted = (step.count ?? once)(code === 0);
  const failed = code === 0 ? counted.failed : Math.max(1, counted.failed);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  const tests = counted.passed + failed > 1 ? `, ${counted.passed} passed, ${failed} failed` : '';
  console.log(`${failed === 0 ? '✓' : '✗'} ${step.name} ${seconds} s${tests}`);
  if (step.tells && failed === 0) console.log(indent(said));
  return { name: step.name, passed: counted.passed, failed, said };
}

function finish(step) {
  const [program, ...args] = step.program;
  const child = spawn(program, args, { env: coloured, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  const hear = (chunk) => {
    said += chunk;
    // jest says so and then waits for ever: something that a test started still runs.
    if (String(chunk).includes('Jest did not exit')) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    const end = (code) => {
      running.delete(child);
      resolve({ code, said });
    };
    child.on('error', (fault) => {
      said += fault.message;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

function indent(text) {
  return text.trim().replace(/^/gm, '    ');
}
