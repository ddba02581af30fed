import { createLog } from '../log'
import { connectionFrom } from '../store/connection'
import { openStore, storeOptionsFrom } from '../store'

/**
 * Brings the database up to this code and ends: schema, role, privileges. DATABASE_OWNER_URL (else
 * DATABASE_URL, else the embedded server) says which and as whom. Exit code 1 with a sentence when it
 * cannot.
 */
async function migrate(): Promise<void> {
  const options = storeOptionsFrom(process.env)
  const store = await openStore({
    ...options,
    databaseUrl: options.databaseUrl ?? options.ownerUrl,
    repeatPreparation: true,
    poolSize: 1,
    log: createLog({ name: 'migrate' }),
  })
  await store.close()
  console.log(`the database is up to date (${whichOf(options)})`)
}

/** Without its password. */
function whichOf({ databaseUrl, ownerUrl, dataDir }: ReturnType<typeof storeOptionsFrom>): string {
  const url = databaseUrl ?? ownerUrl
  if (!url) return `the embedded one in ${dataDir}`
  const { host, database } = connectionFrom(url)
  return `${database} at ${host}`
}

migrate().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
