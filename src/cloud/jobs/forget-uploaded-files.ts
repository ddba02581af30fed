import type { Dependencies } from '@/cloud/handler'
import { forgetFilesBefore } from '@/cloud/store/queries/uploaded-files'
import { DAY } from '@/domain/time/instant'

/** Deletes the files that nothing took up within a day; gives how many. */
export async function forgetUploadedFiles({ store, clock }: Dependencies): Promise<number> {
  const before = new Date(clock.now().getTime() - DAY)
  let forgotten = 0
  for (;;) {
    const some = await forgetFilesBefore(store.pool, before)
    if (some === 0) return forgotten
    forgotten += some
  }
}
