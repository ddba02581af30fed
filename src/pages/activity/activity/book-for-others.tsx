import type { Activity } from '@/features/activities/activity-words'
import { mayBookFor } from '@/features/me/holds-role'
import { useMe } from '@/features/me/use-me'
import { BookFor } from '@/features/seats/book-for'

interface BookForOthersProps {
  activity: Activity
  poolId: string
  onBooked: () => void
}

/** A quiet way for volunteers and staff to book for somebody else; nobody else sees it. */
export function BookForOthers({ activity, poolId, onBooked }: BookForOthersProps) {
  const me = useMe()
  if (!mayBookFor(me.value, activity.centreId)) return null
  return <BookFor poolId={poolId} title={activity.title} onBooked={onBooked} />
}
