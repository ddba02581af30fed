import { departedOf } from '@/cloud/departed'
import type { Dependencies } from '@/cloud/handler'

/**
 * Has this host know at once, as the others are told by the database, that nobody is this person any
 * more, and that in these pools seats came free. To be called when the erasing is committed.
 */
export function forgetErased(
  { store, groups }: Pick<Dependencies, 'store' | 'groups'>,
  personId: string,
  poolIds: readonly string[],
): void {
  departedOf(store).add(personId)
  for (const poolId of poolIds) groups?.soldOut.forget(poolId)
}
