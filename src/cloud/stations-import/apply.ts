import { randomBytes } from 'node:crypto'
import { centreKey, localKey } from '@/domain/access/key'
import { SCENE_CODE_BYTES, sceneCode } from '@/domain/access/scene-code'
import { STATION_KEY_BYTES } from '@/domain/stations/station'
import type { PoolClient } from 'pg'
import { violatedUnique } from '@/cloud/database-errors'
import type { Store } from '@/cloud/store'
import { inTransaction } from '@/cloud/store/in-transaction'
import { nextVersion } from '@/cloud/store/queries/stations/next-version'
import {
  insertStations,
  lockedStations,
  removeStations,
  updateStations,
} from '@/cloud/store/queries/stations-import'
import type { Draft } from './drafts'
import { type Plan, makePlan } from './plan'

/** What to do besides adding and changing. */
export interface ApplyOptions {
  /** Take off our list what is not in theirs. */
  removeMissing: boolean
  /** Put back what was taken off our list and is in theirs. */
  restore: boolean
  now: Date
}

/** A try ends so when another import, or chance, took the same key in the same moment. */
const TRY_AGAIN = new Set(['station_source_once', 'station_door_code_once', 'station_pkey'])
const TRIES = 5

/** Does something with an import in one transaction, anew where another took a key meanwhile. */
export async function importing<Result>(
  store: Store,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(store.pool, work)
    } catch (error) {
      if (tries >= TRIES || !TRY_AGAIN.has(violatedUnique(error) ?? '')) throw error
    }
  }
}

/**
 * Writes drafts, their points in GCJ-02, to a centre's stations. What has to be done is found anew
 * from the stations as they are then; gives that plan. Whatever changes takes one next version of
 * the centre's list; where nothing does, the version stays.
 */
export async function applyDrafts(
  client: PoolClient,
  centreId: string,
  drafts: readonly Draft[],
  { removeMissing, restore, now }: ApplyOptions,
): Promise<Plan> {
  const plan = makePlan(drafts, await lockedStations(client, centreId))
  const added = plan.added.map(({ content }) => ({
    stationId: centreKey(centreId, localKey(randomBytes(STATION_KEY_BYTES))),
    doorCode: sceneCode(randomBytes(SCENE_CODE_BYTES)),
    content,
  }))
  const updated = [...plan.changed, ...(restore ? plan.takenOff : [])].map(
    ({ known, content }) => ({ stationId: known.stationId, content }),
  )
  const removed = removeMissing ? plan.missing.map(({ stationId }) => stationId) : []
  if (added.length + updated.length + removed.length === 0) return plan
  const version = await nextVersion(client, centreId)
  if (updated.length > 0) await updateStations(client, centreId, updated, version)
  if (removed.length > 0) await removeStations(client, centreId, removed, now, version)
  if (added.length > 0) await insertStations(client, centreId, added, version)
  return plan
}
