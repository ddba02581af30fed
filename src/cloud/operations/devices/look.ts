import { MOST_WRONG_CODES, asMade, mustWaitUntil, stillCounting } from '@/domain/family/spoken-code'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { lookAtSignIn } from '@/cloud/store/queries/devices/decide'
import { lockTries, writeTries } from '@/cloud/store/queries/family/spoken-codes'
import { commandInTransaction } from '../command-in-transaction'

/**
 * Shows a phone what it would let in. Wrong codes count with those that were read out: who guesses at
 * one kind may not go on with the other.
 */
export const lookAtDesk: Handler<'devices.look'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { personId } = intent
    const tries = stillCounting(await lockTries(client, personId, now), now.getTime())
    const wait = mustWaitUntil(tries)
    if (wait !== null) {
      // The wire knows whole seconds: the first one at which it is allowed.
      const until = toInstantText(Math.ceil(wait / 1000) * 1000)
      return { refusal: { code: 'TOO_MANY_TRIES', facts: { until } } }
    }
    const seen = await lookAtSignIn(client, personId, asMade(input.code), now)
    if (!seen) {
      const wrong = tries.wrong + 1
      const since = tries.wrong === 0 ? now.getTime() : tries.since
      await writeTries(client, personId, { wrong, since })
      return { refusal: { code: 'WRONG_CODE', facts: { left: MOST_WRONG_CODES - wrong } } }
    }
    const { browser, system, choices, beganAt, expiresAt } = seen
    return {
      value: {
        ...{ browser, system, choices },
        askedAt: toInstantText(beganAt),
        expiresAt: toInstantText(expiresAt),
      },
    }
  })
