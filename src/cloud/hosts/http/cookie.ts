/** The value of a cookie in a header `cookie`, without quotes; undefined where it is not there. */
export function cookieNamed(name: string, header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [one, value] = pair.split('=', 2)
    if (one?.trim() === name) return value?.trim().replace(/^"(.*)"$/, '$1')
  }
  return undefined
}
