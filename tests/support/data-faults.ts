import { sql } from 'kysely';
import type { Database } from '../../cloudfunctions/domains/registry';
import {
  findFaults,
  readInvariants,
  type Fault,
} from '../../cloudfunctions/local/verify/invariants';

const invariants = readInvariants();

/**
 * Where the shops' data are not as they must be, by the invariants that operators run too (`npm run verify-data`);
 * nothing when all is well. Of one group only when it is given.
 */
export async function dataFaults(db: Database, group?: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  const wanted = invariants.filter((one) => group === undefined || one.group === group);
  for (const invariant of wanted) {
    const ask = async (text: string) =>
      (await sql.raw<{ id: string; says: string }>(text).execute(db)).rows;
    faults.push(...(await findFaults(ask, invariant)));
  }
  return faults;
}

/** Where points, growth, days of sign-in or stored value are not what their ledgers say. */
export async function ledgerFaults(db: Database): Promise<Fault[]> {
  return dataFaults(db, 'ledger');
}
