import { masterKeysIn } from '@/cloud/adapters/crypto/environment'
import { type MasterKeys, SealingUnavailable } from '@/cloud/adapters/crypto/master-keys'
import { CannotStart } from './cannot-start'

type Environment = Record<string, string | undefined>

/**
 * The master keys that the environment gives a host; null where it gives none. Fails with CannotStart
 * for keys that are wrong, so that nobody seals with half of them.
 */
export function masterKeysOf(environment: Environment): MasterKeys | null {
  return orCannotStart(() => masterKeysIn(environment))
}

/** Says why keys cannot be used as a reason not to start. */
export function orCannotStart<Keys>(read: () => Keys): Keys {
  try {
    return read()
  } catch (error) {
    if (error instanceof SealingUnavailable) throw new CannotStart(error.message)
    throw error
  }
}
