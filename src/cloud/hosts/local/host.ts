import path from 'node:path'
import type { HostLog } from '@/cloud/log'
import { storeOptionsFrom } from '@/cloud/store'
import { CannotStart } from '../cannot-start'
import { AT_HOME, deskOf } from '../http/desk-cookie'
import { portOf } from '../http/process'
import { jsonReply } from '../http/reply'
import { type RunningHost, startHttpHost } from '../http/run'
import { masterKeysOf, orCannotStart } from '../master-keys'
import { publicUrlOf } from '../public-url'
import { seedOf } from '../seed'
import { h5Pages } from '../http/h5'
import { localAlerts } from './alerts'
import { keptMasterKeys } from './kept-master-keys'
import { personaOf, PERSONAS } from './persona'

const H5_FOLDER = path.resolve(__dirname, '../../../../dist/h5')

/**
 * The local host, by the environment: PORT (8787), HOST (127.0.0.1), DATABASE_URL or DATA_DIR,
 * SEED (demo or none), CHANGLAI_MASTER_KEYS (else a file of DATA_DIR), CHANGLAI_PUBLIC_URL (else where
 * it listens). Anybody may be anybody here, so it refuses to start in production. `pages` is where the
 * built H5 lies.
 */
export async function startLocalHost(log: HostLog, pages = H5_FOLDER): Promise<RunningHost> {
  const { NODE_ENV, PORT, HOST } = process.env
  if (NODE_ENV === 'production') {
    throw new CannotStart(
      'The local host believes whoever says who they are and is not for production: use the container host or the cloud function.',
    )
  }
  const store = storeOptionsFrom(process.env)
  const publicUrl = publicUrlOf(process.env)
  return startHttpHost({
    port: portOf(PORT, 8787),
    address: HOST || '127.0.0.1',
    log,
    identify: (request) => personaOf(request) ?? deskOf(AT_HOME, request),
    desk: AT_HOME,
    store,
    masterKeys:
      masterKeysOf(process.env) ?? orCannotStart(() => keptMasterKeys(store.dataDir ?? '.data')),
    seed: seedOf(process.env['SEED'], 'demo'),
    publicUrl: (own) => publicUrl ?? own,
    alerts: localAlerts,
    routes: {
      exact: {
        '/local/personas': {
          method: 'GET',
          route: () => jsonReply(200, { ok: true, value: { personas: PERSONAS } }),
        },
      },
      // The gallery shows itself in frames.
      rest: h5Pages(pages, 'self'),
    },
  })
}
