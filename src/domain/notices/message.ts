/** The longest message to a class, in UTF-16 units, and how many a class may get in one day. */
export const MESSAGE_LENGTH = 120
export const MESSAGES_A_DAY = 3

export type NotInMessage = 'link' | 'phone'

const LINK = /https?:|www\.|[a-z0-9-]+\.(?:cn|com|net|org|top|xyz|cc|me|io|vip|shop|site|link)\b/i
/** Seven digits and more with nothing but spaces and strokes between: a telephone number. */
const NUMBER = /\d(?:[\s-]?\d){6,}/g

/**
 * What of a text may not be said to a class; null for nothing. A link leads out of what the centre
 * answers for and cannot be tapped here; of telephone numbers only the centre's own may be given.
 * Numbers are read as people write them, full width as well.
 */
export function notInMessage(text: string, phoneOfCentre: string): NotInMessage | null {
  const plain = text.normalize('NFKC')
  if (LINK.test(plain)) return 'link'
  const own = digitsOf(phoneOfCentre)
  const others = (plain.match(NUMBER) ?? []).map(digitsOf).filter((digits) => digits !== own)
  return others.length > 0 ? 'phone' : null
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')
