import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { MoveRow } from '@/cloud/store/queries/waitlist/lists'

type Move = Output<'waitlist.mine'>['entries'][number]['moves'][number]

/** A move of staff as the wire has it. */
export function moveOnTheWire({ at, from, reason }: MoveRow): Move {
  return { at: toInstantText(at), fromPosition: from, reason }
}
