import { CannotStart } from './cannot-start'

/**
 * Where the public finds an HTTP host of this deployment: CHANGLAI_PUBLIC_URL, `https://…`, without
 * a slash at its end; null where there is none. Only a host on one's own machine may be `http:`, for
 * an address is as good as what it opens. Fails with CannotStart for anything else.
 */
export function publicUrlOf(environment: Record<string, string | undefined>): string | null {
  const text = environment['CHANGLAI_PUBLIC_URL']
  if (!text) return null
  if (!isPublic(text)) {
    throw new CannotStart(
      'CHANGLAI_PUBLIC_URL must be an address like https://calendar.example.cn, without a query.',
    )
  }
  return text.replace(/\/+$/, '')
}

function isPublic(text: string): boolean {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return false
  }
  const { protocol, hostname, username, password, search, hash } = url
  const atHome = ['127.0.0.1', 'localhost'].includes(hostname)
  if (username || password || search || hash) return false
  return protocol === 'https:' || (protocol === 'http:' && atHome)
}
