import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

const Payment = z.object({
  outTradeNo: z.string(),
  /** Null for a number that was closed before it was ever announced. */
  asked: z
    .object({
      description: z.string(),
      amountFen: z.number(),
      openid: z.string(),
      notifyUrl: z.string(),
      timeExpire: z.string(),
    })
    .nullable(),
  expiresAtMs: z.number(),
  prepayId: z.string(),
  prepaidAtMs: z.number(),
  state: z.enum(['NOTPAY', 'SUCCESS', 'REFUND', 'CLOSED']),
  transactionId: z.string().nullable(),
  paidAtMs: z.number().nullable(),
});
const Refund = z.object({
  outRefundNo: z.string(),
  refundId: z.string(),
  outTradeNo: z.string(),
  amountFen: z.number(),
  reason: z.string(),
  notifyUrl: z.string(),
  status: z.enum(['PROCESSING', 'SUCCESS', 'ABNORMAL']),
  createdAtMs: z.number(),
  successAtMs: z.number().nullable(),
});
const Notice = z.object({
  id: z.string(),
  url: z.string(),
  eventType: z.string(),
  summary: z.string(),
  about: z.enum(['transaction', 'refund']),
  plain: z.string(),
  createdAtMs: z.number(),
  attempts: z.number(),
  ended: z.boolean(),
});
const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('payment'), row: Payment }),
  z.object({ kind: z.literal('refund'), row: Refund }),
  z.object({ kind: z.literal('notice'), row: Notice }),
]);

/** A payment as the stand-in keeps it. */
export type PaymentRow = z.infer<typeof Payment>;
/** A refund as the stand-in keeps it. */
export type RefundRow = z.infer<typeof Refund>;
/** A notice that is to be delivered, and how often that was tried. */
export type NoticeRow = z.infer<typeof Notice>;
type BookLine = z.infer<typeof Line>;

/** What the stand-in remembers, in a file of JSON lines where the last line of a row counts. */
export type Book = {
  payments: Map<string, PaymentRow>;
  refunds: Map<string, RefundRow>;
  notices: Map<string, NoticeRow>;
  /** Payments by their newest prepay id. */
  byPrepayId: Map<string, string>;
  /** Keeps a row in memory at once, and in the file soon. */
  keep(line: BookLine): void;
  /** Resolves when everything kept so far is on the disk. */
  durable(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the book of `folder`, shortened to what still counts. A last line cut off by a crash is dropped. */
export async function openBook(folder: string): Promise<Book> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'book.jsonl');
  const rows: Rows = {
    payments: new Map(),
    refunds: new Map(),
    notices: new Map(),
    byPrepayId: new Map(),
  };
  for (const line of linesOf(path)) remember(rows, line);
  rewrite(path, rows);
  const file = await open(path, 'a', 0o600);
  const writer = writerTo(file);
  return {
    ...rows,
    keep(line) {
      remember(rows, line);
      writer.add(`${JSON.stringify(line)}\n`);
    },
    durable: () => writer.durable(),
    async close() {
      await writer.durable();
      await file.close();
    },
  };
}

type Rows = Pick<Book, 'payments' | 'refunds' | 'notices' | 'byPrepayId'>;

function remember(rows: Rows, line: BookLine): void {
  if (line.kind === 'payment') {
    rows.payments.set(line.row.outTradeNo, line.row);
    if (line.row.prepayId !== '') rows.byPrepayId.set(line.row.prepayId, line.row.outTradeNo);
  } else if (line.kind === 'refund') {
    rows.refunds.set(line.row.outRefundNo, line.row);
  } else if (line.row.ended) {
    rows.notices.delete(line.row.id);
  } else {
    rows.notices.set(line.row.id, line.row);
  }
}

function linesOf(path: string): BookLine[] {
  const texts = textOf(path).split('\n');
  texts.pop();
  return texts.map((text) => Line.parse(JSON.parse(text)));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function rewrite(path: string, rows: Rows): void {
  const lines: BookLine[] = [
    ...[...rows.payments.values()].map((row) => ({ kind: 'payment' as const, row })),
    ...[...rows.refunds.values()].map((row) => ({ kind: 'refund' as const, row })),
    ...[...rows.notices.values()].map((row) => ({ kind: 'notice' as const, row })),
  ];
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}

/** Appends in batches: whatever was added while one batch was being synced goes into the next. */
function writerTo(file: FileHandle) {
  let waiting = '';
  let running: Promise<void> | null = null;
  let failure: Error | null = null;
  const run = async () => {
    await Promise.resolve();
    while (waiting !== '') {
      const batch = waiting;
      waiting = '';
      await file.appendFile(batch);
      await file.datasync();
    }
  };
  const finished = (error: unknown) => {
    running = null;
    if (error !== null) failure ??= new Error('the book cannot be written', { cause: error });
  };
  return {
    add(text: string) {
      waiting += text;
      running ??= run().then(() => finished(null), finished);
    },
    async durable() {
      while (running !== null) await running;
      if (failure !== null) throw failure;
    },
  };
}
