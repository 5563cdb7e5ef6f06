import { z } from 'zod';

/** One thing that the phone may ask: who may, what goes in and comes out, and the deed. */
export interface Procedure<
  Role extends string,
  Context,
  Input extends z.ZodType,
  Output extends z.ZodType,
> {
  readonly for: readonly Role[];
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
  readonly run: (context: Context, input: z.output<Input>) => Promise<z.input<Output>>;
  /** The deed finds its caller among the facts that it reads anyway, and admits her there. */
  readonly findsCaller?: true;
}

/** A procedure of which nothing but its place in a table is known. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- procedures differ in context and input; the door checks both
export type AnyProcedure = Procedure<string, any, z.ZodType, z.ZodType>;

/** Procedures by name; names are `room.verb`. */
export type ProcedureTable = Readonly<Record<string, AnyProcedure>>;

/** What a phone sends for a procedure of `Table`. */
export type InputOf<Table extends ProcedureTable, Name extends keyof Table> = z.input<
  Table[Name]['input']
>;

/** What a phone gets for a procedure of `Table`. */
export type OutputOf<Table extends ProcedureTable, Name extends keyof Table> = z.output<
  Table[Name]['output']
>;

/** The table as a page for people and programs: name, who may call, JSON Schemas, one line of purpose. */
export function describeProcedures(table: ProcedureTable) {
  return Object.entries(table).map(([name, procedure]) => ({
    name,
    for: procedure.for,
    about: procedure.about,
    input: z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(procedure.output, { io: 'output', unrepresentable: 'any' }),
  }));
}
