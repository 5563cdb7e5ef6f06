import { AsyncLocalStorage } from 'node:async_hooks';

interface Request {
  id: string;
  statements: number;
}

const running = new AsyncLocalStorage<Request>();

/** Runs `work` as the request `id`; log lines, statements and outgoing calls within it carry the id. */
export function inRequest<T>(id: string, work: () => Promise<T>): Promise<T> {
  return running.run({ id, statements: 0 }, work);
}

/** The id of the request that is running, if any. */
export function requestId(): string | undefined {
  return running.getStore()?.id;
}

/** Counts one SQL statement of the running request and answers how many there were. */
export function countStatement(): number {
  const request = running.getStore();
  if (request === undefined) return 0;
  request.statements += 1;
  return request.statements;
}

/** How many SQL statements the running request has sent. */
export function statementsSent(): number {
  return running.getStore()?.statements ?? 0;
}
