import { fixedClock } from '../../src/cloud/clock'
import { forgetConsultations } from '../../src/cloud/jobs/forget-consultations'
import { openStore, storeOptionsFrom } from '../../src/cloud/store'
import { silentLog } from './silent-log'

/** The job by itself, as a process that can be killed: at NOW in ms, until nothing is due. */
async function main(): Promise<void> {
  const store = await openStore({ ...storeOptionsFrom(process.env), log: silentLog, poolSize: 2 })
  process.stdout.write('ready\n')
  const clock = fixedClock(Number(process.env['NOW']))
  process.stdout.write(`forgot ${await forgetConsultations({ store, clock, log: silentLog })}\n`)
  await store.close()
}

void main()
