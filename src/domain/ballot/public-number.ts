/** A number of fewer digits could be guessed or waited for. */
export const FEWEST_DIGITS = 6
export const MOST_DIGITS = 60

/** What a number may be typed with: its digits as they were published, and what stands between. */
export const TYPED_NUMBER = /^[0-9][0-9 ,.+\-，、]{4,118}[0-9]$/

/**
 * The digits of a public number as it was typed, in the order in which they were published, leading
 * zeros included; so `05 11 17 + 08` and `05,11,17,08` are one number. Null for too few or too many.
 */
export function publicNumber(typed: string): string | null {
  if (!TYPED_NUMBER.test(typed)) return null
  const digits = typed.replace(/[^0-9]/g, '')
  return digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS ? digits : null
}
