import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { z } from 'zod';

import { ask, askForFile, type Line } from './ask';
import { readTradeBill, type BillRow } from './bill';
import { PayRefused, PayUnavailable } from './errors';

const mostPackedBytes = 32 * 1024 * 1024;
const mostBytes = 256 * 1024 * 1024;

const WireBill = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().regex(/^[0-9a-fA-F]{40}$/),
  download_url: z.url(),
});

const unpacked = promisify(gunzip);

/**
 * The trade bill of a day: its address is asked for, signed by WeChat Pay, and the file is what that answer's
 * SHA-1 says. Null when there is none. Throws {@link PayRefused} and {@link PayUnavailable}.
 */
export async function fetchTradeBill(line: Line, day: string): Promise<BillRow[] | null> {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError('not a day');
  const operation = 'tradeBill';
  const path = `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL&tar_type=GZIP`;
  const told = await orNone(ask(line, { operation, method: 'GET', path }));
  if (told === null) return null;
  const { hash_value: hash, download_url: address } = await readable(() => WireBill.parse(told));
  // Only the path is taken: what this merchant signs goes to the host that it was told to trust.
  const { pathname, search } = new URL(address);
  const file = { operation: 'billFile', path: `${pathname}${search}`, mostBytes: mostPackedBytes };
  const packed = await askForFile(line, file);
  return readable(async () => {
    const bytes = await unpacked(packed, { maxOutputLength: mostBytes });
    const found = createHash('sha1').update(bytes).digest('hex');
    if (found !== hash.toLowerCase()) throw new Error('another file');
    return readTradeBill(bytes.toString('utf8'), line.mchid);
  });
}

async function orNone(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (fault) {
    if (fault instanceof PayRefused && fault.code === 'NO_STATEMENT_EXIST') return null;
    throw fault;
  }
}

async function readable<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new PayUnavailable('tradeBill', 'unreadable', { cause });
  }
}
