const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** As many as a phone takes for the arguments of one call. */
const AT_ONCE = 8192

/**
 * Bytes as a base64 text (RFC 4648, padded); read again by `bytesOfBase64`. In portions: a text of
 * megabytes that grows by single characters takes a phone twenty times its memory.
 */
export function base64Of(bytes: Uint8Array): string {
  const units = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  for (let from = 0, to = 0; from < bytes.length; from += 3) {
    const [a, b = 0, c = 0] = [bytes[from]!, bytes[from + 1], bytes[from + 2]]
    const four = (a << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) units[to++] = ALPHABET.charCodeAt((four >> shift) & 63)
  }
  const over = (3 - (bytes.length % 3)) % 3
  units.fill(PADDING, units.length - over)
  let text = ''
  for (let from = 0; from < units.length; from += AT_ONCE) {
    text += String.fromCharCode(...units.subarray(from, from + AT_ONCE))
  }
  return text
}

const PADDING = '='.charCodeAt(0)
