import { contract } from '@/contract'
import type { Dependencies } from './handler'
import type { Intent } from './intent'
import { PERMISSIONS } from './permissions'
import { targetCentre } from './permit'
import { type ParsedRequest, canonicalText, inputHash } from './requests'
import { sealingOf } from './sealing/sealing-of'

/** What a request's answer is kept under; null where it is no command, or nobody's. */
export async function intentOf(
  { operation, input, requestId }: ParsedRequest,
  { personId }: { personId: string | null },
  dependencies: Dependencies,
): Promise<Intent | null> {
  if (contract[operation].kind !== 'command' || requestId === null || personId === null) {
    return null
  }
  const centreId = targetCentre(operation, input) ?? '-'
  const hash = PERMISSIONS[operation].isPrivate
    ? await sealingOf(dependencies).inputHash(canonicalText(input))
    : inputHash(input)
  return { personId, requestId, operation, inputHash: hash, centreId }
}
