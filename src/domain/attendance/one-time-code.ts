import { hmac } from 'fast-sha256'
import { Secret, TOTP } from 'otpauth/bare'
import { localKey } from '@/domain/access/key'
import { SECOND } from '@/domain/time/instant'

/** How long a code is shown, in milliseconds. */
export const CODE_PERIOD = 30 * SECOND
export const CODE_DIGITS = 6
/** How many random bytes make the secret of a booking (RFC 4226, section 4, R6). */
export const CODE_SECRET_BYTES = 20

/** The secret of a booking as phones get it: base32 of RFC 4648. */
export function secretText(secret: Uint8Array): string {
  return localKey(secret).toUpperCase()
}

/** How many periods a phone's clock, or a slow scan, may be off either way. */
const WINDOW = 2

/**
 * The code of a booking at `now` (milliseconds since the epoch): TOTP of RFC 6238 with HMAC-SHA-256,
 * six digits, every 30 seconds, so that a picture of it is worth nothing a minute later. The secret is
 * base32 (RFC 4648). Works without network.
 */
export function oneTimeCode(secret: string, now: number): string {
  return totpOf(secret).generate({ timestamp: now })
}

/** Whether a code is that of the booking at `now`, or of up to a minute before or after. */
export function isOneTimeCode(secret: string, code: string, now: number): boolean {
  return totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW }) !== null
}

function totpOf(secret: string): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA256',
    digits: CODE_DIGITS,
    period: CODE_PERIOD / SECOND,
    hmac: (_algorithm, key, message) => hmac(key, message),
  })
}
