import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeAddresses } from './addresses';
import { explain } from './explain';
import { readOptions } from './options';
import { makeOwned, Stopped } from './owned';
import { openShop } from './shop';
import { makeSteps } from './steps';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const owned = makeOwned();
const steps = makeSteps(process.stdout);

async function main(): Promise<void> {
  for (const signal of signals) process.on(signal, stopOnce());
  try {
    const options = readOptions(process.argv.slice(2), process.env);
    const host = await openShop({ root, options, steps, owned });
    const colours = process.stdout.isTTY;
    process.stdout.write(`${await describeAddresses(host.url, options.host, colours)}\n`);
  } catch (fault) {
    // While stopping, whatever was under way fails one way or another; the stop itself ends the process.
    if (stopping || fault instanceof Stopped) return;
    await fail(fault);
  }
}

let stopping = false;

/** The first signal stops everything in order; the second leaves at once, and the database stops by itself. */
function stopOnce(): () => void {
  return () => {
    if (stopping) process.exit(1);
    stopping = true;
    steps.end();
    process.stdout.write('\n正在停止 … | stopping …\n');
    void owned.closeAll(tell).then(() => process.exit(0));
  };
}

async function fail(fault: unknown): Promise<void> {
  steps.end();
  tell(fault);
  stopping = true;
  await owned.closeAll(tell);
  process.exit(1);
}

function tell(fault: unknown): void {
  const line = explain(fault);
  if (line !== null) process.stderr.write(`✗ ${line}\n`);
  else
    process.stderr.write(
      `${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
    );
}

void main();
