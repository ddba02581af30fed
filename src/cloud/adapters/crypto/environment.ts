import { kmsFrom } from './kms'
import { type MasterKeys, SealingUnavailable, masterKeysFrom } from './master-keys'

/**
 * The master keys that an environment gives: those it holds (CHANGLAI_MASTER_KEYS) or those of a KMS
 * (CHANGLAI_KMS_KEYS); null for neither. Throws SealingUnavailable for what is wrong, or both.
 */
export function masterKeysIn(environment: Record<string, string | undefined>): MasterKeys | null {
  const [held, kms] = [masterKeysFrom(environment['CHANGLAI_MASTER_KEYS']), kmsFrom(environment)]
  if (held && kms) {
    throw new SealingUnavailable('Set CHANGLAI_MASTER_KEYS or CHANGLAI_KMS_KEYS, not both.')
  }
  return held ?? kms
}
