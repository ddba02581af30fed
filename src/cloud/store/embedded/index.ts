import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../log'
import { serverBinaries } from './binaries'
import { bringUp } from './bring-up'
import { SUPERUSER, ensureCluster } from './cluster'
import type { Keeper, ServerAddress } from './keeper'
import { placement } from './placement'
import { runningPostmaster } from './postmaster-file'

export { EmbeddedServerError } from './embedded-server-error'
export type { ServerAddress } from './keeper'

/** A PostgreSQL server in a data directory, kept running for as long as this host holds it. */
export interface EmbeddedServer {
  /** The superuser, on the database `postgres`. */
  address: ServerAddress
  /** Lets go; stops the server when no other host holds it. */
  close(): Promise<void>
}

export interface EmbeddedServerOptions {
  /** A directory on a local disk; made if missing. Several hosts may share it. */
  dataDir: string
  log: Log
  /** False gives up fsync: for tests that lose nothing by a crash. */
  durable?: boolean
}

/**
 * Starts or adopts the server of a data directory. While this host holds it, a server that ends is
 * brought back. A host that is killed leaves the server running; the next host adopts it. Throws
 * EmbeddedServerError with a sentence for the operator.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { log, durable = true } = options
  const place = placement(options.dataDir, log)
  const binaries = serverBinaries(place.user, place.dataDir)
  const password = await ensureCluster(place, binaries, durable)
  const address: ServerAddress = {
    host: place.socketDirectory,
    port: 5432,
    user: SUPERUSER,
    password,
    database: 'postgres',
  }

  let closing = false
  let recovery: Promise<void> | null = null
  let keeper: Keeper

  const take = async () => {
    keeper = await bringUp(address, place, binaries, durable)
    keeper.onLost(() => {
      if (!closing) recovery = recover()
    })
  }
  const recover = async () => {
    log.warn({}, 'the embedded database ended; starting it again')
    for (let pause = 100; !closing; pause = Math.min(pause * 2, 5_000)) {
      try {
        await take()
        return log.info({}, 'the embedded database is back')
      } catch (err) {
        log.error({ err }, 'the embedded database does not start')
        await wait(pause)
      }
    }
  }
  const close = async () => {
    closing = true
    await recovery
    const last = await keeper.release().catch(() => false)
    const postmaster = last ? runningPostmaster(place.cluster) : null
    if (postmaster !== null) await stop(postmaster, place.cluster)
    await keeper.end().catch(() => {})
  }

  await take()
  log.info({ directory: place.root, version: binaries.version }, 'embedded database ready')
  return { address, close }
}

/** A fast shutdown: clients are let go, everything is written down. */
async function stop(postmaster: number, cluster: string): Promise<void> {
  process.kill(postmaster, 'SIGINT')
  const giveUpAt = Date.now() + 60_000
  while (runningPostmaster(cluster) === postmaster && Date.now() < giveUpAt) await wait(20)
}
