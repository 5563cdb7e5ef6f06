/** The kinds of an expected no; a door answers each with its HTTP status. */
export const refusalStatus = {
  invalid: 400,
  unknownCaller: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
} as const;

export type RefusalKind = keyof typeof refusalStatus;

/** An expected no: a code for programs, a Chinese sentence for people, and facts to show with it. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly say: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Carries a refusal from where it is found to the door. Anything else that is thrown is a defect. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
  }
}

type Table = Readonly<Record<string, readonly [kind: RefusalKind, say: string]>>;

/** The objections of one room: its codes, each with kind and sentence, as a function that words one. */
export function refusals<T extends Table>(table: T) {
  return (code: keyof T & string, details?: Readonly<Record<string, unknown>>): Refusal => {
    const [kind, say] = table[code] ?? (['conflict', '现在不能这样做'] as const);
    return details === undefined ? { kind, code, say } : { kind, code, say, details };
  };
}

/** Goes on when there is no objection; otherwise throws it as {@link Refused}. */
export function insist(objection: Refusal | null): void {
  if (objection !== null) throw new Refused(objection);
}

/** The value when it is there; otherwise throws `objection`. */
export function present<T>(value: T | null | undefined, objection: Refusal): T {
  if (value === null || value === undefined) throw new Refused(objection);
  return value;
}
