import { createHash } from 'node:crypto'
import { calendarObject } from '@/cloud/feed/calendar-object'
import { programmeOf } from '@/cloud/store/queries/feed'
import type { Store } from '@/cloud/store'
import { RequestRefused } from '../refusal'
import type { Reply } from './reply'
import type { Route } from './server'

/** How long one rendering is used again: subscribers ask by the hour, and all at once. */
const RENDERED_FOR_MS = 60_000
const SUBSCRIBERS_KEEP_SECONDS = 300
const PATH = /^\/feed\/([a-z][a-z0-9-]{1,23})\.ics$/

interface Rendered {
  body: Buffer
  etag: string
}

/**
 * GET /feed/<centreId>.ics: the public calendar of a centre as RFC 5545, with an ETag. Refuses
 * (404, NOT_FOUND) a centre that does not exist.
 */
export function feedOfCentre(store: Store): Route {
  const rendered = new Map<string, { at: number; feed: Promise<Rendered | null> }>()

  async function render(centreId: string): Promise<Rendered | null> {
    const programme = await programmeOf(store, centreId)
    if (!programme) return null
    const body = Buffer.from(calendarObject(programme.centre, programme.activities), 'utf8')
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    return { body, etag }
  }

  /** Those who ask while a rendering is under way wait for the same one; nothing unknown is kept. */
  function current(centreId: string): Promise<Rendered | null> {
    const kept = rendered.get(centreId)
    const now = performance.now()
    if (kept && now - kept.at < RENDERED_FOR_MS) return kept.feed
    const feed = render(centreId)
    rendered.set(centreId, { at: now, feed })
    feed.then(
      (found) => found ?? rendered.delete(centreId),
      () => rendered.delete(centreId),
    )
    return feed
  }

  return async ({ path, request }): Promise<Reply> => {
    const centreId = PATH.exec(path)?.[1]
    const feed = centreId === undefined ? null : await current(centreId)
    if (!feed) throw new RequestRefused(404, 'NOT_FOUND', { what: 'centre' })
    const headers = {
      etag: feed.etag,
      'cache-control': `public, max-age=${SUBSCRIBERS_KEEP_SECONDS}`,
      'content-disposition': `inline; filename="${centreId}.ics"`,
    }
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim())
    const unchanged =
      known.includes('*') || known.some((tag) => tag.replace(/^W\//, '') === feed.etag)
    return {
      status: unchanged ? 304 : 200,
      type: 'text/calendar; charset=utf-8',
      headers,
      body: unchanged ? '' : feed.body,
    }
  }
}
