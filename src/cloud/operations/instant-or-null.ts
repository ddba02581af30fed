import { parseInstant } from '@/domain/time/instant'

/** An instant of the wire in milliseconds; null for a day or an hour that there is not. */
export function instantOrNull(text: string): number | null {
  try {
    return parseInstant(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
