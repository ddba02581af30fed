import type { Dependencies } from '@/cloud/handler'
import { forgetPaths } from '@/cloud/store/queries/upload-paths'
import { forgetFilesBefore } from '@/cloud/store/queries/uploaded-files'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'

/** Deletes the files that nothing took up within a day, and paths that no longer hold; gives how many files. */
export async function forgetUploadedFiles({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now()
  const before = new Date(now.getTime() - KEPT_FOR_DAYS.files * DAY)
  await forgetPaths(store.pool, now)
  let forgotten = 0
  for (;;) {
    const some = await forgetFilesBefore(store.pool, before)
    if (some === 0) return forgotten
    forgotten += some
  }
}
