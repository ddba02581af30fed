import { EVERYWHERE } from '@/domain/access/role'
import { useCentresWhere } from './centre-desk'
import { directs, keepsDistrict } from './me/holds-role'

const DISTRICT = { value: EVERYWHERE, label: '区里' }

/**
 * The centres that somebody directs and, for the district, its own place; and which of them is shown:
 * at first the one of `workerKey`.
 */
export function useDirectedPlace(workerKey = '') {
  const here = useCentresWhere(directs, workerKey.split('.')[0] || null)
  const beside = keepsDistrict(here.me.value) ? DISTRICT : null
  const place = beside && here.chosen === EVERYWHERE ? EVERYWHERE : (here.centre?.centreId ?? '')
  return { here, beside, place }
}
