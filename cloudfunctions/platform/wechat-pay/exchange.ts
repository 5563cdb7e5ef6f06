import * as http from 'node:http';
import * as https from 'node:https';

/** One HTTP request, ready to be sent. */
type Question = {
  url: URL;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body: string;
  /** For the whole exchange: connecting, sending and the last byte of the answer. */
  timeoutMs: number;
  /** The request must not be sent twice, even when its connection broke: it gets one of its own. */
  once?: true;
  /** The longest answer that is taken; 1 MiB unless told. */
  mostBytes?: number;
};

/** One HTTP answer, its body as it came. */
export type Answer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer };

/** No whole answer came in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly reason: 'timeout' | 'no_answer',
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

const usualMostBytes = 1024 * 1024;

/**
 * Sends `question` and waits for the whole answer. A function that was asleep finds its kept connection
 * gone: then the same request is sent once more on a new one, so it must be safe to repeat (as every call
 * of WeChat Pay here is by its number) or say `once`. Throws {@link NoAnswer}.
 */
export async function exchange(question: Question): Promise<Answer> {
  const first = await attempt(question, question.once === true);
  const answer = first === 'stale' ? await attempt(question, true) : first;
  if (answer === 'stale') throw new NoAnswer('no_answer');
  return answer;
}

function attempt(question: Question, fresh: boolean): Promise<Answer | 'stale'> {
  const { url, method, headers, body, timeoutMs, mostBytes = usualMostBytes } = question;
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? https.request : http.request;
    const request = send(url, { method, headers, ...(fresh ? { agent: false } : {}) });
    const timer = setTimeout(() => request.destroy(new NoAnswer('timeout')), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error instanceof NoAnswer ? error : new NoAnswer('no_answer', { cause: error }));
    };
    request.on('error', (error) => {
      if (fresh || !request.reusedSocket || !isReset(error)) return fail(error);
      clearTimeout(timer);
      resolve('stale');
    });
    request.on('response', (response) => {
      collect(response, mostBytes).then((bytes) => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes });
      }, fail);
    });
    request.end(body);
  });
}

function isReset(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

async function collect(response: http.IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > mostBytes) throw new NoAnswer('no_answer');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
