import { isIPv4 } from 'node:net';
import { parseArgs } from 'node:util';
import { Trouble } from './trouble';

/** What the person asked for. */
export interface StartOptions {
  readonly port: number;
  /** The IPv4 address to listen on; `0.0.0.0` lets a phone in the local network in. */
  readonly host: string;
  readonly fresh: boolean;
  /** Where data, keys and pictures are kept. */
  readonly dataFolder: string;
  /** A PostgreSQL server instead of the embedded one. */
  readonly databaseUrl: string | undefined;
}

const defaultPort = 8787;
const usage =
  '可用参数：--port N、--fresh、--data 目录 | options: --port N, --fresh, --data folder';

/** Reads the command line and the two variables that matter here, or throws one line that says what is wrong. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartOptions {
  const values = parse(args);
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_533) {
    throw new Trouble('端口应为 1 到 65533 的整数', 'a port is a whole number from 1 to 65533');
  }
  const databaseUrl = environment['DATABASE_URL'] === '' ? undefined : environment['DATABASE_URL'];
  if (databaseUrl !== undefined && values.fresh === true) {
    throw new Trouble(
      '--fresh 只清空内置数据库；DATABASE_URL 指向的数据库请自行清空',
      '--fresh clears only the embedded database; empty the one of DATABASE_URL yourself',
    );
  }
  // Some shells set HOST to the machine's name: only an address counts.
  const host = environment['HOST'] ?? '';
  return {
    port,
    host: isIPv4(host) ? host : '127.0.0.1',
    fresh: values.fresh === true,
    dataFolder: values.data ?? '.shuke',
    databaseUrl,
  };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      port: { type: 'string' },
      fresh: { type: 'boolean' },
      data: { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (fault) {
    const [chinese, english] = usage.split(' | ');
    throw new Trouble(chinese ?? usage, english ?? usage, { cause: fault });
  }
}
