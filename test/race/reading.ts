import { inflateRawSync } from 'node:zlib'
import type { Output } from '../../src/contract'
import { mergeChanges } from '../../src/domain/stations/merge-changes'
import { unpackStations } from '../../src/domain/stations/packed-list'
import type { StationBrief } from '../../src/domain/stations/station'
import type { Store } from '../../src/cloud/store'
import { newRequestId } from '../support/builders/caller'
import { aStation } from '../support/builders/station'
import type { TestDatabase } from '../support/database'
import { interrupted } from './interleaved'
import { type Send, serve } from './served'

const READERS = 6
/** A person may say ten things in an hour. */
const SAID_BY_EACH = 5

interface Phone {
  stations: readonly StationBrief[]
  versions: Record<string, number>
  /** How often the number of a centre's list was lower than before. */
  fell: number
}

const newPhone = (): Phone => ({ stations: [], versions: {}, fell: 0 })

/** Asks once for what changed, as a phone does that has these stations; lists of one page only. */
async function refreshed(send: Send, { stations, versions, fell }: Phone): Promise<Phone> {
  const reply = await send('reader', 'stations.changes', { have: versions })
  const page = reply.value as unknown as Output<'stations.changes'>
  const news = unpackStations(inflateRawSync(Buffer.from(page.packed, 'base64')).toString('utf8'))
  const lower = Object.entries(page.versions).filter(([key, now]) => now < (versions[key] ?? 0))
  return {
    stations: mergeChanges(stations, { stations: news, removed: page.removed }),
    versions: { ...versions, ...page.versions },
    fell: fell + lower.length,
  }
}

/**
 * Every person confirms stations of their own, each of which changes once, while phones refresh
 * without pause. Gives how many changes the phones have missed when all is quiet and each has
 * refreshed once more, and how often a number fell.
 */
export async function readWhileMany(
  { send, store }: { send: Send; store: Store },
  centreId: string,
  people: readonly string[],
): Promise<{ missed: number; fell: number }> {
  const stations = await Promise.all(
    Array.from({ length: people.length * SAID_BY_EACH }, () => aStation(store, centreId)),
  )
  let quiet = false
  const reader = async () => {
    let phone = newPhone()
    while (!quiet) phone = await refreshed(send, phone)
    return refreshed(send, phone)
  }
  const readers = Promise.all(Array.from({ length: READERS }, reader))
  await Promise.all(
    people.map(async (person, index) => {
      const own = stations.slice(index * SAID_BY_EACH, (index + 1) * SAID_BY_EACH)
      for (const stationId of own) await send(person, 'stations.confirm', { stationId })
    }),
  )
  quiet = true
  const phones = await readers
  const truth = await refreshed(send, newPhone())
  const missed = phones.reduce((sum, phone) => sum + missedBy(phone, truth), 0)
  return { missed, fell: phones.reduce((sum, { fell }) => sum + fell, 0) }
}

/**
 * Somebody confirms a station, and a phone refreshes once the change has its number and before it is
 * committed, and once more after that. Gives how many changes the phone has missed.
 */
export async function missedBetween(
  { store, database }: { store: Store; database: TestDatabase },
  centreId: string,
): Promise<number> {
  const stationId = await aStation(database.store, centreId)
  let phone = newPhone()
  const refresh = async () => void (phone = await refreshed(door.send, phone))
  const numbered = { after: 'stations.next-version', meanwhile: refresh }
  const door = await serve(interrupted(store, database, numbered))
  try {
    await refresh()
    await door.send(newRequestId(), 'stations.confirm', { stationId })
    await refresh()
    const truth = await refreshed(door.send, newPhone())
    return missedBy(phone, truth)
  } finally {
    await door.end()
  }
}

/** How many stations a phone shows as they were. */
function missedBy(phone: Phone, truth: Phone): number {
  const confirmed = new Map(truth.stations.map((one) => [one.stationId, one.confirmedAt]))
  return phone.stations.filter((one) => one.confirmedAt !== confirmed.get(one.stationId)).length
}
