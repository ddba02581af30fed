import type { Notification, Pool, PoolClient } from 'pg'
import type { Departed } from '../departed'
import type { Log } from '../log'
import { PERSON_CHANNEL } from '../store/queries/erasure/people'
import { POOL_CHANNEL } from '../store/queries/seats/freed'
import type { SoldOutPools } from './sold-out'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

/**
 * Hears on a connection of its own which pools have changed so that somebody may find a seat, and who
 * has erased their account, on whichever host it was, and has them forgotten. While it hears nothing,
 * no pool is remembered, and people for two seconds; it tries again with growing pauses. A pooler that
 * shares a connection between transactions does not pass notifications on: what is remembered then ends
 * by its time alone.
 */
export async function listenToHosts(
  pool: Pool,
  soldOut: SoldOutPools,
  departed: Departed,
  log: Log,
): Promise<{ end(): void }> {
  let ended = false
  let client: PoolClient | null = null
  let timer: NodeJS.Timeout | undefined
  let pause = FIRST_RETRY_MS

  const hear = ({ channel, payload }: Notification) => {
    if (!payload) return
    if (channel === PERSON_CHANNEL) departed.add(payload)
    else soldOut.forget(payload)
  }
  const hears = (listening: boolean) => {
    soldOut.hear(listening)
    departed.hear(listening)
  }
  const lost = (error: unknown) => {
    hears(false)
    client?.removeAllListeners('notification')
    client?.release(true)
    client = null
    if (ended) return
    log.warn(
      { err: error },
      'this host does not hear of seats that come free and accounts that end',
    )
    // A connection may be lost in two ways at once: it is made again once.
    clearTimeout(timer)
    timer = setTimeout(() => void begin(), pause)
    timer.unref()
    pause = Math.min(pause * 2, LONGEST_RETRY_MS)
  }
  const begin = async () => {
    try {
      const mine = await pool.connect()
      if (ended) return mine.release()
      client = mine
      mine.on('notification', hear)
      mine.on('error', lost)
      mine.on('end', () => client === mine && lost(new Error('The connection was ended')))
      await mine.query(`listen ${POOL_CHANNEL}; listen ${PERSON_CHANNEL}`)
      hears(true)
      pause = FIRST_RETRY_MS
    } catch (error) {
      lost(error)
    }
  }
  await begin()
  return {
    end() {
      ended = true
      clearTimeout(timer)
      hears(false)
      client?.removeAllListeners('notification')
      client?.release(true)
      client = null
    },
  }
}
