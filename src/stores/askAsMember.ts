import { ask, hasSession, type Input, type Output, type ProcedureName } from '../cloud';
import { useSession } from './session';

/** Asks for what belongs to a member; signs in first where nobody is yet. */
export async function askAsMember<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  await useSession.getState().signIn();
  return ask(name, input);
}

/** Asks for what everybody may see, and as the member where somebody is known already. */
export async function askAsAnybody<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return hasSession() ? askAsMember(name, input) : ask(name, input);
}
