import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { BriefRow } from '@/cloud/store/queries/consultations/row'

type Brief = Output<'consultation.mine'>['consultations'][number]

/** What stands open of a consultation, as the wire has it. */
export function briefOf(row: BriefRow): Brief {
  const { centreId, centreName, consultationId, service, state, urgent, meeting, awaiting } = row
  return {
    ...{ consultationId, centreId, centreName, service, state, urgent, awaiting },
    createdAt: toInstantText(row.createdAt),
    meeting: meeting && {
      poolId: meeting.poolId,
      startsAt: toInstantText(meeting.startsAt),
      endsAt: toInstantText(meeting.endsAt),
      place: meeting.place,
    },
    dueAt: instantOrNull(row.dueAt),
    closedAt: instantOrNull(row.closedAt),
    outcome: row.outcome,
  }
}

/** An instant in ms as the wire has it, where there is one. */
export function instantOrNull(instant: number | null): string | null {
  return instant === null ? null : toInstantText(instant)
}
