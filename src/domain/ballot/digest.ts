import { hash } from 'fast-sha256'

/** The bytes of a text in UTF-8; written out, because phones lack an encoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continued(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continued(code >> 6), continued(code))
    else {
      const high = [0xf0 | (code >> 18), continued(code >> 12), continued(code >> 6)]
      bytes.push(...high, continued(code))
    }
  }
  return Uint8Array.from(bytes)
}

const continued = (bits: number) => 0x80 | (bits & 0x3f)

/** The SHA-256 of a text in UTF-8. */
export function sha256(text: string): Uint8Array {
  return hash(utf8(text))
}

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
export function sha256Hex(text: string): string {
  return Array.from(sha256(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
