import { MINUTE } from '../../../../src/domain/time/instant'
import { PASSED_OVER_ENOUGH } from '../../../../src/domain/waitlist/advance'
import { listEndsAt, savesUntil } from '../../../../src/domain/waitlist/offer-deadline'
import type { EntryRow, PoolRow } from '../model/tables'
import type { Transaction } from '../model/transactions'
import { BEGIN } from '../platform'
import type { Scheduler } from '../scheduler'
import type { Server } from '../server'
import { type Answer, type Asked, Wrong, said } from './seen'

/** Each host looks every ten minutes; two of them may be broken off. */
const PASSED_ON_WITHIN_MS = 30 * MINUTE
/** By how much a host's clock may be off that was measured while the database stood still. */
const CLOCKS_MS = MINUTE

/** How a list stood after the last commit. */
interface Known {
  free: number
  booked: number
  entries: Map<string, EntryRow>
  /** Since when free seats are the list's and nobody was asked; null where all were passed on. */
  dueSince: number | null
}

const needs = ({ seats, saved }: EntryRow) => seats - saved
const waits = ({ state }: EntryRow) => state === 'waiting'

/** What an entry needed when seats were given out, after those of its people who have a seat left it. */
const neededOf = ({ seats }: EntryRow, was: EntryRow) =>
  seats - (seats === was.seats ? was.saved : 0)

/** What waiting lists must keep: whose turn it is, what is held for whom, and that it is passed on. */
export class ListsWatch {
  private readonly known = new Map<string, Known>()
  /** Since when each entry stands as it does. */
  private readonly since = new Map<string, number>()

  constructor(
    private readonly scheduler: Scheduler,
    private readonly server: Server,
    private readonly count: (what: string) => void,
  ) {}

  private wrong(what: string): void {
    this.scheduler.fail(new Wrong(what))
  }

  private get now(): number {
    return BEGIN + this.scheduler.now
  }

  /** How many seats of a pool are held for its list. */
  heldIn(poolId: string): number {
    let held = 0
    for (const { state, seats, saved } of this.server.tables.entriesOfPool.get(poolId) ?? []) {
      held += state === 'offered' ? seats : saved
    }
    return held
  }

  /** After each commit that changed something, for each pool. */
  committed(pool: PoolRow, booked: number, { answers }: Transaction): void {
    const { poolId, capacity, taken } = pool
    const free = capacity - taken
    const before = this.known.get(poolId)
    const entries = this.server.tables.entriesOfPool.get(poolId) ?? []
    if (entries.length === 0) return void this.known.set(poolId, unlisted(free, booked))
    this.expectOnePlaceEach(pool, entries)
    this.expectCounted(pool, entries)
    if (before) {
      this.expectNobodyPast(pool, entries, before, booked)
      for (const entry of entries) this.expectRightStep(entry, before)
      this.expectInTurn(pool, entries, before)
    }
    const joined = answers.filter(({ operation }) => operation === 'waitlist.join')
    this.expectPositions(
      joined.map(({ answer }) => answer as Answer),
      entries,
    )
    this.note(pool, entries, { free, booked })
    this.expectPassedOn(pool)
  }

  private note(
    { poolId, listTakesFrom }: PoolRow,
    entries: readonly EntryRow[],
    { free, booked }: { free: number; booked: number },
  ): void {
    const before = this.known.get(poolId)
    const isDue = listTakesFrom !== null && free >= listTakesFrom
    const dueSince = isDue ? (before?.dueSince ?? this.now) : null
    const live = new Map<string, EntryRow>()
    for (const entry of entries) {
      const { entryId, state } = entry
      if (before?.entries.get(entryId)?.state !== state) {
        const wasLive = state === 'waiting' || before?.entries.has(entryId)
        if (wasLive) this.since.set(entryId, this.now)
        if (wasLive && state !== 'waiting') this.count(`entry ${state}`)
      }
      if (waits(entry) || state === 'offered') live.set(entryId, { ...entry })
    }
    this.known.set(poolId, { free, booked, entries: live, dueSince })
  }

  private expectCounted(
    { poolId, waiting, listTakesFrom, listOverAt }: PoolRow,
    entries: readonly EntryRow[],
  ): void {
    const those = entries.filter(waits)
    if (those.length !== waiting) this.wrong(`${poolId} counts ${waiting}, wait ${those.length}`)
    const least = those.length > 0 ? Math.min(...those.map(needs)) : null
    const isSaving = those.some(({ passedOver }) => passedOver >= PASSED_OVER_ENOUGH)
    if (listTakesFrom !== least && !(isSaving && listTakesFrom === 1)) {
      this.wrong(`${poolId} keeps from ${listTakesFrom} seats on, somebody needs ${least}`)
    }
    if (listOverAt !== null && waiting > 0) this.wrong(`Somebody waits on an ended list: ${poolId}`)
  }

  private expectOnePlaceEach({ poolId }: PoolRow, entries: readonly EntryRow[]): void {
    const turns = new Set(entries.map(({ turn }) => turn))
    if (turns.size < entries.length) this.wrong(`One place on the list is given twice: ${poolId}`)
    const people = entries.flatMap(({ entryId }) =>
      this.server.tables.waitingOfEntry.get(entryId)!.flatMap((o) => (o.live ? [o.personId] : [])),
    )
    if (new Set(people).size < people.length) this.wrong(`Somebody waits twice: ${poolId}`)
  }

  /** What was booked since, other than by an offer, fitted nobody who waits. */
  private expectNobodyPast(
    { poolId }: PoolRow,
    entries: readonly EntryRow[],
    before: Known,
    booked: number,
  ): void {
    let taken = 0
    for (const { entryId, state, seats } of entries) {
      if (state === 'accepted' && before.entries.has(entryId)) taken += seats
    }
    if (booked - before.booked - taken <= 0) return
    for (const entry of before.entries.values()) {
      if (waits(entry) && needs(entry) <= before.free) {
        this.wrong(`Booked past somebody who waits: ${entry.entryId} in ${poolId}`)
      }
    }
  }

  /** Only who was offered seats has them, only who let an offer pass has lost it. */
  private expectRightStep({ entryId, state, offerUntil }: EntryRow, { entries }: Known): void {
    const before = entries.get(entryId)
    if (!before || before.state === state) return
    if (state === 'accepted' && waits(before)) this.wrong(`Taken, and not offered: ${entryId}`)
    if (state === 'waiting') this.wrong(`An offer is gone that nobody let pass: ${entryId}`)
    if (state === 'lapsed' && this.now < offerUntil! - CLOCKS_MS) {
      this.wrong(`An offer lapsed before its time: ${entryId}`)
    }
  }

  /** Whoever is offered seats is the first in turn whom they fit, and is asked before all behind. */
  private expectInTurn(pool: PoolRow, entries: readonly EntryRow[], before: Known): void {
    const offered = entries.filter(
      ({ entryId, state }) =>
        state === 'offered' && before.entries.get(entryId)?.state === 'waiting',
    )
    if (offered.length === 0) return
    const saves = this.now < savesUntil(pool.startsAt) - CLOCKS_MS
    for (const ahead of entries) {
      const was = before.entries.get(ahead.entryId)
      if (!was || !waits(ahead)) continue
      const behind = offered.filter(({ turn }) => turn > ahead.turn)
      const needed = (one: EntryRow) => neededOf(one, before.entries.get(one.entryId)!)
      const fitted = behind.find((one) => needed(ahead) <= needed(one))
      if (fitted) this.wrong(`Passed over: ${ahead.entryId} by ${fitted.entryId}`)
      if (behind.length > 0 && saves && was.passedOver >= PASSED_OVER_ENOUGH) {
        this.wrong(`Passed over more often than it may be: ${ahead.entryId}`)
      }
      if (ahead.passedOver !== was.passedOver + behind.length) {
        this.wrong(`Not counted how often it was passed over: ${ahead.entryId}`)
      }
    }
  }

  /** Whoever joined is told their place, and nobody is behind them but who joined with them. */
  private expectPositions(answers: readonly Answer[], entries: readonly EntryRow[]): void {
    const values = answers.flatMap(({ ok, value }) => (ok ? [value!] : []))
    const told = new Map(values.map((value) => [value.entryId, value]))
    const those = entries.filter(waits)
    for (const { entryId, turn } of those) {
      const value = told.get(entryId)
      if (!value) continue
      const behind = those.filter((one) => one.turn > turn)
      const place = those.length - behind.length
      if (value.position !== place || behind.some((one) => !told.has(one.entryId))) {
        this.wrong(`Not ${place} of ${those.length} who wait: ${JSON.stringify(value)}`)
      }
    }
  }

  /** Nothing that is the list's stays with nobody for long. */
  private expectPassedOn({ poolId }: PoolRow): void {
    const { dueSince, entries } = this.known.get(poolId)!
    const longAgo = this.now - PASSED_ON_WITHIN_MS
    if (dueSince !== null && dueSince < longAgo) {
      this.wrong(`Seats came free, and nobody who waits was asked: ${poolId}`)
    }
    for (const { state, offerUntil, entryId } of entries.values()) {
      if (state === 'offered' && offerUntil! < longAgo) {
        this.wrong(`An offer lapsed, and nobody was asked next: ${entryId}`)
      }
    }
  }

  /** A refusal about a list was true at some time since its request arrived; `wereFree`: seats enough for it were. */
  refused(asked: Asked, answer: Answer, arrived: number, wereFree: boolean): void {
    const { code } = answer
    const { poolId, entryId } = asked.input
    const since = BEGIN + arrived
    const entry = this.server.tables.entries.get(entryId ?? '')
    const stands = entry !== undefined && (this.since.get(entryId!) ?? 0) < since
    const isOffered = stands && entry.state === 'offered'
    if (code === 'SEATS_LEFT' && !wereFree) {
      this.wrong(`Sent away from a list, and no seat was free: ${said(asked, answer)}`)
    }
    if (code === 'LIST_OVER') {
      const { startsAt, listOverAt } = this.server.tables.pools.get(poolId!)!
      const isOver = listOverAt !== null || this.now >= listEndsAt(startsAt) - CLOCKS_MS
      if (!isOver) this.wrong(`Told that a list is over: ${said(asked, answer)}`)
    }
    if (isOffered && (code === 'NO_OFFER' || code === 'ENTRY_ENDED')) {
      this.wrong(`Offered, and told otherwise: ${said(asked, answer)}`)
    }
    if (isOffered && code === 'OFFER_LAPSED' && this.now < entry.offerUntil! - CLOCKS_MS) {
      this.wrong(`Told too early that an offer lapsed: ${said(asked, answer)}`)
    }
  }

  /** When all is quiet: nothing waits to be passed on, and nobody lost a place they did not give up. */
  end(joined: readonly Answer[], left: ReadonlySet<string>): void {
    const { pools, entries, waitingOfEntry, seatsOfPerson } = this.server.tables
    for (const { poolId, listTakesFrom, capacity, taken, startsAt } of pools.values()) {
      const isOver = this.now >= listEndsAt(startsAt) - CLOCKS_MS
      if (!isOver && listTakesFrom !== null && capacity - taken >= listTakesFrom) {
        this.wrong(`Seats came free, and nobody who waits was asked: ${poolId}`)
      }
      if (this.known.has(poolId)) this.expectPassedOn(pools.get(poolId)!)
    }
    for (const { value } of joined) {
      const entry = entries.get(value!.entryId!)
      if (!entry) this.wrong(`A place on a list is lost: ${value!.entryId}`)
      if (entry?.state !== 'left' || left.has(entry.entryId)) continue
      const hadSeats = waitingOfEntry
        .get(entry.entryId)!
        .every(({ personId }) =>
          (seatsOfPerson.get(personId) ?? []).some(({ poolId }) => poolId === entry.poolId),
        )
      if (!hadSeats) this.wrong(`A place is gone that nobody gave up: ${entry.entryId}`)
    }
  }
}

const unlisted = (free: number, booked: number): Known => ({
  ...{ free, booked, entries: new Map(), dueSince: null },
})
