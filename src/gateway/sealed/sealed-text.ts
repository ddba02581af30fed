import { xsalsa20poly1305 } from '@noble/ciphers/salsa.js'
import { bytesOfBase64 } from '../stations/base64'
import { base64Of } from './base64-text'

export const KEY_BYTES = 32
export const NONCE_BYTES = 24

/**
 * Seals a text with XSalsa20-Poly1305 (NaCl's secretbox). `nonce` must be used once with a key. Gives
 * base64 of nonce and box. Of its authenticated kin this one needs no BigInt, which iOS 13 lacks.
 */
export function sealText(text: string, key: Uint8Array, nonce: Uint8Array): string {
  const box = xsalsa20poly1305(key, nonce).encrypt(bytesOf(text))
  const whole = new Uint8Array(NONCE_BYTES + box.length)
  whole.set(nonce)
  whole.set(box, NONCE_BYTES)
  return base64Of(whole)
}

/** The text that was sealed, or null for anything that this key did not seal just so. */
export function openText(sealed: string, key: Uint8Array): string | null {
  try {
    const whole = bytesOfBase64(sealed)
    const nonce = whole.slice(0, NONCE_BYTES)
    return textOf(xsalsa20poly1305(key, nonce).decrypt(whole.slice(NONCE_BYTES)))
  } catch {
    return null
  }
}

/** UTF-16 as JavaScript has it: phones lack encoders, and Chinese is shorter so than in UTF-8. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    bytes[2 * i] = unit & 0xff
    bytes[2 * i + 1] = unit >> 8
  }
  return bytes
}

function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode(bytes[i]! | (bytes[i + 1]! << 8))
  }
  return text
}
