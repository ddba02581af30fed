import type { Handler } from '@/cloud/handler'
import { tell } from './tell'

/** Tells how a station was found. */
export const reportStation: Handler<'stations.report'> = ({ input, intent, dependencies }) => {
  const { stationId, kind, facility = null, note = null } = input
  return tell(dependencies, intent, { stationId, kind, facility, note })
}
