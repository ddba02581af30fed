import { randomBytes } from 'node:crypto'
import { SPOKEN_CODE_BYTES, SPOKEN_CODE_MS, spokenCode } from '@/domain/family/spoken-code'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Handler } from '@/cloud/handler'
import { writeCode } from '@/cloud/store/queries/family/spoken-codes'
import { commandInTransaction } from '../command-in-transaction'

/** Somebody else has one of 887 million codes now and then, not so often in turn. */
const TRIES = 3

/** Makes a code for the person who asks to read out; the last one is then good no more. */
export const makeCode: Handler<'family.code'> = async ({ intent, dependencies }) => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await commandInTransaction(dependencies, intent, async (client, now) => {
        const code = spokenCode(randomBytes(SPOKEN_CODE_BYTES))
        const expiresAt = new Date(now.getTime() + SPOKEN_CODE_MS)
        await writeCode(client, { personId: intent.personId, code, expiresAt })
        return { value: { code, expiresAt: toInstantText(expiresAt.getTime()) } }
      })
    } catch (error) {
      if (tries >= TRIES || violatedUnique(error) !== 'spoken_code_once') throw error
    }
  }
}
