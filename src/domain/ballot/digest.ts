import { Hash, hash } from 'fast-sha256'

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
  return inHex(sha256(text))
}

/** So many UTF-16 units of a text are hashed between two pauses. */
const SLICE = 8_192

/** The same of a long text in slices, between which a screen can draw. */
export function* sha256HexInSlices(text: string): Generator<void, string> {
  const whole = new Hash()
  for (let from = 0; from < text.length;) {
    let to = from + SLICE
    // The two halves of one character stay together.
    if (isFirstHalf(text.charCodeAt(to - 1))) to += 1
    whole.update(utf8(text.slice(from, to)))
    from = to
    yield
  }
  return inHex(whole.digest())
}

const isFirstHalf = (unit: number) => unit >= 0xd800 && unit < 0xdc00

function inHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
