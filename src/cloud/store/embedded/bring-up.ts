import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries'
import { EmbeddedServerError } from './embedded-server-error'
import { type Keeper, type ServerAddress, holdServer } from './keeper'
import { type LaunchedServer, launchServer } from './launch'
import type { Placement } from './placement'
import { clearStalePidFile } from './postmaster-file'

/** A crash recovery of a large log can take minutes; a small one takes a tenth of a second. */
const PATIENCE_MS = 180_000
const TRIES = 5

/**
 * Sees to it that a server runs on the cluster, and holds it. A server that runs already is adopted,
 * whoever started it. Of several that start at once PostgreSQL's own pid file lets one win, and the
 * others adopt it. Throws EmbeddedServerError with the server's own complaint when none will run.
 */
export async function bringUp(
  address: ServerAddress,
  place: Placement,
  binaries: Binaries,
  durable: boolean,
): Promise<Keeper> {
  const giveUpAt = Date.now() + PATIENCE_MS
  let launched: LaunchedServer | null = null
  let failures = 0
  for (let pause = 20; Date.now() < giveUpAt; pause = Math.min(pause * 1.5, 500)) {
    const keeper = await hold(address, place)
    if (keeper) return keeper
    if (launched?.hasEnded()) {
      const complaint = await launched.ended
      launched = null
      if (!isOtherServer(complaint) && ++failures >= TRIES) throw wouldNotStart(place, complaint)
    }
    if (!launched && clearStalePidFile(place.cluster))
      launched = launchServer(place, binaries, durable)
    await wait(pause)
  }
  throw new EmbeddedServerError(
    `The database server did not answer within ${PATIENCE_MS / 1000} s; see ${place.logFile}.`,
  )
}

/** The hold, or null while no server takes connections. */
async function hold(address: ServerAddress, place: Placement): Promise<Keeper | null> {
  try {
    return await holdServer(address)
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code === '28P01') {
      throw new EmbeddedServerError(
        `The password in ${place.dataDir}/postgresql.password is not that of the database in ` +
          `${place.cluster}. Bring the right file back.`,
        { cause },
      )
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new EmbeddedServerError(
        `The database of ${place.dataDir} belongs to another account. Start as that account, or ` +
          'set DATA_DIR to another directory.',
        { cause },
      )
    }
    return null
  }
}

function isOtherServer(complaint: string): boolean {
  return /lock file .* (already exists|is empty)|pre-existing shared memory block/.test(complaint)
}

function wouldNotStart(place: Placement, complaint: string): EmbeddedServerError {
  return new EmbeddedServerError(
    /No space left|Disk quota/.test(complaint)
      ? `The disk of ${place.root} is full: the database server cannot start. Free some space.`
      : `The database server would not start (see ${place.logFile}): ${complaint}`,
  )
}
