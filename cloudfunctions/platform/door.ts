import type { z } from 'zod';
import { jsonDepth } from '../kit/json';
import { Refused, refusals, refusalStatus, type Refusal } from '../kit/refusal';
import { newId } from './ids';
import type { Log } from './log';
import type { AnyProcedure, ProcedureTable } from './procedure';
import { inRequest, statementsSent } from './request';

/** What a function is called with. Everything beside `name` and `input` comes from the platform, not the caller. */
export interface CallEvent {
  name?: unknown;
  input?: unknown;
  requestId?: string;
  session?: string;
  source?: string;
  clockOffsetMs?: number;
}

/** What a function answers; `status` is the HTTP status for hosts that speak HTTP. */
export type Answer =
  | { ok: true; status: 200; value: unknown }
  | {
      ok: false;
      status: number;
      code: string;
      say: string;
      details?: Readonly<Record<string, unknown>>;
    };

/** Somebody who asks, as far as the platform knows her; whom a procedure is not for is refused by either way. */
export interface Meeting {
  /** The context of a deed that finds its caller itself: she is nobody until the deed has admitted her. */
  readonly asking: unknown;
  /** Looks the caller up and makes her context. */
  readonly admit: () => Promise<unknown>;
}

/** A deployed set of procedures. `meet` learns who asks, and is told who may; it refuses who asks too often. */
export interface Door {
  readonly procedures: ProcedureTable;
  readonly log: Log;
  readonly checkOutputs: boolean;
  readonly meet: (event: CallEvent, allowed: readonly string[]) => Promise<Meeting>;
}

const deepest = 32;
const largestBytes = 256 * 1024;

const refuse = refusals({
  no_such_procedure: ['missing', '没有这个功能'],
  bad_input: ['invalid', '提交的内容有误，请检查后再试'],
  too_large: ['tooLarge', '提交的内容太大'],
  too_deep: ['invalid', '提交的内容嵌套太深'],
});

/** Answers one call: finds the procedure, admits the caller, checks the input, runs, and words every no. */
export function serve(door: Door, event: CallEvent): Promise<Answer> {
  const requestId = given(event.requestId) ?? newId();
  return inRequest(requestId, async () => {
    const name = typeof event.name === 'string' ? event.name : '';
    try {
      const value = await perform(door, name, event);
      door.log.info('call', { name, statements: statementsSent() });
      return { ok: true, status: 200, value };
    } catch (fault) {
      return fault instanceof Refused
        ? refusalAnswer(door, name, fault.refusal)
        : defectAnswer(door, name, fault);
    }
  });
}

/** An id that came with the call, when it looks like one: it will stand in every line of the log. */
function given(requestId: unknown): string | undefined {
  return typeof requestId === 'string' && /^[\w-]{8,64}$/.test(requestId) ? requestId : undefined;
}

async function perform(door: Door, name: string, event: CallEvent): Promise<unknown> {
  const procedure = Object.hasOwn(door.procedures, name) ? door.procedures[name] : undefined;
  if (procedure === undefined) throw new Refused(refuse('no_such_procedure'));
  const meeting = await door.meet(event, procedure.for);
  const input = event.input ?? {};
  const value =
    procedure.findsCaller === true
      ? await procedure.run(meeting.asking, await readInputOrRefuse(procedure, meeting, input))
      : await procedure.run(await meeting.admit(), readInput(procedure, input));
  if (door.checkOutputs) procedure.output.parse(value);
  return value;
}

/** Who may not ask is told so and nothing of her input, also where only the deed would have found out. */
async function readInputOrRefuse(procedure: AnyProcedure, meeting: Meeting, input: unknown) {
  try {
    return readInput(procedure, input);
  } catch (fault) {
    await meeting.admit();
    throw fault;
  }
}

function readInput(procedure: AnyProcedure, input: unknown): unknown {
  if (jsonDepth(input, deepest) > deepest) throw new Refused(refuse('too_deep'));
  if (Buffer.byteLength(JSON.stringify(input)) > largestBytes)
    throw new Refused(refuse('too_large'));
  const read = procedure.input.safeParse(input);
  if (read.success) return read.data;
  throw new Refused(refuse('bad_input', { faults: faultsOf(read.error) }));
}

function faultsOf(error: z.ZodError) {
  return error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.'), problem: issue.message }));
}

function refusalAnswer(door: Door, name: string, { kind, code, say, details }: Refusal): Answer {
  door.log.info('call.refused', { name, code });
  const status = refusalStatus[kind];
  return details === undefined
    ? { ok: false, status, code, say }
    : { ok: false, status, code, say, details };
}

/** A defect tells the caller a reference number and nothing else; the log has the rest under that number. */
function defectAnswer(door: Door, name: string, fault: unknown): Answer {
  const reference = newId();
  const reason = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  const where =
    fault instanceof Error ? (fault.stack ?? '').split('\n').slice(1, 6).join(' | ') : '';
  door.log.error('call.defect', { name, reference, reason, where });
  return {
    ok: false,
    status: 500,
    code: 'defect',
    say: '系统出了点问题，请稍后再试',
    details: { reference },
  };
}
