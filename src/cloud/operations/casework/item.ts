import type { Output } from '@/contract'
import type { SealedService } from '@/domain/consultation/consultation'
import { briefOf } from '@/cloud/consultations/brief'
import type { BriefRow } from '@/cloud/store/queries/consultations/row'

type Item = Output<'casework.list'>['consultations'][number]

/** A consultation in a list of those who work on it, at `now` in ms: no word of the matter, no name. */
export function itemOf(row: BriefRow, now: number): Item {
  const { consultationId, state, urgent, createdAt, meeting, awaiting, dueAt } = briefOf(row)
  return {
    ...{ consultationId, state, urgent, createdAt, awaiting, dueAt },
    service: row.service as SealedService,
    meeting: meeting && {
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      place: meeting.place,
    },
    overdue: row.dueAt !== null && row.dueAt < now,
  }
}
