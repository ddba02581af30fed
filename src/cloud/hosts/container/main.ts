import { createLog } from '@/cloud/log'
import { storeOptionsFrom } from '@/cloud/store'
import { CannotStart } from '../cannot-start'
import { portOf, runAsProcess } from '../http/process'
import { startHttpHost } from '../http/run'
import { masterKeysOf } from '../master-keys'
import { publicUrlOf } from '../public-url'
import { seedOf } from '../seed'
import { containerCaller } from './caller'

const log = createLog({ name: 'container' })

/**
 * The container host, by the environment: PORT (8787), HOST (all addresses), DATABASE_URL or
 * PGHOST…, CHANGLAI_MASTER_KEYS, CHANGLAI_PUBLIC_URL. Whoever calls is who the platform's gateway says
 * (x-wx-openid), and nobody else.
 */
void runAsProcess(log, async () => {
  const { DATABASE_URL, PGHOST, PORT, HOST, SEED } = process.env
  if (!DATABASE_URL && !PGHOST) {
    throw new CannotStart('The container host needs a database: set DATABASE_URL or PGHOST.')
  }
  const publicUrl = publicUrlOf(process.env)
  return startHttpHost({
    port: portOf(PORT, 8787),
    address: HOST || '0.0.0.0',
    log,
    identify: containerCaller,
    store: storeOptionsFrom(process.env),
    seed: seedOf(SEED, 'none'),
    masterKeys: masterKeysOf(process.env),
    publicUrl: () => publicUrl,
  })
})
