import { SealingUnavailable } from '@/cloud/adapters/crypto/master-keys'
import type { Dependencies } from '@/cloud/handler'
import type { Sealing } from './sealing'

/** What seals in this deployment. Throws SealingUnavailable where it holds no master key. */
export function sealingOf({ sealing }: Dependencies): Sealing {
  if (sealing) return sealing
  throw new SealingUnavailable(
    'Private consultations need a master key: set CHANGLAI_MASTER_KEYS (README, "Running it").',
  )
}
