import { useEffect, useRef, useState } from 'react'
import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { type AskedAges, candidatesOf, firstChoice, isForChildren } from './attendees'
import { useFamily } from './use-family'

interface Wanted {
  ages: AskedAges
  /** What a choice belongs to: another pool is another choice. */
  poolId: string | null
  /** When the first lesson begins; null where none is set. */
  startsAt: string | null
  /** Those who have a seat in the pool already. */
  seated: ReadonlySet<string>
  /** Those who wait for one already. */
  waiting?: ReadonlySet<string>
  /** Who was chosen before, and kept. */
  kept?: readonly string[] | undefined
  /** Milliseconds since the epoch. */
  now: number
}

/** Whom a seat is to be taken for: oneself, until somebody has a family and says otherwise. */
export function useAttendees(wanted: Wanted) {
  const { ages, poolId, startsAt, seated, waiting, kept, now } = wanted
  const family = useFamily()
  const members = family.value?.members ?? []
  const [said, setSaid] = useState<{ poolId: string | null; ids: readonly string[] } | null>(null)
  /** Who was in the family, and who was chosen, when somebody went to add one more. */
  const before = useRef<{ family: readonly string[]; chosen: readonly string[] } | null>(null)
  const firstDay = dateOf(startsAt === null ? now : parseInstant(startsAt))
  const candidates = candidatesOf(members, { ages, firstDay, today: dateOf(now), seated, waiting })
  const free = candidates.filter(({ why }) => why === null)
  // Whoever has a seat here already, or waits for one, looks at that first.
  const first = seated.size > 0 || (waiting?.size ?? 0) > 0 ? [] : firstChoice(candidates, ages)
  const asked = said?.poolId === poolId ? said.ids : (kept ?? first)
  const chosen = free.filter(({ attendeeId }) => asked.includes(attendeeId))
  const ids = chosen.map(({ attendeeId }) => attendeeId)

  const added = members.find(({ memberId }) => before.current?.family.includes(memberId) === false)
  useEffect(() => {
    if (!added || !before.current) return
    setSaid({ poolId, ids: [...before.current.chosen, added.memberId] })
    before.current = null
    // oxlint-disable-next-line react/exhaustive-deps -- once for everybody who is added
  }, [added?.memberId])

  return {
    family,
    candidates,
    chosen,
    /** Whether there is anything to choose; a resident without family books in one tap as ever. */
    asks: members.length > 0 || (isForChildren(ages) && !family.visitor && family.value !== null),
    toggle: (attendeeId: string): void => {
      const others = ids.filter((id) => id !== attendeeId)
      setSaid({ poolId, ids: ids.includes(attendeeId) ? others : [...ids, attendeeId] })
    },
    /** Somebody goes to add one more: whoever is new when they come back is chosen. */
    adding: (): void => {
      before.current = {
        family: members.map(({ memberId }) => memberId),
        // Oneself is chosen before anybody says anything: adding somebody says who it is for.
        chosen: said?.poolId === poolId ? ids : ids.filter((id) => id !== 'self'),
      }
    },
  }
}
