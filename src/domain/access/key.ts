/** The alphabet of RFC 4648 base32, in lower case. */
export const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** How many random bytes make a local key: 80 bits, 16 letters. */
export const LOCAL_KEY_BYTES = 10

/** The centre that a key `<centreId>.<local key>` belongs to: the part before the dot. */
export function centreOf(key: string): string {
  const dot = key.indexOf('.')
  return dot === -1 ? key : key.slice(0, dot)
}

/** The key on the wire of something that belongs to a centre. */
export function centreKey(centreId: string, localKey: string): string {
  return `${centreId}.${localKey}`
}

/** A local key out of random bytes: base32 in lower case, five bits a letter, without padding. */
export function localKey(random: Uint8Array): string {
  let [bits, held, key] = [0, 0, '']
  for (const byte of random) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      key += BASE32.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? key + BASE32.charAt((held << (5 - bits)) & 31) : key
}

/** The whole bytes that a local key was made of; null where it is not of the alphabet. */
export function bytesOfLocalKey(key: string): Uint8Array | null {
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const letter of key) {
    const value = BASE32.indexOf(letter)
    if (value === -1) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push(held >> bits)
    }
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}
