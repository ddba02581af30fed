import type { Output } from '@/contract'
import type { Settlement } from '@/domain/stations/station'
import { toInstantText } from '@/domain/time/instant'

type Answer = Output<'stations.mine'>['reports'][number]['answer']

/** What staff answered, as the wire has it; null as long as they did not. */
export function answerOf(row: {
  settlement: Settlement | null
  line: string | null
  settled_at: number | null
}): Answer {
  const { settlement, line, settled_at: at } = row
  return settlement === null || at === null ? null : { settlement, line, at: toInstantText(at) }
}
