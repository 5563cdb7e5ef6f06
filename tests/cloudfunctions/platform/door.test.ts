import fc from 'fast-check';
import { z } from 'zod';
import { Refused, refusals } from '../../../cloudfunctions/kit/refusal';
import { serve, type CallEvent } from '../../../cloudfunctions/platform/door';
import { makeLog } from '../../../cloudfunctions/platform/log';
import type { AnyProcedure, ProcedureTable } from '../../../cloudfunctions/platform/procedure';
import { requestId } from '../../../cloudfunctions/platform/request';

const refuse = refusals({ sold_out: ['conflict', '手慢了'], closed: ['forbidden', '打烊了'] });
const Pieces = z.object({ pieces: z.number().int().min(1), inner: z.unknown().optional() });

function made(run: AnyProcedure['run'], output: z.ZodType = z.unknown()): AnyProcedure {
  return { for: ['shopper'], about: 'A procedure of a test', input: Pieces, output, run };
}

const procedures: ProcedureTable = {
  'test.echo': made((context: unknown, input) => Promise.resolve({ context, input })),
  'test.refuse': made(() => Promise.reject(new Refused(refuse('sold_out', { left: 0 })))),
  'test.throw': made(() => Promise.reject(new Error('the key is under the mat'))),
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a library may do just that
  'test.reject': made(() => Promise.reject('the key is under the mat')),
  'test.lie': made(() => Promise.resolve({ pieces: 'many' }), Pieces),
  'test.finds': { ...made((context: unknown) => Promise.resolve(context)), findsCaller: true },
  'test.id': made(() => Promise.resolve(requestId())),
};

let lines: string[] = [];
beforeEach(() => (lines = []));

function call(event: CallEvent, admit: () => Promise<unknown> = () => Promise.resolve('fang')) {
  const log = makeLog('info', (line) => lines.push(line));
  const meet = () => Promise.resolve({ asking: 'somebody', admit });
  return serve({ procedures, log, checkOutputs: true, meet }, event);
}

const one = { pieces: 1 };

describe('a door', () => {
  it('lets the procedure know who was admitted and what was read', async () => {
    expect(await call({ name: 'test.echo', input: { pieces: 2, more: 'dropped' } })).toEqual({
      ...{ ok: true, status: 200 },
      value: { context: 'fang', input: { pieces: 2 } },
    });
  });

  it('reads no input of whom it does not admit', async () => {
    const closed = () => Promise.reject(new Refused(refuse('closed')));
    expect(await call({ name: 'test.echo', input: 'nonsense' }, closed)).toEqual({
      ...{ ok: false, status: 403, code: 'closed', say: '打烊了' },
    });
  });

  it('leaves it to a deed that finds its caller itself to admit her, once her input is read', async () => {
    const never = () => Promise.reject(new Error('looked up twice'));
    const told = await call({ name: 'test.finds', input: one }, never);
    expect(told).toEqual({ ok: true, status: 200, value: 'somebody' });
    const closed = () => Promise.reject(new Refused(refuse('closed')));
    expect(await call({ name: 'test.finds', input: 'nonsense' }, closed)).toMatchObject({
      ...{ status: 403, code: 'closed' },
    });
    expect(await call({ name: 'test.finds', input: 'nonsense' })).toMatchObject({ status: 400 });
  });

  it('words a no with its status, code, sentence and facts', async () => {
    expect(await call({ name: 'test.refuse', input: one })).toEqual({
      ...{ ok: false, status: 409, code: 'sold_out', say: '手慢了', details: { left: 0 } },
    });
  });

  it.each(['test.throw', 'test.reject', 'test.lie'])(
    'tells of a defect in %s a reference number and nothing else',
    async (name) => {
      const told = await call({ name, input: one });
      expect(told).toMatchObject({ ok: false, status: 500, code: 'defect' });
      const { details = {} } = told.ok ? {} : told;
      expect(Object.keys(details)).toEqual(['reference']);
      expect(JSON.stringify(told)).not.toContain('mat');
      expect(lines.join()).toContain(String(details['reference']));
    },
  );

  it('refuses by itself, without a host, what is too large or too deep', async () => {
    const large = { pieces: 1, inner: 'x'.repeat(256 * 1024) };
    expect(await call({ name: 'test.echo', input: large })).toMatchObject({ status: 413 });
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown;
    expect(await call({ name: 'test.echo', input: { pieces: 1, inner: deep } })).toMatchObject({
      ...{ status: 400, code: 'too_deep' },
    });
    const wide = { pieces: 1, inner: new Array(500_000).fill(0) };
    expect(await call({ name: 'test.echo', input: wide })).toMatchObject({ status: 413 });
  });

  it('counts bytes, not characters', async () => {
    const inner = '熟'.repeat(100_000);
    expect(await call({ name: 'test.echo', input: { pieces: 1, inner } })).toMatchObject({
      ...{ status: 413, code: 'too_large' },
    });
  });

  it('takes an id that came with the call when it looks like one, else makes its own', async () => {
    const idOf = async (id: unknown) => {
      const event = { name: 'test.id', input: one, requestId: id } as CallEvent;
      const told = await call(event);
      return told.ok ? told.value : told;
    };
    expect(await idOf('0193a5c0-0000-7000-8000-000000000001')).toBe(
      '0193a5c0-0000-7000-8000-000000000001',
    );
    for (const strange of [undefined, null, 7, {}, '', 'x', 'x'.repeat(65), '13812345678\n{"at":'])
      expect(await idOf(strange)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it('answers any event at all', async () => {
    const event = fc.record({
      name: fc.jsonValue(),
      input: fc.jsonValue(),
      requestId: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(event, async (any) => {
        expect(await call(any as CallEvent)).toMatchObject({ ok: false, status: 404 });
      }),
    );
  });

  it('writes one line for each call, with its outcome and the statements that it sent', async () => {
    await call({ name: 'test.id', input: one });
    await call({ name: 'test.refuse', input: one });
    await call({ name: 'test.throw', input: one });
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      ...['call', 'call.refused', 'call.defect'],
    ]);
  });
});
