import path from 'node:path';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { makeLog, type Log, type LogLevel } from '../../platform/log';
import { newId } from '../../platform/ids';
import { codeOf, portTaken, Trouble } from '../start/trouble';
import { openDemoClock } from './demo-clock';
import { defect, send, type Exchange, type Reply } from './exchange';
import { loadFunctions, type Functions } from './functions';
import { answer, type Shop } from './routes';
import { startTicker, type Ticker } from './ticker';
import type { Uploads } from './uploads';

export interface HostOptions {
  readonly port: number;
  /** An IPv4 address; only this machine may connect unless another one is given. */
  readonly host?: string;
  /** `dist/cloud`: a folder for each function. */
  readonly bundles: string;
  /** `dist/h5`; without it no page is served. */
  readonly h5?: string;
  readonly pictures?: string;
  /** Where the demo clock is kept. */
  readonly dataFolder: string;
  readonly demo: boolean;
  /** What the functions find in `process.env`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sheetUrl?: string;
  /** `timer`: the jobs function runs every second; `manual`: only by `tick`. */
  readonly jobs?: 'timer' | 'manual';
}

export interface Host {
  readonly url: string;
  /** Runs the jobs function once, after a run that is under way. */
  tick(): Promise<unknown>;
  /** Takes no more requests, finishes those it has, stops the jobs, and closes the functions' connections. */
  close(): Promise<void>;
}

const jobsEveryMs = 1_000;
const patienceMs = 10_000;
const levels: readonly string[] = ['debug', 'info', 'warn', 'error', 'silent'] satisfies LogLevel[];

/** Serves the bundled functions, unchanged, over HTTP, with the storefront and the demo's own routes. */
export async function startHost(options: HostOptions): Promise<Host> {
  const log = makeLog(levelOf(options.environment['LOG_LEVEL']));
  const uploadsFolder = path.join(path.resolve(options.dataFolder), 'uploads');
  const functions = loadFunctions(options.bundles, {
    FILES_FOLDER: uploadsFolder,
    ...options.environment,
  });
  const clock = await openDemoClock(options.dataFolder);
  const offset = () => (options.demo ? clock.offsetMs : 0);
  const jobsFailed = (fault: unknown) => log.error('host.jobs_failed', { reason: reasonOf(fault) });
  const ticker = startTicker(
    () => functions.runJobs({ Type: 'Timer', TriggerName: 'tick', clockOffsetMs: offset() }),
    options.jobs === 'manual' ? null : jobsEveryMs,
    jobsFailed,
  );
  const shop: Shop = {
    door: { functions, clockOffsetMs: offset },
    h5: options.h5,
    pictures: options.pictures,
    uploads: uploadsOf(options, uploadsFolder),
    demo: options.demo
      ? {
          clock,
          sessionSecret: options.environment['SESSION_SECRET'] ?? '',
          sheetUrl: options.sheetUrl,
          onClockMoved: () => {
            if (options.jobs !== 'manual') void ticker.tick().catch(jobsFailed);
          },
        }
      : null,
  };
  const server = createServer({ requestTimeout: 60_000 }, (request, response) => {
    void serve({ shop, log, server }, request, response);
  });
  try {
    const url = await listen(server, options.port, options.host ?? '127.0.0.1');
    return { url, tick: ticker.tick, close: closer(server, ticker, functions) };
  } catch (fault) {
    await ticker.stop();
    await functions.close();
    throw fault;
  }
}

/** Where sessions say who calls, the host keeps uploads itself. */
function uploadsOf({ environment }: HostOptions, folder: string): Uploads | null {
  const { SESSION_SECRET: sessionSecret = '', DATA_KEY: dataKey = '' } = environment;
  return sessionSecret === '' || dataKey === '' ? null : { folder, sessionSecret, dataKey };
}

interface Serving {
  readonly shop: Shop;
  readonly log: Log;
  readonly server: Server;
}

async function serve(
  { shop, log, server }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const startedAt = performance.now();
  const requestId = newId();
  const url = addressOf(request);
  const exchange: Exchange = { request, url, requestId };
  const reply = await answered(shop, log, exchange);
  // While the host closes, a connection that gets its answer has no more to wait for.
  if (!server.listening) response.shouldKeepAlive = false;
  if (!response.destroyed) send(response, reply, requestId);
  log.info('request', {
    requestId,
    method: request.method,
    path: url.pathname,
    procedure: exchange.procedure,
    status: reply.status,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
  });
}

async function answered(shop: Shop, log: Log, exchange: Exchange): Promise<Reply> {
  try {
    return await answer(shop, exchange);
  } catch (fault) {
    const { requestId, request } = exchange;
    if (request.destroyed && !request.complete) return { status: 499 };
    log.error('host.defect', { requestId, reason: reasonOf(fault) });
    return defect(requestId);
  }
}

function addressOf(request: IncomingMessage): URL {
  const target = request.url ?? '/';
  const address = `http://shop${target.startsWith('/') ? target : '/'}`;
  return URL.canParse(address) ? new URL(address) : new URL('http://shop/');
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault) => {
      const code = codeOf(fault);
      if (code === 'EADDRINUSE') reject(portTaken(port));
      else if (code === 'EACCES')
        reject(new Trouble(`端口 ${port} 无权使用`, `no right to use port ${port}`));
      else reject(fault);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${taken}`);
    });
  });
}

function closer(server: Server, ticker: Ticker, functions: Functions): Host['close'] {
  const close = async () => {
    const served = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
    await Promise.all([served, ticker.stop()]);
    clearTimeout(impatience);
    await functions.close();
  };
  let closing: Promise<void> | undefined;
  return () => (closing ??= close());
}

function levelOf(level: string | undefined): LogLevel {
  return isLevel(level) ? level : 'info';
}

function isLevel(level: string | undefined): level is LogLevel {
  return level !== undefined && levels.includes(level);
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
