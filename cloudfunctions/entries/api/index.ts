import { sql } from 'kysely';
import { config } from '../../platform/config';
import { serve, type Answer, type CallEvent } from '../../platform/door';
import { describeProcedures } from '../../platform/procedure';
import { closeInstance, instance, meet } from '../shop';
import { procedures } from './procedures';

/** The callable function: one procedure by name. */
export async function main(event: CallEvent): Promise<Answer> {
  return serve(
    { procedures, log: instance().log, checkOutputs: config().checkOutputs, meet },
    event,
  );
}

/** Every procedure with its schemas, for people and programs. */
export function describe() {
  return describeProcedures(procedures);
}

/** Whether the database answers. */
export async function healthy(): Promise<boolean> {
  try {
    await sql`select 1`.execute(instance().db);
    return true;
  } catch {
    return false;
  }
}

export { closeInstance as close };
