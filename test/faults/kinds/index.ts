import type { Fault } from '../fault'
import { clocks } from './clocks'
import { connectionLoss } from './connection-loss'
import { diskFull } from './disk-full'
import { killHost } from './kill-host'
import { killPostgres } from './kill-postgres'
import { migration } from './migration'
import { newerSchema } from './newer-schema'
import { poolExhaustion } from './pool-exhaustion'
import { slowDatabase } from './slow-database'

/** Everything that may go wrong, in the order in which it is tried. */
export const FAULTS: readonly Fault[] = [
  killHost,
  killPostgres,
  connectionLoss,
  clocks,
  slowDatabase,
  poolExhaustion,
  migration,
  newerSchema,
  diskFull,
]
