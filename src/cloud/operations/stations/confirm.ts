import type { Handler } from '@/cloud/handler'
import { tell } from './tell'

/** Tells that a station was found open and well. */
export const confirmStation: Handler<'stations.confirm'> = async (call) => {
  const { stationId } = call.input
  const tale = { stationId, kind: 'fine', facility: null, note: null } as const
  const outcome = await tell(call.dependencies, call.intent, tale)
  if (!('refusal' in outcome)) return outcome
  const { refusal } = outcome
  if (refusal.code === 'NO_SUCH_FACILITY') throw new Error('A confirmation names no facility')
  return { refusal }
}
