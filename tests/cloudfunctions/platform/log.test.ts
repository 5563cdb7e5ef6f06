import fc from 'fast-check';
import { makeLog, type LogLevel } from '../../../cloudfunctions/platform/log';
import { inRequest } from '../../../cloudfunctions/platform/request';

function listening(level: LogLevel) {
  const lines: string[] = [];
  const log = makeLog(level, (line) => lines.push(line));
  const read = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log, lines, read };
}

describe('a log', () => {
  it.each<[LogLevel, string[]]>([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ])('at %s says what weighs as much or more', (level, heard) => {
    const { log, read } = listening(level);
    for (const weight of ['debug', 'info', 'warn', 'error'] as const) log[weight]('happened');
    expect(read().map((line) => line['level'])).toEqual(heard);
  });

  it('writes one line for each event, whatever its facts hold', () => {
    const { log, lines } = listening('info');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        lines.length = 0;
        log.info('happened', { text });
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toContain('\n');
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'happened' });
      }),
    );
  });

  it('carries the id of the request that runs, and each request its own', async () => {
    const { log, read } = listening('info');
    const step = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all(
      ['one', 'two'].map((id) =>
        inRequest(id, async () => {
          await step();
          log.info(id);
        }),
      ),
    );
    log.info('none');
    expect(read().map(({ event, request }) => [event, request])).toEqual([
      ['one', 'one'],
      ['two', 'two'],
      ['none', undefined],
    ]);
  });

  it('with facts of its own says them in every line', () => {
    const { log, read } = listening('info');
    log.with({ job: 'close' }).with({ shop: 's' }).info('ran', { count: 2 });
    expect(read()[0]).toMatchObject({ job: 'close', shop: 's', count: 2 });
  });
});

describe('what names a person', () => {
  const secret = 'what nobody may read';

  it.each([
    ...['openid', 'payerOpenid', 'phone', 'phoneMask', 'address', 'contactSealed', 'token'],
    ...['session', 'Authorization', 'secret', 'nickname', 'body', 'rawBody'],
  ])('is kept back under the name %s', (key) => {
    const { log, lines } = listening('info');
    log.info('happened', { [key]: secret });
    expect(lines.join()).not.toContain(secret);
  });

  it.each([
    '13812345678',
    'call 13812345678 now',
    'a13812345678b',
    '+8613812345678',
    '86 138-1234-5678',
  ])('is blotted out of a text: %p', (text) => {
    const { log, lines } = listening('info');
    log.info('happened', { reason: text });
    expect(lines.join()).not.toMatch(/5678|1381|138-/);
  });

  it('is blotted out when it is a number', () => {
    const { log, lines } = listening('info');
    log.info('happened', { value: 13812345678 });
    expect(lines.join()).not.toContain('13812345678');
  });

  it('is blotted out of the event itself', () => {
    const { log, lines } = listening('info');
    log.info('called 13812345678');
    expect(lines.join()).not.toContain('13812345678');
  });

  it('is blotted out when it is a session in a text', () => {
    const { log, lines } = listening('info');
    const session = `${'a'.repeat(60)}.${'b'.repeat(43)}`;
    log.with({ where: session }).error('failed', { reason: `bad ${session}` });
    expect(lines.join()).not.toContain('b'.repeat(43));
  });

  it('is no order number and no instant: they stay', () => {
    const { log, read } = listening('info');
    log.info('paid', { number: '2026112013812345678901', atMs: 1_795_132_800_000 });
    expect(read()[0]).toMatchObject({ number: '2026112013812345678901', atMs: 1_795_132_800_000 });
  });

  it('cannot hide in a very long text', () => {
    const { log, lines } = listening('info');
    log.info('happened', { reason: `${'x'.repeat(1_995)}13812345678${'x'.repeat(9_000)}` });
    expect(lines.join()).not.toContain('1381');
    expect(lines.join().length).toBeLessThan(3_000);
  });
});
