import { localKey } from '@/domain/access/key'

/** The key of a family's member out of LOCAL_KEY_BYTES random bytes. It belongs to no centre. */
export function memberKey(random: Uint8Array): string {
  return `m-${localKey(random)}`
}
