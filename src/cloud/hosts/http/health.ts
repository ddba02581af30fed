import type { Store } from '@/cloud/store'
import { version } from '../../../../package.json'
import { jsonReply, type Reply } from './reply'

const DATABASE_ANSWERS_WITHIN_MS = 1000

/** 200 when the database answered within a second, else 503; never says why, the log does. */
export async function health(store: Store): Promise<Reply> {
  const healthy = await answersInTime(store)
  return jsonReply(healthy ? 200 : 503, {
    ok: healthy,
    version,
    database: healthy ? 'up' : 'down',
  })
}

async function answersInTime(store: Store): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, DATABASE_ANSWERS_WITHIN_MS, false)
  })
  const answered = store.pool.query('select 1').then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answered, late])
  } finally {
    clearTimeout(timer)
  }
}
