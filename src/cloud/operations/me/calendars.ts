import type { Dependencies } from '@/cloud/handler'
import type { Sealing } from '@/cloud/sealing/sealing'

/**
 * What addresses of calendars are made with; null where the deployment has no HTTP host that the
 * public finds, or no master key.
 */
export function calendarsIn({
  publicUrl = null,
  sealing,
}: Dependencies): { publicUrl: string; sealing: Sealing } | null {
  return publicUrl !== null && sealing ? { publicUrl, sealing } : null
}
