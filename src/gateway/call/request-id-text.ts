const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
export const REQUEST_ID_LENGTH = 22

/** Writes random bytes as a request id (`[A-Za-z0-9_-]`, one character a byte, six bits each). */
export function requestIdOf(bytes: ArrayLike<number>): string {
  let id = ''
  for (let i = 0; i < REQUEST_ID_LENGTH; i++) id += ALPHABET[(bytes[i] ?? 0) & 63]
  return id
}
