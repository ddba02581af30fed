import type * as v from 'valibot'

// oxlint-disable-next-line typescript/no-explicit-any -- any schema, whatever its types
export type Schema = v.GenericSchema<any, any>

/**
 * One operation of the wire. A query changes nothing and may be asked again freely; a command
 * changes something, needs a requestId, and answers the same requestId with the same answer. An
 * attempt is of somebody who is not known yet, under whom no answer could be kept: it needs no
 * requestId, and what a repetition leaves behind ends by itself.
 */
export interface Operation<
  Kind extends 'query' | 'command' | 'attempt' = 'query' | 'command' | 'attempt',
  Input extends Schema = Schema,
  Output extends Schema = Schema,
  Refusals extends Record<string, Schema> = Record<string, Schema>,
> {
  kind: Kind
  input: Input
  output: Output
  refusals: Refusals
}

export function query<I extends Schema, O extends Schema, R extends Record<string, Schema>>(
  input: I,
  output: O,
  refusals: R,
): Operation<'query', I, O, R> {
  return { kind: 'query', input, output, refusals }
}

export function command<I extends Schema, O extends Schema, R extends Record<string, Schema>>(
  input: I,
  output: O,
  refusals: R,
): Operation<'command', I, O, R> {
  return { kind: 'command', input, output, refusals }
}

export function attempt<I extends Schema, O extends Schema, R extends Record<string, Schema>>(
  input: I,
  output: O,
  refusals: R,
): Operation<'attempt', I, O, R> {
  return { kind: 'attempt', input, output, refusals }
}
