/**
 * The container host without the memory of what everybody is shown alike (docs/decisions/0041): each who
 * asks asks the database. For the benchmark of the pages alone; by DATABASE_URL.
 */
import { createLog } from '../../../src/cloud/log'
import { containerCaller } from '../../../src/cloud/hosts/container/caller'
import { OVER_TLS } from '../../../src/cloud/hosts/http/desk-cookie'
import { runAsProcess } from '../../../src/cloud/hosts/http/process'
import { startHttpHost } from '../../../src/cloud/hosts/http/run'
import { storeOptionsFrom } from '../../../src/cloud/store'

const log = createLog({ name: 'forgetful' })
void runAsProcess(log, () =>
  startHttpHost({
    ...{ port: 0, address: '127.0.0.1', log, identify: containerCaller, desk: OVER_TLS },
    store: storeOptionsFrom(process.env),
    ...{ seed: 'none', masterKeys: null, publicUrl: () => null, shared: null },
  }),
)
