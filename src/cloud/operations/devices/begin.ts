import { randomBytes } from 'node:crypto'
import { SCENE_CODE_BYTES, sceneCode } from '@/domain/access/scene-code'
import { localKey } from '@/domain/access/key'
import {
  APPROVE_PAGE,
  CHECK_BYTES,
  POLL_AFTER_MS,
  SIGN_IN_MS,
  checkNumbers,
  sceneOfCode,
} from '@/domain/devices/sign-in'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import { hashOfDeskToken, newDeskToken } from '@/cloud/desk-token'
import type { Handler } from '@/cloud/handler'
import { beginSignIn, type NewSignIn } from '@/cloud/store/queries/devices/sign-ins'

/** Somebody else has one of 887 million codes now and then, not so often in turn. */
const TRIES = 3
const KEY_BYTES = 16

/** Begins to sign in at the desk that asks. */
export const beginAtDesk: Handler<'devices.begin'> = async ({ browser, dependencies }) => {
  const { store, clock, desks, drawMiniProgramCode } = dependencies
  if (!desks) return { refusal: { code: 'NOT_OFFERED', facts: {} } }
  const now = clock.now()
  const secret = newDeskToken()
  const signIn: Omit<NewSignIn, 'code'> = {
    ...browser,
    ...checkNumbers(randomBytes(CHECK_BYTES)),
    requestKey: `s-${localKey(randomBytes(KEY_BYTES))}`,
    secretHash: hashOfDeskToken(secret),
    beganAt: now,
    expiresAt: new Date(now.getTime() + SIGN_IN_MS),
  }
  const code = await withFreeCode((free) => beginSignIn(store.pool, { ...signIn, code: free }))
  const shown = { page: APPROVE_PAGE, scene: sceneOfCode(code) }
  const picture = await drawMiniProgramCode?.(shown)
  return {
    value: {
      ...{ requestKey: signIn.requestKey, secret, code, check: signIn.check, ...shown },
      picture: picture?.toString('base64') ?? null,
      now: toInstantText(now.getTime()),
      expiresAt: toInstantText(signIn.expiresAt.getTime()),
      pollAfterMs: POLL_AFTER_MS,
    },
  }
}

async function withFreeCode(write: (code: string) => Promise<void>): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const code = sceneCode(randomBytes(SCENE_CODE_BYTES))
    try {
      await write(code)
      return code
    } catch (error) {
      if (tries >= TRIES || violatedUnique(error) !== 'desk_sign_in_code_once') throw error
    }
  }
}
