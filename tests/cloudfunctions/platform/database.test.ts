import { sql } from 'kysely';
import {
  callFunction,
  faultCode,
  faultDetail,
  repeating,
  transact,
} from '../../../cloudfunctions/platform/database';
import { inRequest, statementsSent } from '../../../cloudfunctions/platform/request';
import { testDatabase } from '../../support/database';

const database = testDatabase();

/** Work that fails `times` times with PostgreSQL's `code`, and counts how often it ran. */
function failing(times: number, code: string) {
  const work = {
    runs: 0,
    run: () => {
      work.runs += 1;
      return work.runs <= times
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : Promise.resolve('done');
    },
  };
  return work;
}

describe('work that PostgreSQL ended', () => {
  it.each(['40001', '40P01'])('by %s is done again as a whole', async (code) => {
    const work = failing(5, code);
    await expect(repeating(work.run)).resolves.toBe('done');
    expect(work.runs).toBe(6);
  });

  it('again and again is given up after six times', async () => {
    const work = failing(99, '40P01');
    await expect(repeating(work.run)).rejects.toMatchObject({ code: '40P01' });
    expect(work.runs).toBe(6);
  });

  it.each(['23505', 'SK001', 'ECONNREFUSED', ''])('by %p is not repeated', async (code) => {
    const work = failing(1, code);
    await expect(repeating(work.run)).rejects.toMatchObject({ code });
    expect(work.runs).toBe(1);
  });

  it('that throws what is no fault of PostgreSQL is not repeated', async () => {
    let runs = 0;
    const work = () => {
      runs += 1;
      return Promise.reject(new Error('a defect'));
    };
    await expect(repeating(work)).rejects.toThrow('a defect');
    expect(runs).toBe(1);
  });
});

describe('transactions', () => {
  beforeAll(async () => {
    await sql`create table accounts (name text primary key, amount bigint not null)`.execute(
      database.db,
    );
    await sql`insert into accounts values ('a', 100), ('b', 100)`.execute(database.db);
  });

  const move = (from: string, to: string, between: () => Promise<void>) =>
    transact(database.db, async (tx) => {
      await sql`update accounts set amount = amount - 1 where name = ${from}`.execute(tx);
      await between();
      await sql`update accounts set amount = amount + 1 where name = ${to}`.execute(tx);
    });

  it('that lock each other out both happen in the end, each once', async () => {
    let arrived = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    const meet = () => {
      arrived += 1;
      if (arrived === 2) open();
      return both;
    };
    await Promise.all([move('a', 'b', meet), move('b', 'a', meet)]);
    expect(arrived).toBe(3);
    const { rows } = await sql`select amount from accounts order by name`.execute(database.db);
    expect(rows).toEqual([{ amount: 100 }, { amount: 100 }]);
  });

  it('that end in a fault leave nothing behind', async () => {
    const work = transact(database.db, async (tx) => {
      await sql`update accounts set amount = 0`.execute(tx);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    const { rows } = await sql`select sum(amount)::bigint as sum from accounts`.execute(
      database.db,
    );
    expect(rows).toEqual([{ sum: 200 }]);
  });
});

describe('what is read', () => {
  const read = async (text: string) => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(text)} as value`.execute(
      database.db,
    );
    return rows[0]?.value;
  };

  it('bigint is a number, to the last one that is exact', async () => {
    expect(await read('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER);
    expect(await read('-1::bigint')).toBe(-1);
  });

  it('a bigint that no number holds is a fault, never a rounded amount', async () => {
    await expect(read('9007199254740993::bigint')).rejects.toThrow('int8');
  });

  it('the keys of a JSON value stay as they were written', async () => {
    expect(await read(`'{"first_name": 1}'::jsonb`)).toEqual({ first_name: 1 });
  });
});

describe('a function of the database', () => {
  const db = () => database.open(1);
  const raising = `create or replace function raising(p_code text) returns json language plpgsql as $$
    begin raise exception 'no' using errcode = p_code, detail = 'sku'; end $$`;

  it('answers its value, JSON with the keys that it gave', async () => {
    const lone = db();
    await sql
      .raw(
        `create function counted(p_names text[]) returns json language sql as
           $$ select json_build_object('first_name', p_names[1], 'howMany', cardinality(p_names)) $$`,
      )
      .execute(lone);
    expect(await callFunction(lone, 'counted', [['a', 'b']])).toEqual({
      first_name: 'a',
      howMany: 2,
    });
    expect(await callFunction(lone, 'upper', [null])).toBeNull();
  });

  it('that fails tells its code, and leaves the connection to the next call', async () => {
    const lone = db();
    await sql.raw(raising).execute(lone);
    const backend = () => callFunction<number>(lone, 'pg_backend_pid', []);
    const before = await backend();
    const fault: unknown = await callFunction(lone, 'raising', ['SK001']).catch(
      (caught: unknown) => caught,
    );
    expect([faultCode(fault), faultDetail(fault)]).toEqual(['SK001', 'sku']);
    expect(await backend()).toBe(before);
  });

  it('is not called in a transaction, where it would be a commit of its own', async () => {
    const inside = transact(db(), (tx) => callFunction(tx, 'now', []));
    await expect(inside).rejects.toThrow('not in a transaction');
  });
});

describe('faults', () => {
  it('tell their code and detail when they came from PostgreSQL', async () => {
    const raised = sql`do $$ begin raise exception 'no' using errcode = 'SK001', detail = 'sku'; end $$`;
    const fault: unknown = await raised.execute(database.db).catch((caught: unknown) => caught);
    expect([faultCode(fault), faultDetail(fault)]).toEqual(['SK001', 'sku']);
  });

  it.each([undefined, null, 'text', 7, {}, { code: 7 }, new Error('plain')])(
    'that did not tell nothing: %p',
    (fault) => {
      expect([faultCode(fault), faultDetail(fault)]).toEqual([undefined, undefined]);
    },
  );
});

it('a request counts its own statements, not those of another that runs beside it', async () => {
  const count = (statements: number) =>
    inRequest(`r${statements}`, async () => {
      for (let sent = 0; sent < statements; sent += 1) await sql`select 1`.execute(database.db);
      if (statements > 0) await callFunction(database.db, 'now', []);
      return statementsSent();
    });
  expect(await Promise.all([count(1), count(4), count(0)])).toEqual([2, 5, 0]);
});
