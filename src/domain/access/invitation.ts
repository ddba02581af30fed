import { DAY } from '@/domain/time/instant'
import { plainCode } from './plain-code'

/** Letters of an invitation's code: 59 bits, too many to try out even for who has the table. */
const LENGTH = 12

/** How many letters a director writes to know whom an invitation is for. */
export const NOTE_LENGTH = 20

/** How long an invitation is good for, in milliseconds. */
export const INVITATION_MS = 3 * DAY

/** How many invitations of a place may be open at once. */
export const MOST_OPEN_INVITATIONS = 30

/** A code that opens an invitation, out of 32 random bytes. Throws a RangeError when they run out. */
export function invitationCode(random: Uint8Array): string {
  return plainCode(random, LENGTH)
}

/** A code as it was made, however it was typed or passed on: in groups, in small letters. */
export function asInvitationCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, LENGTH)
}

/** A code in groups of four, as it is shown and read out. */
export function invitationGroups(code: string): string[] {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].filter((group) => group !== '')
}

/** Whether somebody has typed as many letters as a code has. */
export function isWholeInvitationCode(code: string): boolean {
  return /^[2-9A-HJKMNP-Z]{12}$/.test(code)
}
