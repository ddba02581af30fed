import { createStore, type StoreApi } from 'zustand/vanilla'
import { createStationFinder, type StationFinder } from '@/domain/stations/finder'
import { mergeChanges, type StationChange } from '@/domain/stations/merge-changes'
import type { StationBrief } from '@/domain/stations/station'
import type { HolidayMarks } from '@/domain/stations/station-hours'
import type { Caller } from '../call/caller'
import type { Failure, Output, Reply } from '../call/wire'
import type { KeyValueStore } from '../storage'
import { isWornOut, type KeptList, keptList, type Patch } from './kept-list'
import { unpack } from './unpack'

/** What is known of the list of all stations at this moment. */
export interface KnownStations {
  /** Null until the first list has come. */
  stations: readonly StationBrief[] | null
  /** Made for these stations; null with them. */
  finder: StationFinder | null
  /** Days off and on of the State Council's notice, for opening hours. */
  marks: HolidayMarks
  /** When the server last said that this is its list: milliseconds since the epoch, server time. */
  savedAt: number
  /** The list is the phone's copy: the server has not answered since the app started. */
  copied: boolean
  busy: boolean
  /** Why the last asking failed; the list before it stays. */
  failure: Failure<'stations.changes'> | null
}

export interface StationList {
  /** The store, with the phone's copy in it from the first look on. */
  opened: () => StoreApi<KnownStations>
  /** Asks the server what changed; the list stays on screen meanwhile. */
  refresh: () => Promise<void>
  /** Asks only when the last answer is older than `ms`. */
  refreshIfOlder: (ms: number) => Promise<void>
}

interface Surroundings {
  call: Caller['call']
  storage: KeyValueStore
  now: () => number
}

type Versions = KeptList['versions']
type Page = Output<'stations.changes'>
type Outcome = { ok: true; pages: Page[] } | Failure<'stations.changes'>

/** 1,000 stations a page: a server that gives more pages than this does not come to an end. */
const MAX_PAGES = 20
const NOTHING: KeptList = { base: [], patches: [], versions: {}, holidays: {}, savedAt: 0 }
/** An answer that cannot be read is as good as none. */
const UNREADABLE: Failure<'stations.changes'> = {
  ok: false,
  code: 'UNREACHABLE',
  facts: { offline: false, sent: true },
  traceId: '',
}

const read = ({ packed, removed }: Patch): StationChange => ({ stations: unpack(packed), removed })

/** The list of all stations: first what this phone kept, then what changed since on the server. */
export function createStationList({ call, storage, now }: Surroundings): StationList {
  const known = createStore<KnownStations>(() => ({
    stations: null,
    finder: null,
    marks: {},
    savedAt: 0,
    copied: false,
    busy: false,
    failure: null,
  }))
  const kept = keptList(storage)
  /** What `stations` was unpacked from. */
  let list = NOTHING
  /** The last difference could not be read: only the whole list helps. */
  let lost = false
  let isOpen = false
  let underWay: Promise<void> | null = null

  function show(stations: readonly StationBrief[], change: Partial<KnownStations>): void {
    const same = stations === known.getState().stations
    known.setState(same ? change : { stations, finder: createStationFinder(stations), ...change })
  }

  function open(): void {
    if (isOpen) return
    isOpen = true
    const copy = kept.read()
    if (!copy) return
    try {
      const stations = [...copy.base, ...copy.patches]
        .map(read)
        .reduce(mergeChanges, [] as readonly StationBrief[])
      list = copy
      show(stations, { marks: copy.holidays, savedAt: copy.savedAt, copied: true })
    } catch {
      // What cannot be read is not a list: the next asking brings the whole one.
      kept.drop()
    }
  }

  async function ask(have: Versions): Promise<Outcome> {
    const pages: Page[] = []
    let after: string | null = null
    do {
      const reply: Reply<'stations.changes'> = await call(
        'stations.changes',
        after === null ? { have } : { have, after },
      )
      if (!reply.ok) return reply
      pages.push(reply.value)
      after = reply.value.after
    } while (after !== null && pages.length < MAX_PAGES)
    return after === null ? { ok: true, pages } : UNREADABLE
  }

  /** Puts all pages of an answer to what was had before: all of them, or none when it throws. */
  function apply(pages: Page[], before: KeptList): void {
    const whole = before === NOTHING
    const had = (whole ? null : known.getState().stations) ?? []
    const news = pages
      .map(({ packed, removed }) => ({
        patch: { packed, removed },
        change: read({ packed, removed }),
      }))
      .filter(({ change }) => whole || change.stations.length + change.removed.length > 0)
    const stations = news.map(({ change }) => change).reduce(mergeChanges, had)
    const patches = news.map(({ patch }) => patch)
    list = {
      base: whole ? patches : before.base,
      patches: whole ? [] : [...before.patches, ...patches],
      // Each page says which centres' lists are complete with it.
      versions: Object.assign(
        {},
        before.versions,
        ...pages.map(({ versions }) => versions),
      ) as Versions,
      holidays: pages[0]!.holidays,
      savedAt: now(),
    }
    lost = false
    kept.write(list)
    const { holidays: marks, savedAt } = list
    show(stations, { marks, savedAt, copied: false, failure: null })
  }

  async function renew(): Promise<void> {
    open()
    known.setState({ busy: true })
    let before = lost || isWornOut(list) ? NOTHING : list
    let outcome = await ask(before.versions)
    // The server was set back to an earlier day: stations that only this phone knows never were.
    if (before !== NOTHING && outcome.ok && outcome.pages[0]!.ahead?.length) {
      before = NOTHING
      outcome = await ask({})
    }
    if (outcome.ok) {
      try {
        apply(outcome.pages, before)
      } catch {
        lost = true
        known.setState({ failure: UNREADABLE })
      }
    } else known.setState({ failure: outcome })
    known.setState({ busy: false })
  }

  /** One asking at a time; what is asked for meanwhile is asked after it. */
  function refresh(): Promise<void> {
    const started: Promise<void> = (underWay ?? Promise.resolve()).then(renew).finally(() => {
      if (underWay === started) underWay = null
    })
    underWay = started
    return started
  }

  return {
    opened() {
      open()
      return known
    },
    refresh,
    async refreshIfOlder(ms) {
      if (underWay) return underWay
      open()
      const { stations, copied, savedAt } = known.getState()
      if (stations === null || copied || now() - savedAt >= ms) await refresh()
    },
  }
}
