import { bytesOfLocalKey, localKey } from '@/domain/access/key'

/** The key on the wire by which staff name one attendee of a lesson; see ATTENDEE_KEY. */
export function attendeeKeyOf(bytes: Uint8Array): string {
  return localKey(bytes)
}

/** The bytes of such a key; null for a text that is none. */
export function bytesOfAttendeeKey(key: string): Buffer | null {
  const bytes = bytesOfLocalKey(key)
  return bytes && Buffer.from(bytes)
}
