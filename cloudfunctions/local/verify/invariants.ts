import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Something that holds at every moment, with the statement that finds the rows that say otherwise. */
export interface Invariant {
  /** What it is about, such as `stock`; tests choose by it. */
  group: string;
  name: string;
  /** What holds, as a sentence. */
  holds: string;
  sql: string;
}

/** A row that says otherwise: its id, and what is wrong in numbers. */
export interface Fault {
  group: string;
  name: string;
  id: string;
  says: string;
}

/** Runs a statement and gives its rows. */
export type Ask = (sql: string) => Promise<readonly { id: string; says: string }[]>;

const heading = /^-- \[([a-z]+)\] ([^:\n]+): (.+)$/m;
const mostRows = 50;

/** The invariants of `invariants.sql`, in their order; only those of `group` when it is given. */
export function readInvariants(group?: string): Invariant[] {
  const text = readFileSync(path.join(__dirname, 'invariants.sql'), 'utf8').replaceAll(
    '\r\n',
    '\n',
  );
  const [, ...parts] = text.split(/^(?=-- \[)/m);
  const all = parts.map((part) => {
    const [line = '', of = '', name = '', holds = ''] = heading.exec(part) ?? [];
    if (line === '') throw new Error(`not the heading of an invariant: ${part.slice(0, 60)}`);
    const sql = part.slice(line.length).trim().replace(/;$/, '');
    return { group: of, name, holds, sql };
  });
  return all.filter((invariant) => group === undefined || invariant.group === group);
}

/** The rows that say otherwise of one invariant, 50 at most. */
export async function findFaults(ask: Ask, invariant: Invariant): Promise<Fault[]> {
  const { group, name, sql } = invariant;
  const rows = await ask(
    `select id::text, says from (${sql}) as found (id, says) limit ${mostRows}`,
  );
  return rows.map(({ id, says }) => ({ group, name, id, says }));
}
