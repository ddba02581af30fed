import { statSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import { refusal } from '../refusal'
import { jsonReply, type Reply } from './reply'
import type { Route } from './server'

/** Taro writes a hash into the name of what may be kept for ever. */
const HASHED_NAME = /[.-][0-9a-f]{8,}\.[a-z0-9]+$/i

/** The page runs its own code alone, shows nothing of others, and is framed by others nowhere. */
const pagePolicy = (framedBy: 'none' | 'self'): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `frame-ancestors '${framedBy}'`,
  ].join('; ')

const NOT_BUILT = `这里还没有网页版：先运行 npm run build:h5，再刷新本页。
The H5 pages are not built yet: run npm run build:h5 and reload.
`

/** Serves the built H5 in `folder`; notices when it is built anew. */
export function h5Pages(folder: string, framedBy: 'none' | 'self' = 'none'): Route {
  const policy = pagePolicy(framedBy)
  let built: { at: number; serve: ReturnType<typeof sirv> } | null = null

  function current() {
    const at = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
    if (at === undefined) return null
    if (built?.at !== at) built = { at, serve: sirv(folder, { etag: true, setHeaders }) }
    return built.serve
  }

  function setHeaders(response: { setHeader(name: string, value: string): unknown }, path: string) {
    const immutable = HASHED_NAME.test(path)
    response.setHeader(
      'cache-control',
      immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    response.setHeader('content-security-policy', policy)
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('x-content-type-options', 'nosniff')
  }

  return ({ request, response, path, traceId }) => {
    const serve = current()
    if (!serve && path === '/') return notBuilt()
    const notFound = jsonReply(404, refusal('NOT_FOUND', { what: 'route' }, traceId))
    if (!serve) return notFound
    return new Promise((resolve) => {
      response.on('close', () => resolve(null))
      serve(request, response, () => resolve(notFound))
    })
  }
}

function notBuilt(): Reply {
  return { status: 404, type: 'text/plain; charset=utf-8', body: NOT_BUILT }
}
