// A host as a program of its own, with the bundled functions and their jobs, so that it can be killed at any
// moment. It says where it is, runs its jobs at every message, and ends when its parent lets go of it or is gone.
import { readFileSync } from 'node:fs';
import { startHost } from '../../cloudfunctions/local/host/server';

interface Given {
  port: number;
  bundles: string;
  dataFolder: string;
  environment: Record<string, string>;
}

const [file = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const { port, bundles, dataFolder, environment } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Given;
  const host = await startHost({ port, bundles, dataFolder, environment, demo: true });
  process.once('disconnect', () => void host.close().then(() => process.exit()));
  process.on('message', () => {
    const ticked = () => process.send?.('ticked');
    host.tick().then(ticked, ticked);
  });
  process.send?.('open');
}

main().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exit(1);
});
