import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { judge } from '@/cloud/store/queries/stations/judge'
import { lockStation } from '@/cloud/store/queries/stations/lock'
import { stationsWithDoubts } from '@/cloud/store/queries/stations/old-reports'

/**
 * Judges the stations anew whose facilities are doubted: words lapse after a week though nobody
 * says anything more. Gives how many have no doubt left. 可能关闭 needs no job: phones know until when.
 */
export async function lapseDoubts({ store, clock }: Dependencies): Promise<number> {
  let cleared = 0
  for (const stationId of await stationsWithDoubts(store.pool)) {
    await inTransaction(store.pool, async (client) => {
      const station = await lockStation(client, stationId)
      if (!station) return
      const judged = await judge(client, station, clock.now())
      if (Object.values(judged.facilities).every((state) => state !== 'doubted')) cleared += 1
    })
  }
  return cleared
}
