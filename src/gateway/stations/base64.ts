const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The bytes of a base64 text (RFC 4648, padded). Throws a RangeError for any other text. Our own,
 * because phones have no `atob` and WeChat has given up its way of doing it.
 */
export function bytesOfBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new RangeError('Not base64')
  const padding =
    text.charAt(text.length - 2) === '=' ? 2 : text.charAt(text.length - 1) === '=' ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let [bits, held, written] = [0, 0, 0]
  for (let i = 0; i < text.length - padding; i++) {
    const six = valueOf(text.charCodeAt(i))
    bits = ((bits << 6) | six) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[written++] = (bits >> held) & 0xff
  }
  return bytes
}

const VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < 64; value++) VALUES[ALPHABET.charCodeAt(value)] = value

function valueOf(unit: number): number {
  const value = unit < 128 ? VALUES[unit]! : -1
  if (value < 0) throw new RangeError('Not base64')
  return value
}
