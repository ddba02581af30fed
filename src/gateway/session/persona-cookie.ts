export const COOKIE = 'local-persona'

/** The persona that a cookie header names, or null. */
export function personaOfCookies(cookies: string): string | null {
  for (const pair of cookies.split(/; */)) {
    const [name, ...rest] = pair.split('=')
    if (name !== COOKIE) continue
    try {
      return decodeURIComponent(rest.join('=')) || null
    } catch {
      return null
    }
  }
  return null
}
