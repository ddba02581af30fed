import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { contestStrike, holdStrike } from '@/cloud/store/queries/attendance/strikes'
import { commandInTransaction } from '../command-in-transaction'

/** Contests a strike of the person who asks: it does not count until staff have looked at it. */
export const contest: Handler<'attendance.contest'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { strikeId } = input
    const strike = await holdStrike(client, strikeId)
    if (strike?.personId !== intent.personId) {
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'strike' } } }
    }
    const { state, expiresAt } = strike
    if (state !== 'standing') return { refusal: { code: 'ALREADY_CONTESTED', facts: { state } } }
    if (now.getTime() >= expiresAt) {
      return { refusal: { code: 'EXPIRED', facts: { expiresAt: toInstantText(expiresAt) } } }
    }
    await contestStrike(client, strikeId, now)
    return { value: { strikeId, state: 'contested' } }
  })
