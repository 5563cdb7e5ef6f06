import type { IncomingMessage } from 'node:http';

import type { z } from 'zod';

import { badValue, type ApiAnswer } from './answers';

const mostBytes = 256 * 1024;

/** The body of a call, checked, or the refusal that names its first fault. */
export function readBody<T>(
  schema: z.ZodType<T>,
  text: string,
): { body: T } | { refused: ApiAnswer } {
  const json = parsed(text);
  if (json === undefined) return { refused: badValue('/', 'not JSON') };
  const read = schema.safeParse(json);
  if (read.success) return { body: read.data };
  const [issue] = read.error.issues;
  return { refused: badValue(`/${issue?.path.join('/') ?? ''}`, issue?.message ?? '') };
}

/** The whole body of a request as text, or null when it is over 256 KB or its sender has gone. */
export async function textOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (bytes > mostBytes) return null;
      chunks.push(chunk);
    }
  } catch (error) {
    if (request.errored !== null) return null;
    throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
