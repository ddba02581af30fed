import { View } from '@tarojs/components'
import { type Activity, spokenPool } from '@/features/activities/activity-words'
import { Confirm } from '@/ui/confirm/confirm'
import type { SeatDesk } from './use-seat-desk'

interface BookSureProps {
  open: boolean
  activity: Activity
  desk: SeatDesk
  now: number
  onYes: () => void
  onNo: () => void
}

/** Once more before a seat is taken: what, when, where and for whom, for a thumb that slipped. */
export function BookSure({ open, activity, desk, now, onYes, onNo }: BookSureProps) {
  const { pool, next, whom, names } = desk
  const lines = [
    activity.title,
    pool && spokenPool(pool, now),
    next?.place ?? activity.place,
    whom.asks ? `给 ${names}` : null,
  ]
  return (
    <Confirm
      open={open}
      title="就报这个？"
      body={lines.map((line) =>
        line ? (
          <View key={line} className="number">
            {line}
          </View>
        ) : null,
      )}
      yes="报上"
      no="先不报"
      onYes={onYes}
      onNo={onNo}
    />
  )
}
