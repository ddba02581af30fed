import type { OperationName, ParsedInput } from '@/contract'
import { MINUTE, toInstantText } from '@/domain/time/instant'
import type { Handler, Outcome } from '../handler'
import { targetCentre } from '../permit'
import type { Store } from '../store'

/** An answer without what is new in each, and until when it holds (ms since the epoch). */
type ShownToAll<N extends OperationName> = Outcome<N> & { turnsAt?: number }

/** What shows an answer to everybody: it is not told who asks. */
export type Show<N extends OperationName> = (asked: {
  input: ParsedInput<N>
  now: Date
  store: Store
}) => Promise<ShownToAll<N>>

/**
 * The handler of a query whose answer is the same for everybody. A host that answers many asks once for
 * all who come in the same second (decision 0041). Where an answer says what time it is, each says its
 * own.
 */
export function sameForAll<N extends OperationName>(operation: N, show: Show<N>): Handler<N> {
  return async ({ input, notBefore = -1, dependencies }) => {
    const { store, clock, shared } = dependencies
    const now = clock.now()
    const ask = () => show({ input, now, store })
    const question = () => ({
      name: `${operation} ${JSON.stringify(input)}`,
      centreId: centreShown(operation, input),
      now: now.getTime(),
      notBefore,
    })
    const shown = await (shared ? shared.show(question(), ask) : ask())
    if (!('value' in shown)) return shown
    return { value: withTimeOf(shown.value, now.getTime()) }
  }
}

/** A value that says what time it is, at that time. */
function withTimeOf<Value extends object>(value: Value, nowMs: number): Value {
  return {
    ...value,
    ...('now' in value ? { now: toInstantText(nowMs) } : {}),
    ...('nowMs' in value ? { nowMs } : {}),
  }
}

function centreShown(operation: OperationName, input: unknown): string | null {
  const { centreId } = input as { centreId?: string }
  return centreId ?? targetCentre(operation, input)
}

/**
 * When what is shown turns: the first of these instants that is still to come, and the next whole
 * minute at the latest, for lessons begin and end, and days, by whole minutes. All in ms since the epoch.
 */
export function nextTurn(now: number, instants: readonly (number | null)[]): number {
  let turn = (Math.floor(now / MINUTE) + 1) * MINUTE
  for (const instant of instants)
    if (instant !== null && instant > now && instant < turn) turn = instant
  return turn
}
