import { createLog } from '../log'
import { rotateKeys } from '../sealing/rotate'
import { openStore, storeOptionsFrom } from '../store'
import { CannotStart } from './cannot-start'
import { keptMasterKeys } from './local/kept-master-keys'
import { masterKeysOf, orCannotStart } from './master-keys'

/**
 * Wraps every data key under the current master key, the one of the highest version, so that older
 * ones can be taken away. May be stopped at any point and run again, beside running hosts that know
 * both keys. Ends with 1 where something is wrapped under a key that it is not given.
 */
async function rotate(): Promise<number> {
  const options = storeOptionsFrom(process.env)
  const masterKeys =
    masterKeysOf(process.env) ??
    (options.databaseUrl ? null : orCannotStart(() => keptMasterKeys(options.dataDir ?? '.data')))
  if (!masterKeys) throw new CannotStart('Set CHANGLAI_MASTER_KEYS or CHANGLAI_KMS_KEYS.')
  const log = createLog({ name: 'rotate-keys', level: process.env['LOG_LEVEL'] ?? 'warn' })
  const store = await openStore({ ...options, poolSize: 1, log })
  try {
    const { failed } = await rotateKeys(store.pool, masterKeys, ({ wrapped, of }) =>
      process.stdout.write(
        `wrapped ${wrapped} of ${of} keys under master key ${masterKeys.current}\n`,
      ),
    )
    for (const [version, count] of failed) {
      console.error(
        `${count} under master key ${version} could not be opened. Give this key, too, and run it again.`,
      )
    }
    if (failed.size > 0) return 1
    console.log(`Nothing is wrapped under any other key: older ones can be taken away.`)
    return 0
  } finally {
    await store.close()
    await log.flush()
  }
}

rotate().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
