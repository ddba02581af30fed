import type { PoolClient } from 'pg'
import type { Refusals } from '@/contract'
import { isWithin } from '@/domain/consultation/reach'
import { sealLine } from '@/cloud/consultations/content'
import type { Actor, Call, Outcome } from '@/cloud/handler'
import type { CaseKey } from '@/cloud/sealing/sealing'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { type SealedRow, holdConsultation, isSealed } from '@/cloud/store/queries/consultations/row'
import { commandInTransaction } from '../command-in-transaction'
import { NO_CONSULTATION } from '../consultation/no-consultation'
import { personOf } from '../person'

/** A consultation that a professional works on, held, with what it is sealed under. */
export interface OwnCase {
  row: SealedRow
  key: CaseKey
  /** Seals the line that comes next in its course; null where nothing was written. */
  seal: (text: string | undefined) => Buffer | null
}

/** What a professional does with a consultation of theirs. */
type CaseCommand =
  | 'casework.accept'
  | 'casework.decline'
  | 'casework.ask'
  | 'casework.propose'
  | 'casework.close'
  | 'casework.handOver'

/**
 * A consultation that is assigned to the professional who asks, held until the transaction ends; null
 * for any other, for one whose service they no longer work for, and for one closed for too long.
 */
export async function holdOwnCase(
  client: PoolClient,
  actor: Actor,
  consultationId: string,
  now: Date,
): Promise<SealedRow | null> {
  const row = await holdConsultation(client, { professionalId: personOf(actor) }, consultationId)
  return row && isSealed(row) && isWithin(row, actor.roles, now.getTime()) ? row : null
}

/** Does something with a consultation of the professional who asks, in one transaction. */
export function withOwnCase<N extends CaseCommand>(
  call: Call<CaseCommand>,
  work: (client: PoolClient, own: OwnCase, now: Date) => Promise<Outcome<N>>,
): Promise<Outcome<N>> {
  const { input, actor, dependencies } = call
  const sealing = sealingOf(dependencies)
  return commandInTransaction<N>(dependencies, call.intent, async (client, now) => {
    const row = await holdOwnCase(client, actor, input.consultationId, now)
    // Each of these operations refuses so, which TypeScript cannot see of a type that it is given.
    if (!row) return NO_CONSULTATION as Outcome<N>
    const key = await sealing.keyOf(row.consultationId, row.wrapped)
    const seal = (text: string | undefined) =>
      text === undefined ? null : sealLine(key, row.lines + 1, text)
    return work(client, { row, key, seal }, now)
  })
}

/** The refusal of a step that the state of a consultation does not allow. */
export function wrongState({ state }: SealedRow): {
  refusal: { code: 'WRONG_STATE'; facts: Refusals<'casework.accept'>['WRONG_STATE'] }
} {
  return { refusal: { code: 'WRONG_STATE', facts: { state } } }
}

/** Lines that a course may hold before its professional writes no more of them than the last one. */
const MOST_LINES = 100

export function isFull({ lines }: SealedRow): boolean {
  return lines >= MOST_LINES
}

/** The booking of a time that is still to come at `now`, to be freed; null where there is none. */
export function bookingToCome({ bookingId, meeting }: SealedRow, now: Date): string | null {
  return meeting !== null && meeting.startsAt > now.getTime() ? bookingId : null
}
