import path from 'node:path'
import { createLog } from '@/cloud/log'
import { storeOptionsFrom } from '@/cloud/store'
import { alertsOfContainer } from '../alerts-of'
import { CannotStart } from '../cannot-start'
import { deskOf, OVER_TLS } from '../http/desk-cookie'
import { h5Pages } from '../http/h5'
import { portOf, runAsProcess } from '../http/process'
import { startHttpHost } from '../http/run'
import { masterKeysOf } from '../master-keys'
import { publicUrlOf } from '../public-url'
import { seedOf } from '../seed'
import { containerCaller } from './caller'
import { callersOf } from './callers'

const log = createLog({ name: 'container' })
const PAGES = path.join(__dirname, 'h5')

/**
 * The container host, by the environment: PORT (8787), HOST (all addresses), DATABASE_URL or
 * PGHOST…, CHANGLAI_MASTER_KEYS, CHANGLAI_PUBLIC_URL, CHANGLAI_CALLERS, CHANGLAI_TEMPLATES. Whoever calls is who the
 * platform's gateway says (x-wx-openid), else whose session at a desk it is, and nobody else. With
 * CHANGLAI_CALLERS=desks it believes no header, so that browsers may reach it, and gives them the
 * pages that lie beside it in `h5`.
 */
void runAsProcess(log, async () => {
  const { DATABASE_URL, PGHOST, PORT, HOST, SEED } = process.env
  if (!DATABASE_URL && !PGHOST) {
    throw new CannotStart('The container host needs a database: set DATABASE_URL or PGHOST.')
  }
  const publicUrl = publicUrlOf(process.env)
  const alerts = alertsOfContainer(process.env, log)
  const onlyDesks = callersOf(process.env) === 'desks'
  return startHttpHost({
    port: portOf(PORT, 8787),
    address: HOST || '0.0.0.0',
    log,
    identify: (request) =>
      (onlyDesks ? null : containerCaller(request)) ?? deskOf(OVER_TLS, request),
    desk: OVER_TLS,
    store: storeOptionsFrom(process.env),
    seed: seedOf(SEED, 'none'),
    masterKeys: masterKeysOf(process.env),
    publicUrl: () => publicUrl,
    alerts: () => alerts,
    ...(onlyDesks ? { routes: { rest: h5Pages(PAGES) } } : {}),
  })
})
