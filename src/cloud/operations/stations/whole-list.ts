import type { Store } from '@/cloud/store'
import type { ChangePosition } from '@/cloud/store/queries/stations/changes'

/** A page of the list as it is sent, and where it ended; null where it is the last. */
export interface PackedPage {
  packed: string
  removed: string[]
  last: ChangePosition | null
}

interface Kept {
  versions: string
  since: number
  pages: Map<string, Promise<PackedPage>>
}

/** As many pages as a phone asks for at most, each 1,000 stations and some 30 KB. */
const MOST_PAGES = 20
/** A restored backup may count to the same numbers again with other stations behind them. */
const KEPT_FOR_MS = 5 * 60_000

const kept = new WeakMap<Store, Kept>()

/**
 * A page of the whole list, packed once for every phone that has nothing yet: after a new version of
 * the app that is thousands at once. It is kept for one set of versions, read before the page: a page
 * that was read then holds at least what they count, and those who ask while it is packed wait for it.
 */
export function wholeListPage(
  store: Store,
  versions: object,
  after: ChangePosition | undefined,
  pack: () => Promise<PackedPage>,
): Promise<PackedPage> {
  const [set, at] = [JSON.stringify(versions), JSON.stringify(after ?? null)]
  let current = kept.get(store)
  const now = performance.now()
  if (current?.versions !== set || now - current.since > KEPT_FOR_MS) {
    current = { versions: set, since: now, pages: new Map() }
    kept.set(store, current)
  }
  const { pages } = current
  const known = pages.get(at)
  if (known || pages.size >= MOST_PAGES) return known ?? pack()
  const page = pack()
  pages.set(at, page)
  page.catch(() => pages.delete(at))
  return page
}
