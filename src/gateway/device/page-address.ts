/**
 * Where a browser finds a page of the app (its path without a slash before it); null in the
 * mini-program, whose pages have no address.
 */
export function pageAddress(page: string, parameters: Record<string, string>): string | null {
  if (process.env.TARO_ENV !== 'h5') return null
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const { origin, pathname } = window.location
  return `${origin}${pathname}#/${page}?${query}`
}
