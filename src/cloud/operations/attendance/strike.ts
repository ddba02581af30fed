import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { StrikeRow } from '@/cloud/store/queries/attendance/strikes'

type Strike = Omit<Output<'attendance.mine'>['strikes'][number], 'centreName'>

/** A strike as the wire has it. */
export function strikeOnTheWire(row: StrikeRow): Strike {
  return {
    strikeId: row.strike_id,
    kind: row.kind,
    state: row.state,
    weight: row.weight,
    title: row.title,
    startsAt: toInstantText(row.starts_at),
    struckAt: toInstantText(row.struck_at),
    expiresAt: toInstantText(row.expires_at),
    contestedAt: row.contested_at === null ? null : toInstantText(row.contested_at),
    reason: row.reason,
  }
}
