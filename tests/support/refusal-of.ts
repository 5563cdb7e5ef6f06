import { Refused, type Refusal } from '../../cloudfunctions/kit/refusal';

/** The refusal that `work` ends with; fails when it ends otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal;
    throw fault;
  }
  throw new Error('nothing was refused');
}
