const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as a base64 text (RFC 4648, padded); read again by `bytesOfBase64`. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b = 0, c = 0] = [bytes[i]!, bytes[i + 1], bytes[i + 2]]
    const four = (a << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) text += ALPHABET.charAt((four >> shift) & 63)
  }
  const over = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - over) + '='.repeat(over)
}
